//! Folders that no site may come into, and what to do instead.

use crate::diagnostic::{Code, Diagnostic};
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
    let shown = folder.display();
    let no = |message: String, help: &str| Err(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)));
    let new_folder = "name a folder for it: `samen init my-hub`";
    if folder.parent().is_none() {
        return no("the root of the file system cannot become a site".to_owned(), new_folder);
    }
    let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
    if home.as_deref() == Some(folder) {
        return no(format!("`{shown}` is your home folder, with all that is yours"), new_folder);
    }
    if ground.holds(SETTINGS) {
        let help = "`samen serve` shows it; for another site name another folder";
        return no(format!("`{shown}` is a site already"), help);
    }
    if ground.holds(MARKER) {
        let help = "name a folder that is none of those that builds fill";
        return no(format!("`{shown}` is what a build of a site made"), help);
    }
    match ground.around(&[SETTINGS, MARKER]) {
        Some((around, SETTINGS)) => {
            let message = format!("`{shown}` lies in the site `{}`", around.display());
            return no(message, "name a folder outside of it");
        }
        Some((around, _)) => {
            let message = format!("`{shown}` lies in what a build of a site made, `{}`", around.display());
            return no(message, "name a folder outside of it: builds remove what they did not make");
        }
        None => {}
    }
    if let Some((file, program)) = PROGRAMS.iter().find(|(file, _)| ground.holds(file)) {
        let help = match *program {
            "" => new_folder.to_owned(),
            program => format!(
                "to bring its texts along, start a site in a new folder and run `samen import {program} {shown}` there"
            ),
        };
        return no(format!("`{shown}` belongs to another program: it holds `{file}`"), &help);
    }
    Ok(())
}

/// What stands in a folder that a site cannot share it with.
pub(super) fn in_the_way(ground: &Ground) -> Option<Box<Diagnostic>> {
    let names = ground.in_the_way();
    if names.is_empty() {
        return None;
    }
    let message = format!("`{}` is not empty: it holds {}", ground.folder().display(), names.join(", "));
    let help = "nothing is ever overwritten: name a new folder, such as `samen init my-hub`, or move these files away";
    Some(Box::new(Diagnostic::error(Code::OutputRefused, message).help(help)))
}
