//! Small parts of the import that no whole tree shows well.
