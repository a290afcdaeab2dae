//! Sites in a folder of their own, and the real program run on them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use crate::fixture::{Hub, TODAY, hub};

/// A site on disk; gone when the test ends.
pub struct Disk {
    folder: TempDir,
    root: PathBuf,
}

/// What a run of the program said.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Disk {
    pub fn of(hub: &Hub) -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path().join("site");
        fs::create_dir(&root).unwrap();
        hub.write(&root);
        Self { folder, root }
    }

    /// The site of a fixture.
    pub fn new(fixture: &str) -> Self {
        Self::of(&hub(fixture))
    }

    /// A fresh folder that holds the site and nothing else.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a part of a file that must be there.
    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, text.replacen(from, to, 1));
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// The program, held to the permissions of files even where root runs the tests. `None` where that cannot be had.
    #[cfg(unix)]
    pub fn unprivileged<S: AsRef<OsStr>>(&self, args: &[S]) -> Option<Command> {
        use std::os::unix::fs::PermissionsExt;
        let locked = self.around().join("locked");
        fs::write(&locked, "").unwrap();
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(&locked).is_err() {
            return Some(self.command(args));
        }
        // Root without the capabilities that let it pass over permissions; it still owns the files of the test.
        let without = "-dac_override,-dac_read_search";
        let mut command = Command::new("setpriv");
        command.args([format!("--bounding-set={without}"), format!("--inh-caps={without}")]);
        let works = Command::new("setpriv").args(command.get_args()).arg("cat").arg(&locked).output();
        // `cat` must have run, and must have failed.
        if !works.is_ok_and(|output| String::from_utf8_lossy(&output.stderr).starts_with("cat: ")) {
            return None;
        }
        command.arg(env!("CARGO_BIN_EXE_samen")).current_dir(&self.root).args(args);
        Some(without_environment(command))
    }

    /// The program, to be run in the root of the site with nothing of the environment that it looks at.
    pub fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = samen();
        command.current_dir(&self.root).args(args);
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Run {
        run(&mut self.command(args))
    }

    /// Builds for the day of all tests.
    pub fn build(&self) -> Run {
        self.run(&["build", "--clock", TODAY])
    }

    /// Builds, and fails where the build does.
    #[track_caller]
    pub fn built(&self) -> Run {
        let run = self.build();
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }

    pub fn start<S: AsRef<OsStr>>(&self, args: &[S]) -> Child {
        self.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Every file below a folder of the site, with its bytes.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path(folder))
    }

    /// The outputs in `public/`: what is not samen's own.
    pub fn public(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.tree("public");
        files.retain(|file, _| !file.starts_with(".samen-"));
        files
    }

    pub fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.path(path)).unwrap().modified().unwrap()
    }

    /// Makes every source old, so that its time of change can be trusted.
    pub fn age(&self) {
        let old = SystemTime::now() - Duration::from_hours(1);
        for folder in ["content", "data", "themes", "static", "templates", "assets"] {
            for file in self.tree(folder).keys() {
                let file = fs::File::options().append(true).open(self.path(folder).join(file)).unwrap();
                file.set_modified(old).unwrap();
            }
        }
    }
}

/// The program with nothing of the environment that it looks at.
pub fn samen() -> Command {
    without_environment(Command::new(env!("CARGO_BIN_EXE_samen")))
}

fn without_environment(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os() {
        let known =
            ["SOURCE_DATE_EPOCH", "NO_COLOR", "CI", "COLUMNS", "RAYON_NUM_THREADS", "LC_ALL", "LC_MESSAGES", "LANG"];
        if name.to_string_lossy().starts_with("SAMEN_") || known.iter().any(|known| name == *known) {
            command.env_remove(name);
        }
    }
    command
}

pub fn run(command: &mut Command) -> Run {
    Run::of(&command.output().unwrap())
}

impl Run {
    /// What a child said that has ended, or now ends.
    pub fn end(child: Child) -> Self {
        Self::of(&child.wait_with_output().unwrap())
    }

    fn of(output: &Output) -> Self {
        Self {
            // A signal has no code.
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Every file below a folder with its bytes; links are not followed.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        let Ok(entries) = fs::read_dir(&inner) else { continue };
        for entry in entries.map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else if entry.file_type().unwrap().is_file() {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// Sends a signal by the `kill` of the system.
pub fn signal(child: &Child, name: &str) {
    let _ = Command::new("kill").args([format!("-{name}"), child.id().to_string()]).status();
}

/// Says that a test, or a part of it, could not be done here. A test that is left out must not look like one that passed,
/// and what a passing test prints is not shown: so it goes to the file that `SKIPPED_TESTS` names, which `tests/run.sh`
/// counts and shows.
#[allow(clippy::print_stderr, reason = "for whoever runs one test with `--nocapture`")]
pub fn skipped(why: &str) {
    let line = format!("{}: {why}", std::thread::current().name().unwrap_or("a test"));
    eprintln!("SKIPPED: {line}");
    if let Some(file) = std::env::var_os("SKIPPED_TESTS") {
        let mut file = fs::File::options().create(true).append(true).open(file).unwrap();
        file.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}
