//! The declaration of a type in YAML to a [`Type`]. Knows nothing of other types.

use std::sync::Arc;

use super::{
    CONFIDENTIALITIES, Chain, Fallback, Field, FieldInherit, Kind, KindName, OrderKey, PLACES, Type, calendar, common,
    deadline, glossary, images, inherit, outcome_kinds, outcomes, party, periods, printed, roles, structured_data,
};
use crate::declaration::Declaration;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::{LocalizedText, Located, Settings};
use crate::yaml::{self, Node, Value};

/// Reads one type.
pub(super) fn parse_type(declaration: &Declaration, languages: &[Lang], diagnostics: &mut Diagnostics) -> Option<Type> {
    let node = &declaration.node;
    let mut settings = Settings::new(node, Code::SchemaInvalid, diagnostics);
    let folder = settings.required("folder");
    let fallback = read_fallback(&mut settings);
    let order = settings.strings("order");
    let template = settings.string("template").map_or_else(|| Arc::from("page.html"), |t| t.value);
    let list_template = settings.string("list_template").map_or_else(|| Arc::from("section.html"), |t| t.value);
    let date_field = settings.string("date");
    let own = parse_fields(settings.entries("fields"), FieldsOf::Entry, languages, settings.diagnostics());
    let has_outcomes = settings.node("outcomes").is_some();
    let attributes = parse_fields(settings.entries("outcomes"), FieldsOf::Outcome, languages, settings.diagnostics());
    let (kinds, outcome_words) = outcome_kinds::read(&mut settings, languages);
    let mut fields = common::fields();
    for field in own {
        match fields.iter().position(|common| common.name == field.name) {
            Some(_) => {
                let at = key_span(node.get("fields").unwrap_or(node), &field.name);
                settings.wrong(&at, message!("field-of-every-type", name = &*field.name));
            }
            None => fields.push(field),
        }
    }
    let mut type_ = Type {
        name: Arc::clone(&declaration.name),
        path: settings.addresses("path", languages),
        label: settings.texts("label", languages),
        plural: settings.texts("plural", languages),
        per_page: settings.count("per_page").unwrap_or(20),
        feed: settings.bool("feed", false),
        // What is wrong with a type of the theme is told where the site takes it over.
        span: declaration
            .extends
            .clone()
            .unwrap_or_else(|| folder.as_ref().map_or_else(|| settings.span(), |folder| folder.span.clone())),
        folder: folder.map(|folder| folder.value).unwrap_or_default(),
        template,
        list_template,
        fallback,
        order: order.iter().map(|key| parse_order(&key.value)).collect(),
        date_field: date_field.as_ref().map(|date| Arc::clone(&date.value)),
        fields,
        registers: outcomes::registers(&mut settings, &kinds, languages),
        outcome_kinds: kinds,
        outcome_words,
        outcome_text: outcome_kinds::text_length(&mut settings),
        facets: settings.strings("facets"),
        data: settings.bool("data", false),
        outcomes: has_outcomes.then_some(attributes),
        calendar: None,
        linked: structured_data::read_type(&mut settings),
        link_first_use: glossary::read(&mut settings),
        printed: None,
        card: settings.bool("card", false),
        absent: declaration.absent.clone(),
    };
    let odd = |part: &str| part.is_empty() || part.starts_with('.');
    if !type_.span.range.range().is_empty() && (node.get("folder").is_some() && type_.folder.split('/').any(odd)) {
        settings.wrong(&type_.span, message!("folder-form"));
        return None;
    }
    inherit::resolve(&mut type_, &mut settings);
    check_names(&type_, date_field.as_ref(), &order, &mut settings);
    check_facets(&type_, &mut settings);
    roles::check_overdue(&type_, &mut settings);
    outcome_kinds::check(&type_, &mut settings);
    type_.check_follows(&mut settings);
    type_.calendar = calendar::parse(&type_, &mut settings);
    type_.printed = printed::read(&type_, &mut settings);
    structured_data::check(&type_, settings.diagnostics());
    glossary::check(&type_, node, &mut settings);
    images::check(&type_, node, &mut settings);
    settings.finish();
    (!type_.folder.is_empty()).then_some(type_)
}

fn read_fallback(settings: &mut Settings<'_>) -> Fallback {
    match settings.string("fallback") {
        None => Fallback::Page,
        Some(word) => match &*word.value {
            "page" => Fallback::Page,
            "list" => Fallback::List,
            "none" => Fallback::None,
            _ => {
                settings.wrong(&word.span, message!("fallback-form"));
                Fallback::Page
            }
        },
    }
}

/// The `date` and `order` of a type name fields that exist.
fn check_names(
    type_: &Type,
    date: Option<&Located<Arc<str>>>,
    order: &[Located<Arc<str>>],
    settings: &mut Settings<'_>,
) {
    let known: Vec<&str> = type_.fields.iter().map(|field| &*field.name).chain(["id"]).collect();
    let named = order.iter().map(|key| (key.value.trim_start_matches('-'), &key.span));
    for (name, span) in named.chain(date.map(|date| (&*date.value, &date.span))) {
        if type_.field(name).is_some_and(|field| !field.is_shown()) {
            let message = message!("order-tells", name = name);
            settings.diagnostics().push(Diagnostic::error(Code::SchemaInvalid, message).at(span.clone()));
        }
        if !known.contains(&name) {
            settings.diagnostics().push(
                Diagnostic::error(Code::SchemaInvalid, message!("field-not-in-type", name = name))
                    .at(span.clone())
                    .suggest(name, known.iter().copied()),
            );
        }
    }
    if let Some(date) = date
        && !matches!(type_.field(&date.value).map(|field| &field.kind), Some(Kind::Date | Kind::DateTime) | None)
    {
        settings.wrong(&date.span, message!("field-no-date", name = &*date.value));
    }
}

/// Facets are fields whose values are few and have names.
fn check_facets(type_: &Type, settings: &mut Settings<'_>) {
    for name in &type_.facets {
        let known = || type_.fields.iter().filter(|field| field.is_facet()).map(|field| &*field.name);
        if !known().any(|field| *field == *name.value) {
            let message = message!("no-facet", name = &*name.value);
            let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(name.span.clone());
            settings.diagnostics().push(diagnostic.suggest(&name.value, known()));
        }
    }
}

fn parse_order(key: &str) -> OrderKey {
    match key.strip_prefix('-') {
        Some(field) => OrderKey { field: Arc::from(field), descending: true },
        None => OrderKey { field: Arc::from(key), descending: false },
    }
}

/// Where the key `name` of a map stands, else the map.
pub(super) fn key_span(map: &Node, name: &str) -> Span {
    let entries = map.map().unwrap_or_default();
    entries.iter().find(|(key, _)| key.name == name).map_or_else(|| map.span.clone(), |(key, _)| key.span.clone())
}

/// What fields say something of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldsOf {
    Entry,
    Outcome,
}

fn parse_fields(
    entries: &[(yaml::YamlKey, Node)],
    of: FieldsOf,
    languages: &[Lang],
    diagnostics: &mut Diagnostics,
) -> Vec<Field> {
    let mut fields = Vec::new();
    for (key, node) in entries {
        let mut settings = Settings::new(node, Code::SchemaInvalid, diagnostics);
        if !key.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            settings.wrong(&key.span, message!("field-name-form"));
        }
        let field = parse_field(&key.name, &mut settings, languages);
        let not_before = settings.string("not_before");
        let inherit = if of == FieldsOf::Outcome { inherit::read(&mut settings) } else { FieldInherit::Nothing };
        let role = field.as_ref().filter(|_| of == FieldsOf::Outcome);
        let role = role.and_then(|field| roles::read(field, &mut settings));
        settings.finish();
        fields.extend(field.map(|field| Field { not_before, role, inherit, ..field }));
    }
    periods::check(&fields, diagnostics);
    roles::check(&fields, diagnostics);
    fields
}

fn parse_field(name: &str, settings: &mut Settings<'_>, languages: &[Lang]) -> Option<Field> {
    let kind_name = settings.required("kind")?;
    let kind = parse_kind(&kind_name, settings, languages)?;
    let inverse = settings.string("inverse");
    if let Some(inverse) = &inverse
        && !matches!(kind, Kind::Ref(_) | Kind::Refs(_) | Kind::Party(_) | Kind::Outcome(_))
    {
        settings.wrong(&inverse.span, message!("inverse-of-other-kind"));
    }
    let mut not_under = Vec::new();
    for word in settings.strings("not_under") {
        match CONFIDENTIALITIES.iter().find(|(name, _)| *name == &*word.value) {
            Some((_, confidentiality)) => not_under.push(*confidentiality),
            None => settings.wrong(&word.span, message!("confidentiality-unknown", word = &*word.value)),
        }
    }
    let private = settings.bool("private", false) || matches!(kind, Kind::Consent);
    Some(Field {
        name: Arc::from(name),
        kind,
        required: settings.bool("required", false),
        translated: settings.bool("translated", false),
        label: settings.texts("label", languages),
        help: settings.texts("help", languages),
        inverse: inverse.map(|inverse| inverse.value),
        inverse_label: settings.texts("inverse_label", languages),
        not_under,
        min: settings.count("min").and_then(|n| i64::try_from(n).ok()),
        max: settings.count("max").and_then(|n| i64::try_from(n).ok()),
        system: false,
        private,
        not_before: None,
        role: None,
        inherit: FieldInherit::Nothing,
        linked: structured_data::read_field(settings),
        unique: settings.bool("unique", false),
        synonyms: outcome_kinds::words_by_language(settings, "synonyms", languages),
        max_mb: settings.count("max_mb").and_then(|n| u64::try_from(n).ok()),
    })
}

fn parse_kind(kind: &Located<Arc<str>>, settings: &mut Settings<'_>, languages: &[Lang]) -> Option<Kind> {
    let Some(name) = KindName::parse(&kind.value) else {
        settings.diagnostics().push(
            Diagnostic::error(Code::SchemaInvalid, message!("field-kind-unknown", kind = &*kind.value))
                .at(kind.span.clone())
                .suggest(&kind.value, KindName::ALL.iter().map(|name| name.word())),
        );
        return None;
    };
    Some(match name {
        KindName::Text => Kind::Text,
        KindName::Markdown => Kind::Markdown,
        KindName::Bool => Kind::Bool,
        KindName::Integer => Kind::Integer,
        KindName::Money => Kind::Money,
        KindName::Date => Kind::Date,
        KindName::DateTime => Kind::DateTime,
        KindName::Deadline => Kind::Deadline(deadline::parse_rules(settings, languages)),
        KindName::Choice => Kind::Choice(parse_choices(settings, languages)),
        KindName::List => Kind::List(Box::new(parse_item(kind, settings, languages)?)),
        KindName::Group => {
            Kind::Group(parse_fields(settings.entries("fields"), FieldsOf::Entry, languages, settings.diagnostics()))
        }
        KindName::Ref => Kind::Ref(settings.strings("to").into_iter().map(|to| to.value).collect()),
        KindName::Refs => Kind::Refs(settings.strings("to").into_iter().map(|to| to.value).collect()),
        KindName::Party => Kind::Party(party::parse(settings)),
        KindName::Term => Kind::Term(settings.required("taxonomy")?.value),
        KindName::Place => Kind::Term(Arc::from(PLACES)),
        KindName::Language => Kind::Language,
        KindName::Url => Kind::Url,
        KindName::Email => Kind::Email,
        KindName::Phone => Kind::Phone,
        KindName::Image => Kind::Image,
        KindName::File => Kind::File,
        KindName::Licence => Kind::Licence,
        KindName::Consent => Kind::Consent,
        KindName::Confidentiality => Kind::Confidentiality,
        KindName::Outcome => Kind::Outcome(parse_chain(settings)),
    })
}

/// What the items of a list are.
fn parse_item(kind: &Located<Arc<str>>, settings: &mut Settings<'_>, languages: &[Lang]) -> Option<Field> {
    let Some(node) = settings.node("of") else {
        settings.wrong(&kind.span, message!("list-without-of"));
        return None;
    };
    let mut item = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
    let field = parse_field("item", &mut item, languages);
    item.finish();
    field
}

/// `came: before` or `came: after`.
fn parse_chain(settings: &mut Settings<'_>) -> Chain {
    match settings.string("came") {
        Some(word) if &*word.value == "after" => Chain::After,
        Some(word) if &*word.value != "before" => {
            settings.wrong(&word.span, message!("came-form"));
            Chain::Before
        }
        _ => Chain::Before,
    }
}

fn parse_choices(settings: &mut Settings<'_>, languages: &[Lang]) -> Vec<(Arc<str>, LocalizedText)> {
    let Some(node) = settings.node("choices") else {
        let at = settings.span();
        settings.wrong(&at, message!("choices-missing"));
        return Vec::new();
    };
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .map(|(key, texts)| {
                let label = match texts.value {
                    Value::Null => LocalizedText::plain(&key.name),
                    _ => crate::settings::texts(texts, languages, settings.diagnostics()),
                };
                (Arc::from(key.name.as_str()), label)
            })
            .collect(),
        Value::List(items) => {
            items.iter().filter_map(Node::text).map(|id| (Arc::from(id), LocalizedText::plain(id))).collect()
        }
        _ => {
            settings.wrong(&node.span, message!("choices-form"));
            Vec::new()
        }
    }
}
