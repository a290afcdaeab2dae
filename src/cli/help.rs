//! Help in the language of the editors: the tree of commands and flags with other words. What each says stands in
//! `src/messages` under `cli-<command>`, that of a flag as its attribute. Knows nothing of what they do.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use crate::diagnostic::Catalog;
use crate::message;

/// The message of the program itself.
const PROGRAM: &str = "cli";

/// The command with help in a language. The parser knows the English one from where flags are defined.
pub(super) fn in_language(mut command: Command, catalog: &Catalog) -> Command {
    if catalog.tag() == Catalog::english().tag() {
        return command;
    }
    // Now the flags for help and version are there too, and those of every command in each of them.
    command.build();
    HelpWords { catalog }.of_command(command, PROGRAM)
}

struct HelpWords<'a> {
    catalog: &'a Catalog,
}

impl HelpWords<'_> {
    fn of_command(&self, command: Command, name: &str) -> Command {
        let command = match self.catalog.words(name) {
            Some(about) => command.about(about),
            None => command,
        };
        let parts = [
            (command.has_subcommands(), message!("help-commands"), "{subcommands}"),
            (command.get_positionals().next().is_some(), message!("help-arguments"), "{positionals}"),
            (true, message!("help-flags"), "{options}"),
        ];
        let mut template = format!("{{about-with-newline}}\n{} {{usage}}", message!("help-usage").text(self.catalog));
        for (_, heading, part) in parts.iter().filter(|(is_there, ..)| *is_there) {
            template.push_str(&format!("\n\n{}\n{part}", heading.text(self.catalog)));
        }
        let command = command.help_template(template).mut_args(|arg| self.of_argument(arg, name));
        command.mut_subcommands(|command| {
            let name = format!("{name}-{}", command.get_name());
            self.of_command(command, &name)
        })
    }

    fn of_argument(&self, arg: Arg, command: &str) -> Arg {
        let id = arg.get_id().as_str().trim_end_matches('_').replace('_', "-");
        // Flags of every command are told once.
        let words = [command, PROGRAM].iter().find_map(|of| self.catalog.words(&format!("{of}.{id}")));
        let help = words.map(StyledStr::from).or_else(|| arg.get_help().cloned());
        let notes = self.notes(&arg);
        let arg = arg.hide_default_value(true).hide_possible_values(true);
        match help {
            Some(help) => arg.help(format!("{help}{notes}")),
            None => arg,
        }
    }

    /// What a flag is without a value, and which values it knows.
    fn notes(&self, arg: &Arg) -> String {
        if !arg.get_action().takes_values() {
            return String::new();
        }
        let usual: Vec<String> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into()).collect();
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let mut notes = String::new();
        if !usual.is_empty() {
            notes.push_str(&format!(" {}", message!("help-default", value = usual.join(", ")).text(self.catalog)));
        }
        if !values.is_empty() {
            notes.push_str(&format!(" {}", message!("help-values", values = values.join(", ")).text(self.catalog)));
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    /// What help says, by the names of its messages.
    fn said(command: &Command, name: &str, found: &mut Vec<(String, String)>) {
        found.extend(command.get_about().map(|about| (name.to_owned(), about.to_string())));
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().trim_end_matches('_').replace('_', "-");
            found.extend(arg.get_help().map(|help| (format!("{name}.{id}"), help.to_string())));
        }
        command.get_subcommands().for_each(|inner| said(inner, &format!("{name}-{}", inner.get_name()), found));
    }

    #[test]
    fn the_files_of_messages_say_what_the_flags_say() {
        let (english, mut found) = (Catalog::english(), Vec::new());
        said(&Cli::command(), PROGRAM, &mut found);
        for (name, words) in &found {
            assert_eq!(english.words(name).as_ref(), Some(words), "`{name}` in src/messages/en.ftl");
        }
        let file = include_str!("../messages/en.ftl");
        let commands =
            file.lines().filter_map(|line| line.starts_with("cli").then(|| line.split(" =").next()).flatten());
        for name in commands.filter(|name| *name != "cli-help") {
            assert!(found.iter().any(|(known, _)| known == name), "there is no command for `{name}`");
        }
    }

    #[test]
    fn help_speaks_the_language_of_the_editors() {
        let dutch = Catalog::of("nl").expect("Dutch is carried");
        let mut command = in_language(Cli::command(), &dutch);
        let help = command.find_subcommand_mut("check").expect("there is one").render_help().to_string();
        assert!(help.starts_with("Controleer alles en schrijf niets\n\nGebruik: samen check"), "{help}");
        assert!(help.contains("\nVlaggen:\n"), "{help}");
        for english in ["Usage", "Options", "default:", "possible values", "Print", "Warnings"] {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}
