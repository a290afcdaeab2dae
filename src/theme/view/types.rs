//! The page that tells readers and editors how the hub works, made from the declarations of content types.
//! Knows nothing of entries but how many there are.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::page::PageView;
use super::{LanguageView, LocalizedTextView, Views, language_view};
use crate::lang::Lang;
use crate::schema::{CONFIDENTIALITIES, Fallback, Field, Kind, OutcomeKind, Type};
use crate::settings::LocalizedText;

#[derive(Serialize)]
struct TypesView<'a> {
    #[serde(flatten)]
    page: PageView,
    /// Those that have entries first, each group by what the language calls them.
    types: Vec<TypeView<'a>>,
    /// Every language with those that its readers see where a translation is missing.
    languages: Vec<TypeChainView<'a>>,
    /// The words for how much of an entry may be public.
    confidentialities: Vec<&'static str>,
    outcome_kinds: Vec<String>,
}

#[derive(Serialize)]
struct TypeChainView<'a> {
    #[serde(flatten)]
    language: LanguageView<'a>,
    chain: Vec<LanguageView<'a>>,
}

#[derive(Serialize)]
struct TypeView<'a> {
    name: &'a str,
    label: LocalizedTextView<'a>,
    count: usize,
    /// The page of its section, if it has one.
    url: Option<String>,
    /// `page`, `list` or `none`.
    fallback: &'static str,
    fields: Vec<TypeFieldView<'a>>,
    /// Attributes of outcomes; none where the type has no outcomes.
    outcomes: Option<Vec<TypeFieldView<'a>>>,
    /// In the order in which pages show them.
    outcome_kinds: Vec<TypeKindView<'a>>,
    /// Whether an entry may be kept inside.
    confidential: bool,
    glossary: bool,
}

/// A kind of outcomes; without a label where the theme has words for it.
#[derive(Serialize)]
struct TypeKindView<'a> {
    name: &'a str,
    label: Option<LocalizedTextView<'a>>,
    vote: bool,
    number: bool,
}

#[derive(Serialize)]
struct TypeFieldView<'a> {
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    label: LocalizedTextView<'a>,
    help: Option<LocalizedTextView<'a>>,
    required: bool,
    translated: bool,
    /// Whether it is for editors only.
    private: bool,
    choices: Vec<LocalizedTextView<'a>>,
    /// The types that a relation leads to; for a relation to any type none.
    to: Vec<TargetView<'a>>,
    /// What the relation is called on the other side.
    inverse: Option<LocalizedTextView<'a>>,
    /// The list that its terms are taken from.
    taxonomy: Option<TargetView<'a>>,
    /// The parts of a group.
    parts: Vec<TypeFieldView<'a>>,
}

#[derive(Serialize)]
struct TargetView<'a> {
    label: LocalizedTextView<'a>,
    url: Option<String>,
}

/// Values of the page on how the hub works.
pub(super) fn values(views: &Views, page: PageView) -> Value {
    let site = &*views.site;
    let mut types: Vec<TypeView<'_>> = site.types.iter().map(|type_| type_view(views, type_)).collect();
    let locale = site.locale(&views.lang);
    // A site that names its types gives them their order.
    if site.config.types.is_empty() {
        types.sort_by(|a, b| locale.compare(a.label.text, b.label.text));
    }
    types.sort_by_key(|type_| type_.count == 0);
    let language = |lang: &Lang| site.config.language(lang).map(|language| language_view(language, None));
    let chains = site.config.languages.iter().map(|one| TypeChainView {
        language: language_view(one, None),
        chain: site.config.document_chain(&one.lang).iter().filter_map(language).collect(),
    });
    Value::from_serializable(&TypesView {
        page,
        types,
        languages: chains.collect(),
        confidentialities: CONFIDENTIALITIES.iter().map(|(word, _)| *word).collect(),
        outcome_kinds: views.site.types.outcome_kinds().iter().map(|kind| kind.name.to_string()).collect(),
    })
}

fn type_view<'a>(views: &'a Views, type_: &'a Type) -> TypeView<'a> {
    let target = target(views, type_);
    let own = |fields: &'a [Field]| fields.iter().filter(|field| !field.system).map(|field| field_view(views, field));
    TypeView {
        name: &type_.name,
        label: target.label,
        url: target.url,
        count: views.of_type(&type_.name).map_or(0, <[_]>::len),
        fallback: match type_.fallback {
            Fallback::Page => "page",
            Fallback::List => "list",
            Fallback::None => "none",
        },
        fields: own(&type_.fields).collect(),
        outcomes: type_.outcomes.as_deref().map(|fields| own(fields).collect()),
        outcome_kinds: type_.outcome_kinds.iter().map(|kind| kind_view(views, kind)).collect(),
        confidential: type_.fields.iter().any(|field| matches!(field.kind, Kind::Confidentiality)),
        glossary: type_.link_first_use,
    }
}

fn kind_view<'a>(views: &'a Views, kind: &'a OutcomeKind) -> TypeKindView<'a> {
    let label = (!kind.label.is_empty()).then(|| or_name(views, &kind.label, &kind.name));
    TypeKindView { name: &kind.name, label, vote: kind.vote, number: kind.number }
}

fn target<'a>(views: &'a Views, type_: &'a Type) -> TargetView<'a> {
    let section = views.site.find(&type_.folder).filter(|section| section.section);
    TargetView {
        label: or_name(views, &type_.plural, &type_.name),
        url: section.map(|section| views.url(&views.site.route_in(section, &views.lang))),
    }
}

fn field_view<'a>(views: &'a Views, field: &'a Field) -> TypeFieldView<'a> {
    let item = match &field.kind {
        Kind::List(item) => &**item,
        _ => field,
    };
    let choices: &[(Arc<str>, LocalizedText)] = if let Kind::Choice(choices) = &item.kind { choices } else { &[] };
    let parts: &[Field] = if let Kind::Group(parts) = &item.kind { parts } else { &[] };
    let site = &*views.site;
    let taxonomy = field.taxonomy().and_then(|id| site.data.taxonomies.get(id)).map(|taxonomy| TargetView {
        label: or_name(views, &taxonomy.label, &taxonomy.id),
        url: site.taxonomy_route(&taxonomy.id, &views.lang).map(|route| views.url(&route)),
    });
    TypeFieldView {
        name: &field.name,
        kind: field.kind.name().word(),
        of: matches!(field.kind, Kind::List(_)).then(|| item.kind.name().word()),
        label: or_name(views, &field.label, &field.name),
        help: views.localized_with_lang(&field.help),
        required: field.required,
        translated: field.translated,
        private: field.private,
        choices: choices.iter().map(|(id, label)| or_name(views, label, id)).collect(),
        to: field.targets().iter().filter_map(|to| Some(target(views, site.types.get(to)?))).collect(),
        inverse: views.localized_with_lang(&field.inverse_label),
        taxonomy,
        parts: if field.private { Vec::new() } else { parts.iter().map(|part| field_view(views, part)).collect() },
    }
}

/// A label, or what stands in files where there is none.
fn or_name<'a>(views: &'a Views, label: &'a LocalizedText, name: &'a str) -> LocalizedTextView<'a> {
    let dir = views.lang.direction().as_str();
    views.localized_with_lang(label).unwrap_or(LocalizedTextView { text: name, lang: views.lang.as_str(), dir })
}
