//! Questions at a terminal, one line each and one after the other, so that they can be read aloud; what is in brackets is
//! taken when nothing is typed. Knows nothing of files.

use std::io::BufRead;

use clap::ValueEnum;
use jiff::civil::Date;

use super::super::report::Reporter;
use super::answers::{self, GivenAnswers};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::message;
use crate::source::{Ground, Sources};
use crate::starter::Answers;

/// How often one question is asked before the run ends.
const PATIENCE: usize = 5;

/// Bytes of the longest answer.
const LONGEST: u64 = 4096;

/// A choice that says what it is.
pub(super) trait WithWords: ValueEnum {
    /// What it is, for people.
    fn words(&self) -> Message;
}

/// Somebody who answers.
pub(super) struct Questions<'a> {
    pub(super) reporter: &'a Reporter,
    pub(super) input: &'a mut dyn BufRead,
    pub(super) theme: &'a Sources,
    pub(super) ground: &'a Ground,
}

impl Questions<'_> {
    /// Asks for what the flags do not say.
    pub(super) fn ask(&mut self, given: &GivenAnswers, today: Date) -> Result<Answers, Box<Diagnostic>> {
        let mut all = given.clone();
        // Wrong flags are told before anybody answers anything.
        if let (Some(_), false) = (&all.name, all.languages.is_empty()) {
            all.answers(self.theme, today)?;
        }
        self.reporter.tell(&message!("ask-folder", folder = self.ground.folder().display().to_string()));
        if all.name.is_none() {
            all.name = Some(self.until(&message!("ask-name"), None, answers::name)?);
        }
        if all.languages.is_empty() {
            let theme = self.theme;
            let ready: Vec<Lang> = answers::ready(theme);
            let tags: Vec<&str> = ready.iter().map(Lang::as_str).collect();
            let question = message!("ask-languages", ready = tags.join(", "));
            let languages = self.until(&question, None, |text| answers::languages(&[text.to_owned()], theme))?;
            all.languages = languages.iter().map(ToString::to_string).collect();
        }
        let languages = answers::languages(&all.languages, self.theme)?;
        if all.default_language.is_none() && languages.len() > 1 {
            let tags: Vec<&str> = languages.iter().map(Lang::as_str).collect();
            let question = message!("ask-default-language", languages = tags.as_slice());
            let lang =
                self.until(&question, Some(tags[0]), |text| answers::default_language(Some(text), &languages))?;
            all.default_language = Some(lang.to_string());
        }
        if all.starter.is_none() {
            all.starter = Some(self.choose(&message!("ask-starter"), 0)?);
        }
        if all.area.is_empty() {
            let question = message!("ask-area");
            all.area = vec![self.until(&question, Some(""), |text| Ok(text.to_owned()))?];
        }
        if all.forge.is_none() {
            all.forge = Some(self.choose(&message!("ask-forge"), 3)?);
        }
        self.ask_for_texts(&mut all)?;
        all.answers(self.theme, today)
    }

    /// Asks for what stands in texts; all of it can wait.
    fn ask_for_texts(&mut self, all: &mut GivenAnswers) -> Result<(), Box<Diagnostic>> {
        if all.base_url.is_none() {
            let question = message!("ask-base-url");
            let wanted = |text: &str| if text.is_empty() { Ok(String::new()) } else { answers::base_url(text) };
            all.base_url = Some(self.until(&question, Some(""), wanted)?).filter(|url| !url.is_empty());
        }
        if all.organisation.is_none() {
            let question = message!("ask-maker");
            let wanted = |text: &str| Ok(text.to_owned());
            all.organisation = Some(self.until(&question, Some(""), wanted)?).filter(|name| !name.is_empty());
        }
        if all.email.is_none() {
            let question = message!("ask-email");
            let wanted = |text: &str| if text.is_empty() { Ok(String::new()) } else { answers::email(text) };
            all.email = Some(self.until(&question, Some(""), wanted)?).filter(|email| !email.is_empty());
        }
        Ok(())
    }

    /// One of a few words, by its name or number.
    fn choose<T: WithWords>(&mut self, question: &Message, usual: usize) -> Result<T, Box<Diagnostic>> {
        let options: Vec<(String, String, T)> = T::value_variants()
            .iter()
            .filter_map(|value| {
                let shown = value.to_possible_value()?;
                Some((shown.get_name().to_owned(), self.reporter.text(&value.words()), value.clone()))
            })
            .collect();
        let lines = options.iter().enumerate().map(|(at, (name, help, _))| format!("\n  {}. {name}: {help}", at + 1));
        let question = format!("{}{}", self.reporter.text(question), lines.collect::<String>());
        let usual = options.get(usual).map(|(name, ..)| name.as_str());
        self.until(&Message::verbatim(question), usual, |text| {
            let number = text.parse::<usize>().ok().and_then(|number| options.get(number.checked_sub(1)?));
            let by_name = || options.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text));
            number.or_else(by_name).map(|(_, _, value)| value.clone()).ok_or_else(|| {
                let names: Vec<&str> = options.iter().map(|(name, ..)| name.as_str()).collect();
                let message = message!("answer-none-of", answer = text, names = names.as_slice());
                Box::new(Diagnostic::error(Code::ConfigInvalid, message))
            })
        })
    }

    /// Asks until the answer can be used. `usual` is taken for an empty line.
    fn until<T>(
        &mut self,
        question: &Message,
        usual: Option<&str>,
        read: impl Fn(&str) -> Result<T, Box<Diagnostic>>,
    ) -> Result<T, Box<Diagnostic>> {
        let shown = usual.filter(|usual| !usual.is_empty()).map_or_else(String::new, |usual| format!(" [{usual}]"));
        for _ in 0..PATIENCE {
            self.reporter.say(&format!("\n{}{shown}", self.reporter.text(question)));
            let text = self.line()?;
            let text = match (text.trim(), usual) {
                ("", Some(usual)) => usual,
                (text, _) => text,
            };
            match read(text) {
                Ok(answer) => return Ok(answer),
                Err(wrong) => self.reporter.alone(*wrong),
            }
        }
        Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message!("answers-unusable"))))
    }

    fn line(&mut self) -> Result<String, Box<Diagnostic>> {
        let mut bytes = Vec::new();
        let read = std::io::Read::take(&mut *self.input, LONGEST).read_until(b'\n', &mut bytes);
        match read {
            Ok(count) if count > 0 => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            _ => Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message!("answers-end")))),
        }
    }
}
