//! Packs that are whole, cut off, changed and lost.

use tempfile::TempDir;

use super::*;

fn write(pack: &TextPack, texts: &[(&str, &str)]) {
    let names: BTreeSet<&str> = texts.iter().map(|(name, _)| *name).collect();
    let text =
        |wanted: &str| texts.iter().find(|(name, _)| *name == wanted).map(|(_, text)| Arc::from(text.as_bytes()));
    pack.write(&names, &text).unwrap();
}

fn read(pack: &TextPack, names: &[&str]) -> Vec<String> {
    let found = pack.read(&names.iter().copied().collect());
    found.into_iter().map(|(name, bytes)| format!("{name}={}", String::from_utf8_lossy(&bytes))).collect()
}

#[test]
fn texts_are_kept_by_name_and_go_when_nobody_wants_them() {
    let folder = TempDir::new().unwrap();
    let pack = TextPack::new(folder.path().to_owned(), "p".to_owned());
    assert_eq!(read(&pack, &["a"]), [] as [&str; 0]);
    write(&pack, &[("a", "one"), ("b", "")]);
    write(&pack, &[("a", "not asked for"), ("c", "three")]);
    assert_eq!(read(&pack, &["a", "b", "c"]), ["a=one", "c=three"]);
}

#[test]
fn a_pack_that_is_damaged_lacks_what_was_damaged_and_gets_it_back() {
    let folder = TempDir::new().unwrap();
    let pack = TextPack::new(folder.path().to_owned(), "p".to_owned());
    let texts = [("a", "one"), ("b", "two"), ("c", "three")];
    write(&pack, &texts);
    let file = pack.file(1);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(read(&pack, &["a", "b", "c"]), ["a=one", "b=two"]);
    write(&pack, &texts);
    assert_eq!(read(&pack, &["a", "b", "c"]), ["a=one", "b=two", "c=three"]);
    let mut flipped = whole.clone();
    flipped[17] ^= 1;
    fs::write(&file, flipped).unwrap();
    assert_eq!(read(&pack, &["a", "b"]), ["b=two"]);
    fs::remove_file(&file).unwrap();
    write(&pack, &texts);
    assert_eq!(read(&pack, &["a", "b", "c"]), ["a=one", "b=two", "c=three"]);
    fs::write(pack.index_file(), "no index").unwrap();
    write(&pack, &texts);
    assert_eq!(read(&pack, &["a", "b", "c"]), ["a=one", "b=two", "c=three"]);
}

#[test]
fn a_pack_does_not_grow_without_end() {
    let folder = TempDir::new().unwrap();
    let pack = TextPack::new(folder.path().to_owned(), "p".to_owned());
    let large = "x".repeat(200_000);
    for round in 0..40 {
        let name = format!("round-{round}");
        write(&pack, &[("stays", "here"), (&name, &large)]);
    }
    let bytes: u64 = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    assert!(bytes < 2_500_000, "{bytes} bytes for 200 kB");
    assert_eq!(read(&pack, &["stays", "round-38"]), ["stays=here"]);
}
