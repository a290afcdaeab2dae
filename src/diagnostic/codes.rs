//! Every diagnostic code with its meaning: the list that the guide and `checks:` in `samen.yaml` go by.

/// A stable name for one kind of problem.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Kebab-case name.
    pub name: &'static str,
    /// Whether `checks:` may change its level; what would leave the site undefined may not be allowed.
    pub adjustable: bool,
    /// One sentence for the guide.
    pub about: &'static str,
}

const fn fixed(name: &'static str, about: &'static str) -> Code {
    Code { name, adjustable: false, about }
}

const fn adjustable(name: &'static str, about: &'static str) -> Code {
    Code { name, adjustable: true, about }
}

/// All codes, in alphabetical order.
pub const CODES: &[Code] = &[
    adjustable("alias-invalid", "an alias is not an absolute path on this site, or leads out of it"),
    fixed("asset-missing", "a template or theme names an asset that does not exist"),
    adjustable(
        "audit-duplicate-alternates",
        "pages that are named as translations of each other do not name each other, or do not exist",
    ),
    adjustable("audit-heading", "a finished page has no first-level heading or several, or its headings skip a level"),
    adjustable("audit-ids", "an id stands twice on a finished page, or one is named that is not there"),
    adjustable("audit-image", "an image on a finished page has no `alt`"),
    adjustable("audit-inline", "a finished page holds a script or a style, which its security policy forbids"),
    adjustable("audit-language", "a finished page does not say its language and direction, or the wrong ones"),
    adjustable("audit-leftover", "a finished page shows marks of a template or of a `:::` block"),
    adjustable("audit-link", "a link of a finished page or style sheet leads to nothing on the site"),
    adjustable("audit-metadata", "a published picture holds more than the picture: a place, a camera, a name"),
    adjustable("audit-referrer", "a link to another site tells it where its reader comes from"),
    adjustable("audit-table", "the head of a column or row on a finished page does not say of which"),
    adjustable("audit-third-party", "a finished page, style sheet or script makes browsers ask another server"),
    adjustable("audit-title", "a finished page has no title"),
    adjustable(
        "audit-tracking",
        "a finished page or script keeps or tells something about its readers, or opens new windows",
    ),
    fixed("bidi-hidden", "a file holds a character that nobody sees and that makes it look like another text"),
    adjustable("body-heading", "a body has a first-level heading; the title is the only one"),
    adjustable("broken-anchor", "a link leads to a heading or outcome that the page does not have"),
    adjustable("broken-link", "a link leads to a page or file that does not exist or is not published"),
    fixed("component-invalid", "a `:::` block is not closed, not known, or has wrong arguments"),
    fixed("config-invalid", "`samen.yaml` or another settings file is missing something or has a wrong value"),
    fixed("consent-ended", "a consent has ended or was withdrawn"),
    fixed("css-invalid", "a style sheet cannot be read"),
    adjustable("css-physical", "a style sheet names the left or right side, which is the wrong one from right to left"),
    fixed("duplicate-entry", "two files claim to be the same document"),
    fixed("duplicate-key", "a key stands twice in the same YAML map"),
    fixed("duplicate-route", "two things want the same address"),
    fixed("empty-site", "there is no content to publish"),
    fixed("exchange-invalid", "a packet of translations (XLIFF) cannot be read or does not fit its sources"),
    fixed("exchange-placeholder", "a translation in a packet lacks a mark of its source, or has one too many"),
    adjustable("exit-target", "the way out leads to a page that may show who its reader is"),
    fixed("field-invalid", "a field has a value that its kind does not accept"),
    fixed("field-missing", "a required field is missing"),
    fixed("field-shared", "a translation sets a field that belongs to the source only"),
    fixed("file-name", "a file name holds characters that break links"),
    fixed("file-not-utf8", "a text file is not UTF-8"),
    adjustable("file-too-large", "a file is larger than its field allows"),
    fixed("file-unreadable", "a file cannot be read, or a link leads out of the site or in a circle"),
    fixed("flyer-glyph", "no font of the theme has a character that would be printed"),
    fixed("flyer-layout", "the theme lacks the layout or the fonts that a print needs"),
    fixed("flyer-overflow", "a text is longer than its place in the layout of a print"),
    fixed("flyer-template", "a layout of prints has an error, or does what a PDF for everybody may not"),
    adjustable("footnote-unknown", "a footnote is referred to but not written"),
    fixed("front-matter", "the front matter is missing, not closed or not a map"),
    adjustable("glyph-missing", "no font of the theme has a character of the finished pages"),
    fixed("history-missing", "Git does not know the history of a text"),
    fixed("identifier-taken", "two entries have the same value of a field that tells them apart"),
    fixed("image-alt", "a picture has no words for those who do not see it"),
    fixed("image-invalid", "a picture is broken, too large, of a kind that is not published, or holds what may not be"),
    fixed("image-location", "a picture tells where it was taken"),
    fixed("internal-error", "samen itself has failed; this is a mistake in the program"),
    adjustable("language-without-data", "the Unicode data (CLDR) hold nothing on a language of the site"),
    adjustable("link-hard-coded", "a link spells out an address instead of naming the page"),
    fixed("link-unsafe", "a link has a scheme that is not allowed"),
    fixed(
        "outcome-chain",
        "an outcome follows or is replaced by one that does not exist, comes at the wrong time, or leads back to it",
    ),
    fixed("outcome-duplicate", "an outcome id stands twice in one document"),
    fixed("outcome-invalid", "an outcome has an unknown attribute or a wrong value"),
    fixed("outcome-missing-id", "an outcome has no id"),
    adjustable("outcome-untranslated", "an outcome of the source is missing in a translation"),
    fixed("outcome-without-source", "an outcome of a translation does not exist in the source"),
    fixed("output-failed", "the output cannot be written"),
    fixed("output-refused", "the output folder is not one that samen made"),
    adjustable("pdf-unreadable", "a file that is called a PDF file is none, or is broken"),
    adjustable("place-unplaced", "a place has no coordinates although others have, so that it is on no map"),
    adjustable("presentation-forms", "Arabic letters stand in the forms of a drawn page, as when pasted from a PDF"),
    fixed("raw-html", "raw HTML stands in a text and is not allow-listed"),
    fixed("reference-unknown", "a reference names an entry, term, place or language that does not exist"),
    fixed("route-invalid", "an address cannot be made from a slug, path or alias"),
    fixed("schema-invalid", "a content type or taxonomy is declared wrongly"),
    fixed("script-invalid", "a script of the theme or the site cannot be read"),
    fixed("serve-refused", "the system does not let samen serve at this port"),
    adjustable("stray-file", "a file that belongs to an editor or operating system lies among the content"),
    fixed("string-invalid", "a string file cannot be read or a message fails"),
    adjustable(
        "string-missing",
        "a template asks for a text that no string file of the language has, or a language lacks texts",
    ),
    adjustable("string-unused", "no template asks for a text of a string file"),
    fixed("template-invalid", "a template cannot be read or rendered"),
    fixed("text-too-deep", "lists, quotes or components stand too deep in each other"),
    fixed("text-too-large", "a document is larger than 2 MB"),
    fixed("theme-missing", "the theme does not exist or lacks a template"),
    fixed("translation-hash-unknown", "no version of the source has the hash that a translation records"),
    adjustable("translation-invalid", "a translation names a source that does not fit"),
    fixed("translation-without-source", "an entry has translations but no source document"),
    fixed("type-unknown", "a file lies in a folder that no content type covers"),
    fixed("unknown-field", "a field is not declared for this type"),
    fixed("unknown-key", "a settings file has a key that does not exist"),
    fixed("unknown-language", "a file or field names a language that `samen.yaml` does not list"),
    adjustable("unpublished-target", "a link or reference leads to an entry that is not published now"),
    fixed("yaml-invalid", "YAML cannot be read"),
];

/// The code of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    CODES.iter().find(|code| code.name == name)
}
