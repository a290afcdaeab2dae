//! What templates may ask beside the values they are given. The functions are bound to a language when a renderer is
//! made, because components do not see their caller's values. Knows nothing of pages.

use std::sync::Arc;

use jiff::civil::Date;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::Theme;
use super::view::Views;
use crate::config::area;
use crate::diagnostic::nearest;
use crate::lang::{Arg, DateStyle, StringFailure, lent};
use crate::schema;

/// How the engine is told that a text is missing; by it the error is known again.
pub(super) const NO_TEXT: &str = "no string file has the text";

/// Events that do not take place which `upcoming` gives beside those that were asked for.
const OFF: usize = 3;

const NAMES: &[&str] =
    &["t", "date", "number", "bytes", "entries", "link", "asset", "list", "outcomes", "upcoming", "tel"];

/// Lets templates name the functions while they are read.
pub(super) fn declare(tera: &mut Tera) {
    for name in NAMES {
        tera.register_function(*name, |_: Kwargs, _: &State<'_>| Value::none());
    }
}

/// Binds the functions to a language.
pub(super) fn bind(tera: &mut Tera, theme: &Arc<Theme>, views: &Arc<Views>) {
    let (v, strings) = (Arc::clone(views), Arc::clone(&theme.strings));
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| {
        let key: String = kwargs.must_get("key")?;
        let args: Vec<(&str, Arg)> = kwargs
            .iter()
            .filter(|(name, _)| name.as_str() != Some("key"))
            .filter_map(|(name, value)| Some((name.as_str()?, argument(value))))
            .collect();
        let text = strings.text(&v.lang, &key, &args);
        match text.failure {
            None => Ok(lent(&text.value, &text.lang, &v.lang).into_owned()),
            Some(StringFailure::Missing) => Err(missing(&key, &strings.all_keys())),
            Some(StringFailure::Broken(why)) => Err(Error::message(format!("the text `{key}`: {}", why.join("; ")))),
        }
    });
    let v = Arc::clone(views);
    tera.register_function("date", move |kwargs: Kwargs, _: &State<'_>| date(&v, &kwargs));
    let v = Arc::clone(views);
    tera.register_function("number", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(v.site.locale(&v.lang).number(kwargs.must_get::<i64>("value")?))
    });
    let v = Arc::clone(views);
    tera.register_function("bytes", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(v.site.locale(&v.lang).bytes(kwargs.must_get::<u64>("value")?))
    });
    let v = Arc::clone(views);
    tera.register_function("list", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(v.site.locale(&v.lang).list(&kwargs.must_get::<Vec<String>>("items")?))
    });
    let v = Arc::clone(views);
    tera.register_function("link", move |kwargs: Kwargs, _: &State<'_>| {
        let to: String = kwargs.must_get("to")?;
        match v.site.find(&to) {
            Some(entry) => Ok(v.link(entry.id)),
            None => {
                let known: Vec<&str> = v.site.entries.iter().map(|entry| entry.path.as_str()).collect();
                Err(unknown("entry", &to, &known))
            }
        }
    });
    let v = Arc::clone(views);
    tera.register_function("entries", move |kwargs: Kwargs, _: &State<'_>| entries(&v, &kwargs));
    let v = Arc::clone(views);
    tera.register_function("outcomes", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        Ok(Value::from(v.newest_outcomes(kwargs.must_get::<usize>("limit")?)))
    });
    let v = Arc::clone(views);
    tera.register_function("upcoming", move |kwargs: Kwargs, _: &State<'_>| upcoming(&v, &kwargs));
    let v = Arc::clone(views);
    tera.register_function("tel", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let written: String = kwargs.must_get("value")?;
        Ok(area::dialled(&written, v.site.config.area.phones.as_ref()))
    });
    let (v, theme) = (Arc::clone(views), Arc::clone(theme));
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| {
        let path: String = kwargs.must_get("path")?;
        match theme.assets.get(path.as_str()) {
            Some(asset) => Ok(asset.route.url(&v.site.config.base_url)),
            None => Err(unknown("asset", &path, &theme.assets.keys().map(|path| &**path).collect::<Vec<_>>())),
        }
    });
}

fn argument(value: &Value) -> Arg {
    match value.as_i64() {
        Some(number) => Arg::Number(number),
        None => Arg::Text(value.to_string()),
    }
}

/// The same words in every language, so that they are told once.
fn missing(key: &str, known: &[&str]) -> Error {
    let near = nearest(key, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Error::message(format!("{NO_TEXT} `{key}`{near}"))
}

fn unknown(what: &str, name: &str, known: &[&str]) -> Error {
    let near = nearest(name, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Error::message(format!("there is no {what} `{name}`{near}"))
}

/// A date in the manner of the language; nothing for nothing.
fn date(views: &Views, kwargs: &Kwargs) -> TeraResult<String> {
    let value: Value = kwargs.must_get("value")?;
    let Some(text) = value.as_str() else { return Ok(String::new()) };
    let style: Option<String> = kwargs.get("style")?;
    let day: Date = match text.get(..10).unwrap_or(text).parse() {
        Ok(day) => day,
        Err(_) => return Err(Error::message(format!("`{text}` is not a date"))),
    };
    let style = match style.as_deref() {
        Some("iso") => return Ok(day.to_string()),
        None | Some("long") => DateStyle::Long,
        Some("medium") => DateStyle::Medium,
        Some("short") => DateStyle::Short,
        Some("weekday") => DateStyle::Weekday,
        Some(other) => {
            return Err(Error::message(format!("`{other}` is not a style: long, medium, short, weekday or iso")));
        }
    };
    Ok(views.site.locale(&views.lang).date(day, style))
}

/// Cards of a type whose day is today or later, the soonest first.
fn upcoming(views: &Views, kwargs: &Kwargs) -> TeraResult<Value> {
    let type_: String = kwargs.must_get("type")?;
    let limit: usize = kwargs.get::<usize>("limit")?.unwrap_or(1);
    let Some(ids) = views.of_type(&type_) else {
        let known: Vec<&str> = views.site.types.iter().map(|type_| &*type_.name).collect();
        return Err(unknown("type", &type_, &known));
    };
    let day = |id: &crate::site::EntryId| views.site.date(views.site.entry(*id));
    let mut coming: Vec<_> =
        ids.iter().filter_map(|id| Some((day(id)?, *id))).filter(|(day, _)| *day >= views.site.clock).collect();
    coming.sort();
    // Whoever planned to come should see that it is off, and what comes instead: those count for nothing. Bounded, so that
    // a series that was cancelled does not fill the page.
    let off = |id: &crate::site::EntryId| {
        views.site.event_status(views.site.entry(*id)).is_some_and(schema::EventStatus::is_off)
    };
    let counted = coming.iter().position(|(_, id)| !off(id)).map_or(OFF, |first| first.min(OFF));
    let shown = coming.into_iter().take(limit.saturating_add(counted));
    Ok(Value::from(shown.map(|(_, id)| views.card(id)).collect::<Vec<_>>()))
}

/// Cards of a type, in its order; only those with a term, if one is named as `taxonomy/term`.
fn entries(views: &Views, kwargs: &Kwargs) -> TeraResult<Value> {
    let type_: String = kwargs.must_get("type")?;
    let limit: usize = kwargs.get::<usize>("limit")?.unwrap_or(usize::MAX);
    let term: Option<String> = kwargs.get("term")?;
    let Some(ids) = views.of_type(&type_) else {
        let known: Vec<&str> = views.site.types.iter().map(|type_| &*type_.name).collect();
        return Err(unknown("type", &type_, &known));
    };
    let with_term = match &term {
        None => None,
        Some(term) => {
            let found = term.split_once('/').filter(|(taxonomy, id)| views.site.data.term(taxonomy, id).is_some());
            let (taxonomy, id) = found.ok_or_else(|| unknown("term", term, &[]))?;
            let key = (Arc::from(taxonomy), Arc::from(id));
            Some(views.site.terms.get(&key).map_or(&[][..], Vec::as_slice))
        }
    };
    let fits = |id: &&crate::site::EntryId| with_term.is_none_or(|ids| ids.contains(id));
    Ok(Value::from(ids.iter().filter(fits).take(limit).map(|id| views.card(*id)).collect::<Vec<_>>()))
}
