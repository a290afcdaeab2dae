//! Limits of the system: full disks and streams, no threads, no memory, few open files. Each ends with a message and a
//! code, never with a signal.

use std::fs;
use std::process::{Command, Stdio};

use crate::disk::{Disk, Run, run, samen, signal, skipped};
use crate::server::Server;

const SITE: &str = "//- content/pages/a.nl.md
---
title: A
---
Tekst.
";

/// The program under limits of `prlimit`; `None` where that is not there.
fn limited(site: &Disk, limits: &[&str], args: &[&str]) -> Option<Run> {
    let plain = samen();
    let mut command = Command::new("prlimit");
    command.args(limits).arg(plain.get_program()).args(args).current_dir(site.path(""));
    Command::new("prlimit").arg("--version").output().ok()?;
    Some(run(&mut command))
}

#[test]
fn data_that_cannot_be_written_are_told() {
    let site = Disk::new(SITE);
    let Ok(full) = fs::File::options().write(true).open("/dev/full") else {
        return skipped("there is no `/dev/full`");
    };
    for line in [
        "list",
        "list --format json",
        "status",
        "schema",
        "schema page",
        "completions bash",
        "check --format json",
        "build --format github --strict",
        "--help",
        "--version",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        let mut command = site.command(&args);
        let child = command.stdout(full.try_clone().unwrap()).stderr(Stdio::piped()).spawn().unwrap();
        let run = Run::end(child);
        let silent = line.starts_with("build") && run.code == 0;
        assert!(run.code == 3 || silent, "{line}: {} {}", run.code, run.stderr);
        if !line.starts_with("--") && !silent {
            assert!(run.stderr.contains("error: what was found could not be written"), "{line}: {}", run.stderr);
        }
    }
    // The other stream: what is wrong cannot be told, so the code is not that of a run that found nothing.
    site.edit("content/pages/a.nl.md", "Tekst.", "[x](nergens.md)");
    let child = site.command(&["check"]).stdout(Stdio::null()).stderr(full).spawn().unwrap();
    assert_eq!(Run::end(child).code, 3);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let site = Disk::new(SITE);
    for args in [&["list"][..], &["completions", "bash"], &["--help"]] {
        let mut child = site.start(args);
        drop(child.stdout.take());
        let run = Run::end(child);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
    }
}

#[test]
fn few_open_files_end_with_a_message_or_are_enough() {
    let site = Disk::new(SITE);
    for files in [5, 6, 7, 8, 10, 12, 16, 32] {
        let Some(run) = limited(&site, &[&format!("--nofile={files}")], &["build"]) else {
            return skipped("limits need `prlimit`");
        };
        // Below five the system cannot load the program.
        assert!(matches!(run.code, 0 | 3), "{files}: {} {}", run.code, run.stderr);
        assert_eq!(run.code == 0, site.exists("public/nl/a/index.html"), "{files}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked") && !run.stderr.is_empty(), "{files}: {}", run.stderr);
        let _ = fs::remove_dir_all(site.path("public"));
    }
}

#[test]
fn no_memory_for_threads_ends_with_a_message() {
    let site = Disk::new(SITE);
    // Enough for the program itself in this form, and not for the stack of one more thread.
    let program = fs::metadata(samen().get_program()).unwrap().len();
    let mut told = 0;
    for more in [24_u64, 48, 96, 144, 192, 256] {
        let limit = format!("--as={}", program + (more << 20));
        let Some(run) = limited(&site, &[&limit], &["build"]) else {
            return skipped("limits need `prlimit`");
        };
        // Below some size the system itself cannot load the program.
        if run.code == -1 || run.code == 127 {
            continue;
        }
        assert!(matches!(run.code, 0 | 3), "{more}: {} {}", run.code, run.stderr);
        assert!(!run.stderr.contains("panicked"), "{more}: {}", run.stderr);
        told += usize::from(run.stderr.contains("gives this program no thread"));
    }
    assert!(told > 0);
}

#[test]
fn without_threads_the_program_says_so() {
    let site = Disk::new(SITE);
    // The system never counts the processes of root.
    let mut command = Command::new("setpriv");
    command.args(["--reuid=54321", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]);
    command.args(["prlimit", "--nproc=1"]).arg(samen().get_program()).args(["--root"]).arg(site.path("")).arg("list");
    let Ok(output) = command.output() else { return skipped("another user needs `setpriv`") };
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("setpriv:") || said.contains("prlimit:") {
        return skipped("another user needs the rights of root, and a folder that it may read");
    }
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("error: the system gives this program no thread") && said.contains("ulimit -u"), "{said}");
}

#[test]
fn a_process_without_memory_ends_with_a_code_and_not_by_a_signal() {
    let site = Disk::new(SITE);
    let mut server = Server::of(&site);
    // What the standard library does when there is no memory, after it has said so.
    signal(server.child(), "ABRT");
    assert_eq!(server.ends(), Some(3));
}

#[test]
fn a_variable_that_is_no_text_is_for_other_programs() {
    use std::os::unix::ffi::OsStrExt;
    let site = Disk::new(SITE);
    let odd = std::ffi::OsStr::from_bytes(b"\xff");
    let run = run(site.command(&["list"]).env("OTHER", odd).env("SAMEN_BASE_URL", "https://own.example/"));
    assert_eq!(run.code, 0, "{}", run.stderr);
}
