//! Which problems hold back the one entry that has them, so that the rest of a site can be published without it.
//! Every code says so here: whoever adds one decides it. Knows nothing of entries.

use super::{Code, Diagnostic, Severity};

/// What a problem is about.
enum Concern {
    /// One entry alone.
    Page,
    /// What may be public.
    Safety,
    /// The site, or the machine that builds it.
    Site,
}

impl Code {
    /// Whether a problem of this kind in an entry is one of the entry alone, so that `build --hold-back` may leave the entry
    /// as it was published last. What has to do with confidentiality, people or places stops all: there somebody has to
    /// look. So does what is wrong with the site, or with the machine that builds it.
    #[must_use]
    pub const fn holds_back(self) -> bool {
        matches!(self.concerns(), Concern::Page)
    }

    /// Whether it is about what may be public: confidentiality, people, places, and what hides or shows too much.
    #[must_use]
    pub const fn is_about_safety(self) -> bool {
        matches!(self.concerns(), Concern::Safety)
    }

    #[rustfmt::skip] // One code on each line would be three pages.
    const fn concerns(self) -> Concern {
        match self {
            Self::AliasInvalid | Self::BidiHidden | Self::BodyHeading | Self::BrokenAnchor | Self::BrokenLink
            | Self::CharacterUnknown | Self::ComponentInvalid | Self::DuplicateEntry | Self::DuplicateKey
            | Self::DuplicateRoute | Self::EventStatus | Self::FieldInvalid | Self::FieldMissing
            | Self::FieldShared | Self::FileContent | Self::FileKind | Self::FileName | Self::FileNotUtf8
            | Self::FileTooLarge | Self::FillIn | Self::FlyerGlyph | Self::FlyerLayout | Self::FlyerOverflow
            | Self::FlyerTemplate | Self::FlyerFont | Self::FootnoteUnknown | Self::FrontMatter | Self::IdentifierTaken
            | Self::ImageAlt | Self::ImageInvalid | Self::LinkHardCoded | Self::LinkPrivate | Self::LinkUnsafe | Self::MarkupShown | Self::NameHidden
            | Self::OutcomeCell | Self::OutcomeChain | Self::OutcomeDue | Self::OutcomeDuplicate
            | Self::OutcomeEmpty | Self::OutcomeInvalid | Self::OutcomeMissingId | Self::OutcomeNumber
            | Self::OutcomeReused | Self::OutcomeSuggestion | Self::OutcomeUnread | Self::OutcomeUntranslated
            | Self::OutcomeVanished | Self::OutcomeVote | Self::OutcomeWithoutNext | Self::OutcomeWithoutSource
            | Self::PdfUnreadable | Self::PresentationForms | Self::RawHtml | Self::ReferenceUnknown
            | Self::RouteInvalid | Self::StrayFile | Self::TextCut | Self::TextMisnamed | Self::TextTooDeep | Self::TextTooLarge
            | Self::TranslationInvalid | Self::TranslationWithoutSource | Self::TypeUnknown | Self::UnknownField
            | Self::UnknownKey | Self::UnknownLanguage | Self::ValueSpelling | Self::YamlInvalid => Concern::Page,
            // Confidentiality, people and places, and what hides or shows more than somebody meant.
            Self::AlsoHidden | Self::AuditHidden | Self::AuditLeak | Self::AuditMetadata | Self::ConsentEnded
            | Self::ConsentEndsSoon | Self::ExpiresSoon | Self::HiddenFile | Self::ImageLocation
            | Self::PersonNamed | Self::StillPublic | Self::TakenDown | Self::UnpublishedTarget => Concern::Safety,
            // The site, its theme and words, the folder and the machine.
            Self::AddressRemoved | Self::AssetMissing | Self::AuditDuplicateAlternates | Self::AuditFormat
            | Self::AuditHeading | Self::AuditIds | Self::AuditImage | Self::AuditInline | Self::AuditLanguage
            | Self::AuditLeftover | Self::AuditLink | Self::AuditReferrer | Self::AuditTable
            | Self::AuditThirdParty | Self::AuditTitle | Self::AuditTracking | Self::ConfigInvalid
            | Self::ConvertLeftOut | Self::ConvertRefused | Self::CssInvalid | Self::CssPhysical
            | Self::EmptySite | Self::ExchangeInvalid | Self::ExchangePlaceholder | Self::ExitTarget
            | Self::FileChanged | Self::FilePointer | Self::FileUnreadable
            | Self::FormatUnknown | Self::GlyphMissing | Self::HeldBack | Self::HistoryMissing
            | Self::ImportRefused | Self::InternalError | Self::LanguageWithoutData | Self::OutputBusy
            | Self::OutputFailed | Self::OutputRefused | Self::PlaceOutside | Self::PlaceUnplaced
            | Self::RetractRefused | Self::SchemaInvalid | Self::ScriptInvalid | Self::SecurityExpires
            | Self::SecurityTxt | Self::ServeRefused | Self::StringInvalid | Self::StringMissing
            | Self::StringUntranslated | Self::StringUnused | Self::SystemLimit | Self::TemplateInvalid
            | Self::ThemeMissing | Self::ThemeOutdated | Self::TimeZoneMissing | Self::TranslationHashUnknown
            | Self::WordsBorrowed => Concern::Site,
        }
    }

    /// Whether it says that something is named which is not there. Where that is an entry which was held back, the entry
    /// that names it is not at fault.
    #[must_use]
    pub const fn names_another(self) -> bool {
        matches!(self, Self::BrokenAnchor | Self::BrokenLink | Self::OutcomeChain | Self::ReferenceUnknown)
    }
}

impl Diagnostic {
    /// Whether it stops publication, under `--strict` also as a warning that counts there.
    #[must_use]
    pub fn stops(&self, strict: bool) -> bool {
        self.severity == Severity::Error || (strict && self.code.counts_under_strict())
    }
}
