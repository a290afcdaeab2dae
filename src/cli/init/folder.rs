//! Folders that no site may come into, and what to do instead.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;
use crate::output::MARKER;
use crate::source::Ground;

/// Files by which the folder of another program is known, and what the program is.
const PROGRAMS: &[(&str, &str)] = &[
    ("hugo.toml", "hugo"),
    ("hugo.yaml", "hugo"),
    ("hugo.json", "hugo"),
    ("_config.yml", "jekyll"),
    ("_config.yaml", "jekyll"),
    ("docusaurus.config.js", "docusaurus"),
    ("docusaurus.config.ts", "docusaurus"),
    ("mkdocs.yml", "mkdocs"),
    ("mkdocs.yaml", "mkdocs"),
    ("package.json", ""),
    ("Cargo.toml", ""),
    ("go.mod", ""),
    ("pyproject.toml", ""),
    ("setup.py", ""),
    ("composer.json", ""),
    ("Gemfile", ""),
    ("pom.xml", ""),
    ("build.gradle", ""),
    ("book.toml", ""),
    ("conf.py", ""),
    ("wp-config.php", ""),
];

/// The file by which a site is known.
const SETTINGS: &str = "samen.yaml";

/// Says no where a site would do harm, or where one is.
pub(super) fn refuse(ground: &Ground) -> Result<(), Box<Diagnostic>> {
    let folder = ground.folder();
    let shown = &*folder.display().to_string();
    let no =
        |message: Message, help: Message| Err(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)));
    let new_folder = || message!("init-new-folder-help");
    if folder.parent().is_none() {
        return no(message!("init-root"), new_folder());
    }
    let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
    if home.as_deref() == Some(folder) {
        return no(message!("init-home", folder = shown), new_folder());
    }
    if ground.holds(SETTINGS) {
        return no(message!("init-site-already", folder = shown), message!("init-site-already-help"));
    }
    if ground.holds(MARKER) {
        return no(message!("init-build", folder = shown), message!("init-build-help"));
    }
    match ground.around(&[SETTINGS, MARKER]) {
        Some((around, SETTINGS)) => {
            let message = message!("init-in-site", folder = shown, site = around.display().to_string());
            return no(message, message!("init-outside-help"));
        }
        Some((around, _)) => {
            let message = message!("init-in-build", folder = shown, around = around.display().to_string());
            return no(message, message!("init-in-build-help"));
        }
        None => {}
    }
    if let Some((file, program)) = PROGRAMS.iter().find(|(file, _)| ground.holds(file)) {
        let help = match *program {
            "" => new_folder(),
            program => message!("init-import-help", program = program, folder = shown),
        };
        return no(message!("init-other-program", folder = shown, file = *file), help);
    }
    Ok(())
}

/// What stands in a folder that a site cannot share it with.
pub(super) fn in_the_way(ground: &Ground) -> Option<Box<Diagnostic>> {
    let names = ground.in_the_way();
    if names.is_empty() {
        return None;
    }
    let folder = ground.folder().display().to_string();
    let message = message!("init-not-empty", folder = folder, names = names.join(", "));
    Some(Box::new(Diagnostic::error(Code::OutputRefused, message).help(message!("init-not-empty-help"))))
}
