//! Answers that flags give, each checked where it is given. Knows nothing of questions.

use std::collections::BTreeMap;

use clap::Args;
use jiff::civil::Date;

use super::{ForgeFlag, StarterFlag};
use crate::config::BaseUrl;
use crate::diagnostic::{Code, Diagnostic, quoted_list};
use crate::lang::Lang;
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
            let message = format!("{} needed: there is no terminal to ask at", are(&missing));
            let help = "type `samen init my-hub --name \"My hub\" --languages de,fr`, with your own words";
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
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
            ("organisation", &self.organisation),
            ("address", &self.address),
            ("email", &self.email),
            ("represented", &self.represented_by),
        ];
        let given = given.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        given
            .map(|(name, value)| Ok((name, if name == "email" { email(value)? } else { line(name, value)? })))
            .collect()
    }
}

fn are(missing: &[&str]) -> String {
    match missing {
        [one] => format!("`{one}` is"),
        all => format!("{} are", quoted_list(all)),
    }
}

/// A line of words.
fn line(what: &str, text: &str) -> Result<String, Box<Diagnostic>> {
    let text = text.trim();
    let wrong = |why: &str| Err(Box::new(Diagnostic::error(Code::ConfigInvalid, format!("the {what} {why}"))));
    match text {
        "" => wrong("is empty"),
        text if text.chars().any(char::is_control) => wrong("must stand on one line"),
        text if text.chars().count() > LONGEST_VALUE => wrong(&format!("is longer than {LONGEST_VALUE} characters")),
        text => Ok(text.to_owned()),
    }
}

/// The name of a site.
pub(super) fn name(text: &str) -> Result<String, Box<Diagnostic>> {
    let name = line("name", text)?;
    if name.chars().count() > LONGEST_NAME {
        let message = format!("the name is longer than {LONGEST_NAME} characters; it stands in every title");
        return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help("choose a short one")));
    }
    Ok(name)
}

/// An address of e-mail.
pub(super) fn email(text: &str) -> Result<String, Box<Diagnostic>> {
    let email = line("e-mail address", text)?;
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';');
    let parts = email.split_once('@').filter(|(user, host)| !user.is_empty() && host.contains('.'));
    if parts.is_none_or(|(_, host)| host.contains('@')) || !email.chars().all(plain) {
        let message = format!("`{email}` is not an e-mail address");
        return Err(Box::new(
            Diagnostic::error(Code::ConfigInvalid, message).help("write one such as info@hub.example"),
        ));
    }
    Ok(email)
}

/// Where a site will stand.
pub(super) fn base_url(text: &str) -> Result<String, Box<Diagnostic>> {
    let url = text.trim();
    if BaseUrl::parse(url).is_none() {
        let message = format!("`{url}` is not the address of a site");
        let help = "write it with `https://`, such as https://hub.example/";
        return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
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
            let message = format!("the language `{lang}` is named twice");
            return Err(Box::new(Diagnostic::error(Code::UnknownLanguage, message).help("name each language once")));
        }
        found.push(lang);
        if found.len() > MOST_LANGUAGES {
            let message = format!("a new site has {MOST_LANGUAGES} languages at most");
            let help = "start with those that somebody will write in; `samen new language` adds others";
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
        }
    }
    if found.is_empty() {
        return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, "a site has one language at least")));
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
    let diagnostic = Diagnostic::error(Code::UnknownLanguage, format!("`{word}` is not a language tag"));
    Box::new(match named {
        Some(lang) => diagnostic.help(format!("did you mean `{lang}`?")),
        None => {
            let tags: Vec<&str> = ready.iter().map(Lang::as_str).collect();
            match crate::diagnostic::nearest(word, &tags) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help(format!("write its code; ready from the start are {}", quoted_list(&tags))),
            }
        }
    })
}

/// The default language, one of those of the site.
pub(super) fn default_language(given: Option<&str>, languages: &[Lang]) -> Result<Lang, Box<Diagnostic>> {
    let Some(given) = given.map(str::trim) else { return Ok(languages[0].clone()) };
    Lang::parse(given).filter(|lang| languages.contains(lang)).ok_or_else(|| {
        let tags: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        let message = format!("`{given}` is not one of the languages of the site");
        Box::new(
            Diagnostic::error(Code::UnknownLanguage, message).help(format!("choose one of {}", quoted_list(&tags))),
        )
    })
}
