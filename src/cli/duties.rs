//! `samen check --duties`: what laws and rules of the area of a site ask of it, and what of that is there. Which duties
//! there are stands in `duties.yaml` of the theme. Knows no law, and nothing of whom one binds.

use std::sync::Arc;

use serde_json::{Value, json};

use super::report::Reporter;
use super::{EXIT_CONTENT, MessageFormat, Project};
use crate::config::{FootLink, FootPage};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, visible, visible_json};
use crate::lang::Lang;
use crate::message;
use crate::settings::{Located, Settings};
use crate::site::Site;
use crate::source::Sources;
use crate::yaml::{self, YamlKey};

/// How a need for a language begins: `language:fr`.
const LANGUAGE: &str = "language:";

/// A duty that applies in the area of the site.
struct Duty {
    id: String,
    title: String,
    /// Whom it binds.
    binds: String,
    /// Where the text stands that counts.
    source: Option<Arc<str>>,
    needs: Vec<NeedState>,
    /// What no program can see.
    look: Vec<Arc<str>>,
}

/// Something that a duty asks for, and whether the site has it.
struct NeedState {
    name: Arc<str>,
    /// Whether it counts as missing where it is not there; else it is advice.
    needed: bool,
    /// What the site has.
    value: Option<String>,
    /// Languages of the site that have no text of it of their own.
    untranslated: Vec<Lang>,
}

impl NeedState {
    fn missing(&self) -> bool {
        self.needed && self.value.is_none()
    }

    fn state(&self) -> Message {
        match (&self.value, self.needed) {
            (Some(_), _) => message!("need-there"),
            (None, true) => message!("need-missing"),
            (None, false) => message!("need-advised"),
        }
    }
}

/// What a site has, as the kinds of needs see it.
struct Having<'a> {
    site: &'a Site,
    /// Whether it brings along a `security.txt` of its own.
    own_security_txt: bool,
}

/// Lists the duties of the area of a site. Ends with 1 where something needed is missing, or the site has errors.
pub(super) fn run(project: &Project, reporter: &Reporter) -> u8 {
    let read = match project.read(false, reporter) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let code = read.tell(reporter);
    let site = &*read.loaded.rendering.site;
    let own_security_txt = read.sources.get("static/.well-known/security.txt").is_some();
    let mut found = Diagnostics::default();
    let duties = duties(&Having { site, own_security_txt }, &read.sources, &mut found);
    if found.has_errors() {
        reporter.diagnostics_aside(&found, Some(&read.sources));
        return EXIT_CONTENT;
    }
    let missing = duties.iter().flat_map(|duty| &duty.needs).filter(|need| need.missing()).count();
    reporter.data(&match reporter.format() {
        MessageFormat::Json => format!("{}\n", visible_json(&object(site, &duties, missing))),
        _ => visible(&list(&duties, reporter)),
    });
    if site.config.area.countries.is_empty() {
        reporter.tell(&message!("duties-no-area"));
    }
    reporter.tell(&match missing {
        0 => message!("duties-complete"),
        _ => message!("duties-missing", count = missing),
    });
    if missing > 0 { EXIT_CONTENT } else { code }
}

/// The duties that apply where the site is.
fn duties(having: &Having<'_>, sources: &Sources, found: &mut Diagnostics) -> Vec<Duty> {
    let config = &having.site.config;
    let path: Arc<str> = Arc::from(format!("themes/{}/duties.yaml", config.theme.value));
    let text = match sources.get(&path).map(|file| sources.text(&file.path)) {
        Some(Ok(text)) => text,
        Some(Err(diagnostic)) => {
            found.push(*diagnostic);
            return Vec::new();
        }
        None => {
            let message = message!("duties-no-file", file = &*path);
            let help = message!("duties-no-file-help");
            found.push(Diagnostic::error(Code::ThemeMissing, message).at(config.theme.span.clone()).help(help));
            return Vec::new();
        }
    };
    let Some(node) = yaml::parse_map(&text, &path, found) else { return Vec::new() };
    let mut settings = Settings::new(&node, Code::ConfigInvalid, found);
    let mut duties = Vec::new();
    for (key, node) in settings.entries("duties") {
        let mut duty = Settings::new(node, Code::ConfigInvalid, settings.diagnostics());
        duties.extend(read(key, &mut duty, having));
        duty.finish();
    }
    settings.finish();
    duties
}

/// One duty; `None` where it does not apply.
fn read(key: &YamlKey, settings: &mut Settings<'_>, having: &Having<'_>) -> Option<Duty> {
    let area = &having.site.config.area;
    let here = |name: &Located<Arc<str>>| area.countries.contains(&name.value) || area.regions.contains(&name.value);
    let areas = settings.strings("areas");
    let title = settings.required("title");
    let binds = settings.required("for");
    let source = settings.string("source").map(|source| source.value);
    let mut needs = Vec::new();
    for (list, needed) in [("needs", true), ("helps", false)] {
        for name in settings.strings(list) {
            needs.extend(state(&name, needed, settings, having));
        }
    }
    let look = settings.strings("look").into_iter().map(|look| look.value).collect();
    let (title, binds) = (title?.value.to_string(), binds?.value.to_string());
    let applies = areas.is_empty() || areas.iter().any(here);
    applies.then(|| Duty { id: key.name.clone(), title, binds, source, needs, look })
}

/// Whether the site has what a need asks for.
fn state(
    name: &Located<Arc<str>>,
    needed: bool,
    settings: &mut Settings<'_>,
    having: &Having<'_>,
) -> Option<NeedState> {
    let config = &having.site.config;
    let mut state = NeedState { name: Arc::clone(&name.value), needed, value: None, untranslated: Vec::new() };
    match &*name.value {
        "imprint" => page(&mut state, FootPage::Imprint, having.site),
        "privacy" => page(&mut state, FootPage::Privacy, having.site),
        "contact" => page(&mut state, FootPage::Contact, having.site),
        "accessibility-statement" => page(&mut state, FootPage::Accessibility, having.site),
        "accessibility-status" => state.value = config.foot.accessibility.map(|status| status.as_str().to_owned()),
        "licence" => state.value = config.licence.map(ToOwned::to_owned),
        "security" => {
            let there = having.own_security_txt || having.site.security_txt().is_some();
            state.value = there.then(|| "security.txt".to_owned());
        }
        other => match other.strip_prefix(LANGUAGE).and_then(Lang::parse) {
            Some(wanted) => {
                let known = config.languages.iter().find(|language| language.lang == wanted);
                state.value = known.map(|language| language.name.to_string());
            }
            None => {
                settings.wrong(&name.span, message!("need-unknown", name = other));
                return None;
            }
        },
    }
    Some(state)
}

/// A page of the foot: where it leads, unless it is not published.
fn page(state: &mut NeedState, page: FootPage, site: &Site) {
    let Some(link) = site.config.foot.pages.get(&page) else { return };
    match &link.value {
        FootLink::Address(url) => state.value = Some(url.to_string()),
        FootLink::Entry(id) => {
            let Some(entry) = site.find(id) else { return };
            state.value = Some(id.to_string());
            state.untranslated = site.config.tags();
            state.untranslated.retain(|lang| !entry.docs.contains_key(lang));
        }
    }
}

/// What is to be written for a need.
fn advice(need: &NeedState) -> Message {
    match &*need.name {
        "accessibility-statement" => {
            message!("need-statement-help", line = "accessibility: {statement: pages/accessibility}")
        }
        "accessibility-status" => message!("need-status-help", line = "accessibility: {status: untested}"),
        "security" => message!("need-write-help", line = "security: {contact: …, expires: …}"),
        "licence" => message!("need-licence-help", line = "licence: CC-BY-4.0"),
        name => match name.strip_prefix(LANGUAGE) {
            Some(tag) => message!("need-language-help", tag = tag),
            None => message!("need-statement-help", line = format!("{name}: pages/{name}")),
        },
    }
}

/// For people: each duty with what it asks for.
fn list(duties: &[Duty], reporter: &Reporter) -> String {
    let look = reporter.text(&message!("duty-look"));
    let mut lines = Vec::new();
    for duty in duties {
        lines.push(duty.title.clone());
        lines.push(format!("  {}", reporter.text(&message!("duty-for", whom = &duty.binds))));
        lines.extend(duty.needs.iter().map(|need| line(need, reporter)));
        lines.extend(duty.look.iter().map(|what| format!("  {look:8} {what}")));
        lines.extend(duty.source.iter().map(|source| format!("  {source}")));
        lines.push(String::new());
    }
    lines.join("\n")
}

fn line(need: &NeedState, reporter: &Reporter) -> String {
    let what = need.value.clone().unwrap_or_else(|| reporter.text(&advice(need)));
    let tags: Vec<&str> = need.untranslated.iter().map(Lang::as_str).collect();
    let untranslated = match tags[..] {
        [] => String::new(),
        _ => format!(" {}", reporter.text(&message!("duty-not-in", languages = tags.join(", ")))),
    };
    format!("  {:8} {}: {what}{untranslated}", reporter.text(&need.state()), need.name)
}

/// For programs.
fn object(site: &Site, duties: &[Duty], missing: usize) -> Value {
    let duties: Vec<Value> = duties.iter().map(duty_object).collect();
    let area: Vec<&str> = site.config.area.countries.iter().map(|code| &**code).collect();
    json!({ "area": area, "duties": duties, "missing": missing })
}

fn duty_object(duty: &Duty) -> Value {
    let needs: Vec<Value> = duty.needs.iter().map(need_object).collect();
    let look: Vec<&str> = duty.look.iter().map(|look| &**look).collect();
    json!({
        "id": duty.id,
        "title": duty.title,
        "for": duty.binds,
        "source": duty.source.as_deref(),
        "needs": needs,
        "look": look,
    })
}

fn need_object(need: &NeedState) -> Value {
    let untranslated: Vec<&str> = need.untranslated.iter().map(Lang::as_str).collect();
    json!({
        "need": &*need.name,
        "state": need.state().to_string(),
        "value": need.value,
        "untranslated": untranslated,
        "help": need.value.is_none().then(|| advice(need).to_string()),
    })
}
