//! Every diagnostic code with its level. What a code is called on screen, in JSON and in `checks:` of `samen.yaml` stays the
//! same for ever. Its words in the guide (`docs/diagnostics.md`) are messages: `code-<name>` and `code-<name>.mend`.
//! Knows nothing of the rules that use them.

use std::collections::BTreeMap;
use std::fmt;

use super::{Level, Message, Severity};

/// What `checks:` in `samen.yaml` makes of codes.
pub type Levels = BTreeMap<Code, Level>;

/// Makes the enum and its tables of rows `Variant, "name", [level];`. A level with `*` may be changed in `samen.yaml`;
/// without the others the program would not know what to publish.
macro_rules! codes {
    ($($variant:ident, $name:literal, [$($level:tt)+];)*) => {
        /// A stable name for one kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Code {
            /// All codes, in alphabetical order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name, in kebab-case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How bad it is, as a rule.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => codes!(@severity $($level)+),)*
                }
            }

            /// Whether `checks:` may allow it or make it a warning; any code may be denied.
            #[must_use]
            pub const fn is_adjustable(self) -> bool {
                match self {
                    $(Self::$variant => codes!(@adjustable $($level)+),)*
                }
            }

            /// What is wrong, for the guide.
            #[must_use]
            pub const fn describe(self) -> Message {
                match self {
                    $(Self::$variant => Message::named(concat!("code-", $name), Vec::new()),)*
                }
            }

            /// How to mend it, for the guide.
            #[must_use]
            pub const fn remedy(self) -> Message {
                match self {
                    $(Self::$variant => Message::named(concat!("code-", $name, ".mend"), Vec::new()),)*
                }
            }
        }
    };
    (@severity error $($star:tt)?) => { Severity::Error };
    (@severity warning $($star:tt)?) => { Severity::Warning };
    (@adjustable $severity:ident *) => { true };
    (@adjustable $severity:ident) => { false };
}

codes! {
    AddressRemoved, "address-removed", [warning *];
    AliasInvalid, "alias-invalid", [error *];
    AlsoHidden, "also-hidden", [warning *];
    AssetMissing, "asset-missing", [error];
    AuditDuplicateAlternates, "audit-duplicate-alternates", [error *];
    AuditFormat, "audit-format", [error *];
    AuditHeading, "audit-heading", [error *];
    AuditHidden, "audit-hidden", [error *];
    AuditIds, "audit-ids", [error *];
    AuditImage, "audit-image", [error *];
    AuditInline, "audit-inline", [error *];
    AuditLanguage, "audit-language", [error *];
    AuditLeak, "audit-leak", [error *];
    AuditLeftover, "audit-leftover", [warning *];
    AuditLink, "audit-link", [error *];
    AuditMetadata, "audit-metadata", [error *];
    AuditReferrer, "audit-referrer", [error *];
    AuditTable, "audit-table", [warning *];
    AuditThirdParty, "audit-third-party", [error *];
    AuditTitle, "audit-title", [error *];
    AuditTracking, "audit-tracking", [error *];
    BidiHidden, "bidi-hidden", [error];
    BodyHeading, "body-heading", [warning *];
    BrokenAnchor, "broken-anchor", [error *];
    BrokenLink, "broken-link", [error *];
    CharacterUnknown, "character-unknown", [warning *];
    ComponentInvalid, "component-invalid", [error];
    ConfigInvalid, "config-invalid", [error];
    ConsentEnded, "consent-ended", [warning *];
    ConsentEndsSoon, "consent-ends-soon", [warning *];
    ConvertLeftOut, "convert-left-out", [warning];
    ConvertRefused, "convert-refused", [error];
    CssInvalid, "css-invalid", [error];
    CssPhysical, "css-physical", [warning *];
    DuplicateEntry, "duplicate-entry", [error];
    DuplicateKey, "duplicate-key", [error];
    DuplicateRoute, "duplicate-route", [error];
    EmptySite, "empty-site", [error];
    EventStatus, "event-status", [warning *];
    ExchangeInvalid, "exchange-invalid", [error];
    ExchangePlaceholder, "exchange-placeholder", [error];
    ExitTarget, "exit-target", [warning *];
    ExpiresSoon, "expires-soon", [warning *];
    FieldInvalid, "field-invalid", [error];
    FieldMissing, "field-missing", [error];
    FieldShared, "field-shared", [error];
    FileChanged, "file-changed", [error];
    FileContent, "file-content", [error];
    FileKind, "file-kind", [error];
    FileName, "file-name", [error];
    FileNotUtf8, "file-not-utf8", [error];
    FilePointer, "file-pointer", [error];
    FileTooLarge, "file-too-large", [warning *];
    FileUnreadable, "file-unreadable", [error];
    FillIn, "fill-in", [error];
    FlyerFont, "flyer-font", [error];
    FlyerGlyph, "flyer-glyph", [error];
    FlyerLayout, "flyer-layout", [error];
    FlyerOverflow, "flyer-overflow", [error];
    FlyerTemplate, "flyer-template", [error];
    FootnoteUnknown, "footnote-unknown", [warning *];
    FormatUnknown, "format-unknown", [error];
    FrontMatter, "front-matter", [error];
    GlyphMissing, "glyph-missing", [warning *];
    HeldBack, "held-back", [warning];
    HiddenFile, "hidden-file", [warning *];
    HistoryMissing, "history-missing", [error];
    IdentifierTaken, "identifier-taken", [error];
    ImageAlt, "image-alt", [error];
    ImageInvalid, "image-invalid", [error];
    ImageLocation, "image-location", [error];
    ImportRefused, "import-refused", [error];
    InternalError, "internal-error", [error];
    LanguageWithoutData, "language-without-data", [warning *];
    LinkHardCoded, "link-hard-coded", [warning *];
    LinkPrivate, "link-private", [warning *];
    LinkUnsafe, "link-unsafe", [error];
    MarkupShown, "markup-shown", [warning *];
    NameHidden, "name-hidden", [warning *];
    OutcomeCell, "outcome-cell", [warning *];
    OutcomeChain, "outcome-chain", [error];
    OutcomeDue, "outcome-due", [warning *];
    OutcomeDuplicate, "outcome-duplicate", [error];
    OutcomeEmpty, "outcome-empty", [error];
    OutcomeInvalid, "outcome-invalid", [error];
    OutcomeMissingId, "outcome-missing-id", [error];
    OutcomeNumber, "outcome-number", [warning *];
    OutcomeReused, "outcome-reused", [warning *];
    OutcomeSuggestion, "outcome-suggestion", [warning *];
    OutcomeUnread, "outcome-unread", [error];
    OutcomeUntranslated, "outcome-untranslated", [warning *];
    OutcomeVanished, "outcome-vanished", [warning *];
    OutcomeVote, "outcome-vote", [error];
    OutcomeWithoutNext, "outcome-without-next", [warning *];
    OutcomeWithoutSource, "outcome-without-source", [error];
    OutputBusy, "output-busy", [error];
    OutputFailed, "output-failed", [error];
    OutputRefused, "output-refused", [error];
    PdfUnreadable, "pdf-unreadable", [warning *];
    PersonNamed, "person-named", [error];
    PlaceOutside, "place-outside", [warning *];
    PlaceUnplaced, "place-unplaced", [warning *];
    PresentationForms, "presentation-forms", [warning *];
    RawHtml, "raw-html", [error];
    ReferenceUnknown, "reference-unknown", [error];
    RetractRefused, "retract-refused", [error];
    RouteInvalid, "route-invalid", [error];
    SchemaInvalid, "schema-invalid", [error];
    ScriptInvalid, "script-invalid", [error];
    SecurityExpires, "security-expires", [warning *];
    SecurityTxt, "security-txt", [error];
    ServeRefused, "serve-refused", [error];
    StillPublic, "still-public", [error];
    StrayFile, "stray-file", [warning *];
    StringInvalid, "string-invalid", [error];
    StringMissing, "string-missing", [error *];
    StringUntranslated, "string-untranslated", [warning *];
    StringUnused, "string-unused", [warning *];
    SystemLimit, "system-limit", [error];
    TakenDown, "taken-down", [warning *];
    TemplateInvalid, "template-invalid", [error];
    TextCut, "text-cut", [error];
    TextMisnamed, "text-misnamed", [error];
    TextTooDeep, "text-too-deep", [error];
    TextTooLarge, "text-too-large", [error];
    ThemeMissing, "theme-missing", [error];
    ThemeOutdated, "theme-outdated", [warning *];
    TimeZoneMissing, "time-zone-missing", [warning *];
    TranslationHashUnknown, "translation-hash-unknown", [error];
    TranslationInvalid, "translation-invalid", [error *];
    TranslationWithoutSource, "translation-without-source", [error];
    TypeUnknown, "type-unknown", [error];
    UnknownField, "unknown-field", [error];
    UnknownKey, "unknown-key", [error];
    UnknownLanguage, "unknown-language", [error];
    UnpublishedTarget, "unpublished-target", [warning *];
    ValueSpelling, "value-spelling", [warning *];
    WordsBorrowed, "words-borrowed", [warning *];
    YamlInvalid, "yaml-invalid", [error];
}

impl Code {
    /// Whether a warning stops publication under `--strict`. Those do not that come with the day alone, or that say that
    /// something left the site: nobody may have to mend a text before a page can be taken down. A site whose build they
    /// stopped could never be built again.
    #[must_use]
    pub const fn counts_under_strict(self) -> bool {
        !matches!(
            self,
            Self::AddressRemoved
                | Self::ConsentEnded
                | Self::ConsentEndsSoon
                | Self::ExpiresSoon
                | Self::HeldBack
                | Self::OutcomeReused
                | Self::OutcomeSuggestion
                | Self::OutcomeVanished
                | Self::OutcomeWithoutNext
                | Self::StringUntranslated
                | Self::TakenDown
                | Self::SecurityExpires
                | Self::UnpublishedTarget
                | Self::ValueSpelling
                | Self::WordsBorrowed
        )
    }

    /// The code of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

// For tests, which name codes as messages show them.
impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
