//! Answers that flags give, each checked where it is given. Knows nothing of questions.

use std::collections::BTreeMap;

use clap::Args;
use jiff::civil::Date;

use super::{ForgeFlag, StarterFlag};
use crate::config::BaseUrl;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::message;
use crate::source::Sources;
use crate::starter::{Answers, Forge, MOST_LANGUAGES, StarterKind};

/// Characters of the longest name: it stands in every title.
const LONGEST_NAME: usize = 100;

/// Characters of the longest value that is put into texts.
const LONGEST_VALUE: usize = 300;

#[derive(Clone, Debug, Default, Args)]
pub(super) struct GivenAnswers {
    /// The name of the site
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Its languages, in the order of the switcher, such as de,fr
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub(super) languages: Vec<String>,
    /// The language that readers get who ask for none [default: the first]
    #[arg(long, value_name = "TAG")]
    pub(super) default_language: Option<String>,
    /// What the site is for [default: hub]
    #[arg(long, value_name = "STARTER")]
    pub(super) starter: Option<StarterFlag>,
    /// Countries or a region, such as be,de: the map, the clock and telephone numbers follow from them
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(super) area: Vec<String>,
    /// The clock of the site, such as Europe/Berlin, where the area has several or there is none
    #[arg(long, value_name = "ZONE")]
    pub(super) time_zone: Option<String>,
    /// Where it is kept and published from [default: none]
    #[arg(long, value_name = "FORGE")]
    pub(super) forge: Option<ForgeFlag>,
    /// The address where it will stand
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The licence of its texts, such as CC-BY-4.0
    #[arg(long, value_name = "SPDX")]
    pub(super) licence: Option<String>,
    /// Fills in the name of the organisation that makes the site
    #[arg(long, value_name = "NAME")]
    pub(super) organisation: Option<String>,
    /// Fills in its address
    #[arg(long, value_name = "ADDRESS")]
    pub(super) address: Option<String>,
    /// Fills in the address of e-mail for questions
    #[arg(long, value_name = "E-MAIL")]
    pub(super) email: Option<String>,
    /// Fills in who may act for the organisation
    #[arg(long, value_name = "WHO")]
    pub(super) represented_by: Option<String>,
}

impl GivenAnswers {
    /// All answers; what is needed and missing is an error that says what to type.
    pub(super) fn answers(&self, theme: &Sources, today: Date) -> Result<Answers, Box<Diagnostic>> {
        if self.name.is_none() || self.languages.is_empty() {
            let missing: Vec<&str> = [("--name", self.name.is_none()), ("--languages", self.languages.is_empty())]
                .into_iter()
                .filter_map(|(flag, is_missing)| is_missing.then_some(flag))
                .collect();
            let message = match missing.len() {
                1 => message!("flag-needed-no-terminal", flags = missing.as_slice()),
                _ => message!("flags-needed-no-terminal", flags = missing.as_slice()),
            };
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(message!("flags-needed-help"))));
        }
        let languages = languages(&self.languages, theme)?;
        Ok(Answers {
            name: name(self.name.as_deref().unwrap_or_default())?,
            default_language: default_language(self.default_language.as_deref(), &languages)?,
            languages,
            kind: self.starter.map_or(StarterKind::Hub, StarterFlag::kind),
            areas: areas(&self.area),
            time_zone: self.time_zone.clone(),
            forge: self.forge.map_or(Forge::None, ForgeFlag::forge),
            base_url: self.base_url.as_deref().map(base_url).transpose()?,
            licence: self.licence.clone(),
            values: self.values()?,
            today,
        })
    }

    /// What is put into texts.
    pub(super) fn values(&self) -> Result<BTreeMap<&'static str, String>, Box<Diagnostic>> {
        let given = [
            ("organisation", &self.organisation, message!("value-of-organisation")),
            ("address", &self.address, message!("value-of-address")),
            ("email", &self.email, message!("value-of-email")),
            ("represented", &self.represented_by, message!("value-of-represented")),
        ];
        let given = given.into_iter().filter_map(|(name, value, what)| Some((name, value.as_deref()?, what)));
        given
            .map(|(name, value, what)| Ok((name, if name == "email" { email(value)? } else { line(&what, value)? })))
            .collect()
    }
}

/// A line of words.
fn line(what: &Message, text: &str) -> Result<String, Box<Diagnostic>> {
    let what = what.clone();
    let wrong = |message: Message| Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message)));
    match text.trim() {
        "" => wrong(message!("answer-empty", what = what)),
        text if text.chars().any(char::is_control) => wrong(message!("answer-lines", what = what)),
        text if text.chars().count() > LONGEST_VALUE => {
            wrong(message!("answer-long", what = what, most = LONGEST_VALUE))
        }
        text => Ok(text.to_owned()),
    }
}

/// The name of a site.
pub(super) fn name(text: &str) -> Result<String, Box<Diagnostic>> {
    let name = line(&message!("value-of-name"), text)?;
    if name.chars().count() > LONGEST_NAME {
        let message = message!("site-name-long", most = LONGEST_NAME);
        return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(message!("site-name-long-help"))));
    }
    Ok(name)
}

/// An address of e-mail.
pub(super) fn email(text: &str) -> Result<String, Box<Diagnostic>> {
    let email = line(&message!("value-of-email"), text)?;
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';');
    let parts = email.split_once('@').filter(|(user, host)| !user.is_empty() && host.contains('.'));
    if parts.is_none_or(|(_, host)| host.contains('@')) || !email.chars().all(plain) {
        let diagnostic = Diagnostic::error(Code::ConfigInvalid, message!("email-invalid", text = email));
        return Err(Box::new(diagnostic.help(message!("email-invalid-help"))));
    }
    Ok(email)
}

/// Where a site will stand.
pub(super) fn base_url(text: &str) -> Result<String, Box<Diagnostic>> {
    let url = text.trim();
    if BaseUrl::parse(url).is_none() {
        let diagnostic = Diagnostic::error(Code::ConfigInvalid, message!("site-address-invalid", url = url));
        return Err(Box::new(diagnostic.help(message!("site-address-invalid-help"))));
    }
    Ok(url.to_owned())
}

/// Codes of countries and regions, as they are written in settings.
pub(super) fn areas(given: &[String]) -> Vec<String> {
    words(given).map(str::to_lowercase).collect()
}

/// The words of a list, however they are divided.
fn words(given: &[String]) -> impl Iterator<Item = &str> {
    given.iter().flat_map(|part| part.split([',', ';', ' ', '\t'])).filter(|word| !word.is_empty())
}

/// The languages that tags name, each once.
pub(super) fn languages(given: &[String], theme: &Sources) -> Result<Vec<Lang>, Box<Diagnostic>> {
    let mut found: Vec<Lang> = Vec::new();
    for word in words(given) {
        let lang = Lang::parse(word).filter(Lang::is_registered).ok_or_else(|| unknown(word, theme))?;
        if found.contains(&lang) {
            let message = message!("language-twice", tag = lang.as_str());
            let diagnostic = Diagnostic::error(Code::UnknownLanguage, message);
            return Err(Box::new(diagnostic.help(message!("language-twice-help"))));
        }
        found.push(lang);
        if found.len() > MOST_LANGUAGES {
            let message = message!("languages-too-many", most = MOST_LANGUAGES);
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message);
            return Err(Box::new(diagnostic.help(message!("languages-too-many-help"))));
        }
    }
    if found.is_empty() {
        return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message!("languages-none"))));
    }
    Ok(found)
}

/// The languages that the theme has words for.
pub(super) fn ready(theme: &Sources) -> Vec<Lang> {
    let names =
        theme.under("themes/hub/languages").filter_map(|file| file.path.rsplit('/').next()?.strip_suffix(".yaml"));
    names.filter_map(Lang::parse).collect()
}

fn unknown(word: &str, theme: &Sources) -> Box<Diagnostic> {
    let ready = ready(theme);
    let folded = word.to_lowercase();
    let named = ready.iter().find(|lang| lang.autonym().is_some_and(|name| name.to_lowercase() == folded));
    let diagnostic = Diagnostic::error(Code::UnknownLanguage, message!("language-code-invalid", tag = word));
    Box::new(match named {
        Some(lang) => diagnostic.help(message!("did-you-mean", name = lang.as_str())),
        None => {
            let tags: Vec<&str> = ready.iter().map(Lang::as_str).collect();
            match crate::diagnostic::nearest(word, &tags) {
                Some(near) => diagnostic.help(message!("did-you-mean", name = near)),
                None => diagnostic.help(message!("language-ready-help", ready = tags.as_slice())),
            }
        }
    })
}

/// The default language, one of those of the site.
pub(super) fn default_language(given: Option<&str>, languages: &[Lang]) -> Result<Lang, Box<Diagnostic>> {
    let Some(given) = given.map(str::trim) else { return Ok(languages[0].clone()) };
    Lang::parse(given).filter(|lang| languages.contains(lang)).ok_or_else(|| {
        let tags: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        let message = message!("language-not-of-site", tag = given);
        let help = message!("choose-one-of", names = tags.as_slice());
        Box::new(Diagnostic::error(Code::UnknownLanguage, message).help(help))
    })
}
