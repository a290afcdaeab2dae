//! Messages: diagnostics in the chosen format, and closing lines. Knows nothing of commands.

use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::sync::{Arc, OnceLock};

use super::{Global, MessageFormat, colored};
use crate::diagnostic::{self, Catalog, Code, Diagnostic, Diagnostics, Message, Style, visible, visible_json};
use crate::message;
use crate::source::Sources;

/// Columns of a terminal that does not tell its width: lines of help stay readable, and most terminals are wider.
const WIDTH: usize = 100;

/// Writes messages in the way the flags ask for.
pub(crate) struct Reporter {
    format: MessageFormat,
    style: Style,
    /// The words of messages.
    catalog: Catalog,
    quiet: bool,
    pub(crate) verbose: bool,
    /// Why something could not be written, the first time.
    lost: OnceLock<String>,
    /// Set when a message says that the system is short of something.
    limited: OnceLock<()>,
}

impl Reporter {
    pub(super) fn new(global: &Global, catalog: Catalog) -> Self {
        let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(WIDTH);
        let color = colored(global.color, &io::stderr());
        Self {
            format: global.format.messages(),
            style: Style { color, width },
            catalog,
            quiet: global.quiet,
            verbose: global.verbose,
            lost: OnceLock::new(),
            limited: OnceLock::new(),
        }
    }

    pub(crate) fn format(&self) -> MessageFormat {
        self.format
    }

    /// Whether a bar of progress may be drawn.
    pub(crate) fn shows_progress(&self) -> bool {
        let ci = std::env::var_os("CI").is_some();
        self.format == MessageFormat::Human && !self.quiet && !ci && io::stderr().is_terminal()
    }

    /// The messages in the language of the editors.
    pub(crate) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A message in the language of the editors.
    pub(crate) fn text(&self, message: &Message) -> String {
        message.text(&self.catalog)
    }

    /// A line for people, unless they want silence.
    pub(crate) fn tell(&self, message: &Message) {
        self.say(&self.text(message));
    }

    /// A line for people, unless they want silence.
    pub(crate) fn say(&self, line: &str) {
        if !self.quiet {
            self.write(&mut io::stderr(), &format!("{}\n", visible(line)));
        }
    }

    /// Whether the next line that somebody types is yes, in the language of the question or in English.
    pub(crate) fn hears_yes(&self) -> bool {
        let mut answer = String::new();
        if io::stdin().lock().read_line(&mut answer).is_err() {
            return false;
        }
        let answer = answer.trim().to_lowercase();
        let words = message!("answers-yes");
        let known = [self.text(&words), words.to_string()];
        known.iter().flat_map(|words| words.split(',')).any(|word| word.trim() == answer)
    }

    /// Diagnostics of a command that has no other data: for machines on standard output, for people on the other.
    pub(crate) fn diagnostics(&self, diagnostics: &Diagnostics, sources: Option<&Sources>) {
        self.show(diagnostics, sources, false);
    }

    /// Diagnostics of a command whose data are on standard output.
    pub(crate) fn diagnostics_aside(&self, diagnostics: &Diagnostics, sources: Option<&Sources>) {
        self.show(diagnostics, sources, true);
    }

    /// One diagnostic, before there is a site.
    pub(crate) fn alone(&self, diagnostic: Diagnostic) {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(diagnostic);
        self.diagnostics(&diagnostics, None);
    }

    /// Data on standard output.
    pub(crate) fn data(&self, text: &str) {
        self.write(&mut io::stdout(), text);
    }

    /// Whether a message said that the system is short of something: what else was found may follow from it.
    pub(crate) fn told_of_limit(&self) -> bool {
        self.limited.get().is_some()
    }

    /// Whether something that was to be said is lost; that is said then.
    pub(crate) fn tells_of_loss(&self) -> bool {
        let Some(why) = self.lost.get() else { return false };
        // Where this stream is the one that is full, the exit code alone tells it.
        let (error, said) = (self.text(&message!("error")), self.text(&message!("output-lost", why = why)));
        let _ = writeln!(io::stderr(), "{error}: {said}");
        true
    }

    /// A reader that has gone away, such as `| head`, is not an error.
    fn write(&self, stream: &mut dyn Write, text: &str) {
        match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => drop(self.lost.set(error.to_string())),
            _ => {}
        }
    }

    fn show(&self, diagnostics: &Diagnostics, sources: Option<&Sources>, aside: bool) {
        let text = |path: &str| -> Option<Arc<str>> { sources?.shown(path) };
        let items = diagnostics.items();
        if items.iter().any(|item| item.code == Code::SystemLimit) {
            let _ = self.limited.set(());
        }
        let written = match self.format {
            MessageFormat::Human => diagnostic::human(items, &text, self.style, &self.catalog),
            // Data follow on the other stream; a report that says nothing would only stand in their way.
            _ if aside && items.is_empty() => String::new(),
            MessageFormat::Json => format!("{}\n", visible_json(&diagnostic::json(items, &text))),
            MessageFormat::Github => diagnostic::github(items, &text, &self.catalog),
            MessageFormat::Gitlab => {
                format!("{}\n", visible_json(&diagnostic::gitlab(items, &text, &self.catalog)))
            }
            MessageFormat::Sarif => format!("{}\n", visible_json(&diagnostic::sarif(items, &text, &self.catalog))),
            MessageFormat::Markdown => diagnostic::markdown(items, &text, &self.catalog),
        };
        if aside || self.format == MessageFormat::Human {
            self.write(&mut io::stderr(), &written);
        } else {
            self.write(&mut io::stdout(), &written);
        }
    }
}

/// "1 error, 2 warnings"; nothing when there is nothing.
pub(crate) fn counts(diagnostics: &Diagnostics) -> Option<Message> {
    let (errors, warnings) = diagnostics.counts();
    (errors + warnings > 0).then(|| diagnostic::counts(errors, warnings))
}

/// Rows of equal length as lines, each column as wide as its widest cell, with two spaces between them.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| visible(cell)).collect()).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter().map(|row| aligned_line(row, &widths)).collect()
}

fn aligned_line(row: &[String], widths: &[usize]) -> String {
    let cells: String = widths.iter().zip(row).map(|(width, cell)| format!("{cell:width$}  ")).collect();
    format!("{}\n", cells.trim_end())
}
