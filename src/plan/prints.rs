//! Prints among what will exist: of entries and registers, in all forms, under old names too. Knows nothing of how a
//! print is made.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::Lang;
use crate::message;
use crate::schema::{PrintSettings, PrintVariant, Type};
use crate::site::{Entry, PrintBundle, PrintFile, Route, Subject};

use super::{Job, Planning, entry_span};

impl Planning<'_, '_> {
    /// The print of an entry in all its forms, and its picture.
    pub(super) fn prints(&mut self, entry: &Entry, lang: &Lang) {
        let site = self.site;
        let forms = site.printed(entry, lang).into_iter().flat_map(PrintSettings::all).map(PrintFile::Pdf);
        let files: Vec<PrintFile> = forms.collect();
        let preview = (!files.is_empty()).then_some(PrintFile::Preview);
        for file in files.into_iter().chain(preview) {
            self.print(entry, lang, file);
        }
    }

    /// The picture for links from other sites.
    pub(super) fn card(&mut self, entry: &Entry, lang: &Lang) {
        if self.site.has_card(entry, lang) {
            self.print(entry, lang, PrintFile::Card);
        }
    }

    fn print(&mut self, entry: &Entry, lang: &Lang, file: PrintFile) {
        let from = entry_span(self.site, entry, lang, "slug");
        let job = Job::Print { subject: Subject::Entry(entry.id), lang: lang.clone(), file };
        self.add(self.site.print_route(entry, lang, file), job, Some(from));
    }

    /// The registers of a type that are printed.
    pub(super) fn register_prints(&mut self, type_: &Type, lang: &Lang) {
        let site = self.site;
        for register in &type_.registers {
            let Some(route) = site.register_print_route(type_, register, lang) else { continue };
            let subject = Subject::Register(type_.name.clone(), register.kind.name.clone());
            let file = PrintFile::Pdf(PrintVariant::Plain);
            let job = Job::Print { subject, lang: lang.clone(), file };
            self.add(route, job, Some(register.span.clone()));
        }
    }

    /// An old address of a print: the print of today stands there too, in the same form. A page that redirects would not
    /// help, because whoever has the address expects a PDF file.
    pub(super) fn old_print(&mut self, entry: &Entry, lang: &Lang, route: Route, span: &Span) {
        if !cfg!(feature = "pdf") {
            return;
        }
        let Some(printed) = self.site.printed(entry, lang) else {
            let message = message!("alias-without-print", route = &route, lang = lang);
            let help = message!("alias-without-print-help");
            return self.diagnostics.push(Diagnostic::error(Code::AliasInvalid, message).at(span.clone()).help(help));
        };
        let form = printed.all().find(|form| route.0.ends_with(&format!("-{}.pdf", form.word())));
        let file = PrintFile::Pdf(form.unwrap_or(PrintVariant::Plain));
        self.add(route, Job::Print { subject: Subject::Entry(entry.id), lang: lang.clone(), file }, Some(span.clone()));
    }

    /// What there is of the prints of each entry in all languages.
    pub(super) fn print_bundles(&mut self) {
        let site = self.site;
        for entry in site.entries.iter().filter(|entry| !site.printed_in(entry.id).is_empty()) {
            for bundle in PrintBundle::ALL {
                let from = Span::start_of(&entry.source.file);
                self.add(site.bundle_route(entry, bundle), Job::Prints(entry.id, bundle), Some(from));
            }
        }
    }
}
