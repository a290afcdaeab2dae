//! Every diagnostic code with its level and its words in the guide (`docs/diagnostics.md`). What a code is called on
//! screen, in JSON and in `checks:` of `samen.yaml` stays the same for ever.
//! Knows nothing of the rules that use them.

use std::collections::BTreeMap;
use std::fmt;

use super::{Level, Severity};

/// What `checks:` in `samen.yaml` makes of codes.
pub type Levels = BTreeMap<Code, Level>;

/// Makes the enum and its tables of rows `Variant, "name", [level], "what is wrong", "how to mend it";`. A level with `*`
/// may be changed in `samen.yaml`; without the others the program would not know what to publish.
macro_rules! codes {
    ($($variant:ident, $name:literal, [$($level:tt)+], $wrong:literal, $mend:literal;)*) => {
        /// A stable name for one kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $wrong] $variant,)*
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
            pub const fn describe(self) -> &'static str {
                match self {
                    $(Self::$variant => $wrong,)*
                }
            }

            /// How to mend it, for the guide.
            #[must_use]
            pub const fn remedy(self) -> &'static str {
                match self {
                    $(Self::$variant => $mend,)*
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
    AddressRemoved, "address-removed", [warning *],
        "an address that readers had leads nowhere now; told once, by the build that took it away",
        "write it into `aliases`, or give the page its old name back and use `samen move`; nothing, if the page is gone for good";
    AliasInvalid, "alias-invalid", [error *],
        "an alias does not start with `/`, or leads out of the site",
        "write it like `/en/old-address/`";
    AlsoHidden, "also-hidden", [warning *],
        "a draft, or an entry whose text stays inside, hides more than its own document: its translations, or what lies \
         in its folder",
        "nothing, if that is meant; else do what the help line says";
    AssetMissing, "asset-missing", [error],
        "`theme.yaml` or a style sheet names a file that is not in `assets/`",
        "correct the name, or add the file";
    AuditDuplicateAlternates, "audit-duplicate-alternates", [error *],
        "pages that are named as translations of each other do not name each other, or do not exist",
        "give templates `page.alternates` as they are";
    AuditFormat, "audit-format", [error *],
        "a published file is not what its name promises: JSON, XML, a table with equal rows, a calendar with short lines, \
         PDF, ZIP, UTF-8; a warning for a file that is published as it is",
        "mend the text, data or template that it comes from; save a file of somebody else anew";
    AuditHeading, "audit-heading", [error *],
        "a page has no first-level heading, or several; a skipped level is a warning",
        "start texts with `##`, and go down one level at a time";
    AuditHidden, "audit-hidden", [error *],
        "a page, its data, a feed or a script holds a control character, or one that nobody sees and that turns or hides \
         a text; a warning for a file that is published as it is",
        "take it out of the text, data or template";
    AuditIds, "audit-ids", [error *],
        "an id stands twice on a page, or one is named that is not there",
        "change the id in the template or text";
    AuditImage, "audit-image", [error *],
        "an image has no `alt`",
        r#"say in `alt` what it shows; `alt=""` if it only decorates"#;
    AuditInline, "audit-inline", [error *],
        "a page holds a script or a style, or facts for machines (`application/ld+json`) that are not JSON; its \
         security policy allows `unsafe-inline`",
        "put it into a file of `assets/`; write `{{ page.json_ld }}` and nothing else between the tags";
    AuditLanguage, "audit-language", [error *],
        "a page does not say its language and direction, or the wrong ones",
        r#"write `<html lang="{{ lang.tag }}" dir="{{ lang.dir }}">`"#;
    AuditLeak, "audit-leak", [error *],
        "an output holds words of a draft, of a closed or expired entry, of withheld minutes or of a private field, which \
         no public source has",
        "do not publish; find out which template shows it, or report a fault of samen";
    AuditLeftover, "audit-leftover", [warning *],
        "a page shows marks of a template (`{{`), of a block (`:::`) or of an outcome (`{#a1}`, `[ ]`)",
        "fill in what was meant, or write it as code";
    AuditLink, "audit-link", [error *],
        "a link leads to nothing on the site, or lacks the `/` at its end",
        "correct the template or text";
    AuditMetadata, "audit-metadata", [error *],
        "a picture of `static/` or of a theme holds more than the picture",
        "save it without metadata: `exiftool -all= file`";
    AuditReferrer, "audit-referrer", [error *],
        "a link to another website tells it where the reader comes from",
        r#"add `rel="noreferrer"` in the template"#;
    AuditTable, "audit-table", [warning *],
        "the head of a column or row does not say of which",
        "add `scope` in the template";
    AuditThirdParty, "audit-third-party", [error *],
        "a page, style sheet or script makes browsers ask another server",
        "copy the file into `assets/`, or make it a plain link";
    AuditTitle, "audit-title", [error *],
        "a page has no title",
        "fill the block `title` of the template";
    AuditTracking, "audit-tracking", [error *],
        "a page or script keeps or tells something about readers, or opens new windows",
        "leave it out";
    BidiHidden, "bidi-hidden", [error],
        "a file or one of its values holds a character that nobody sees, also where it is written as an escape or entity: \
         one that turns the order of the text, an isolate that is not closed on its line, a tag, a control character",
        "remove it; the message names it";
    BodyHeading, "body-heading", [warning *],
        "a `#` heading stands in the text; `samen check` then also finds two first-level headings on the page \
         (`audit-heading`)",
        "write `##`";
    BrokenAnchor, "broken-anchor", [error *],
        "the page has no heading or outcome of that id",
        "correct what stands behind `#`";
    BrokenLink, "broken-link", [error *],
        "a link or picture leads to nothing",
        "correct it; start with `@/` to count from `content/`";
    CharacterUnknown, "character-unknown", [warning *],
        "a text holds the sign of a lost character (U+FFFD), or one for private use or of no known Unicode",
        "type what was meant";
    ComponentInvalid, "component-invalid", [error],
        "a `:::` block does not exist, is not closed, has a wrong argument, or stands in a list",
        "correct the line; see [Markdown](markdown.md#blocks)";
    ConfigInvalid, "config-invalid", [error],
        "a setting is missing or has a wrong value; also used where there is no site, or no type of that name on the \
         command line",
        "correct it";
    ConsentEnded, "consent-ended", [warning *],
        "the consent for an entry or a part of it has ended or was withdrawn; what it was given for is not published",
        "delete what it was given for, or write down a new consent";
    ConsentEndsSoon, "consent-ends-soon", [warning *],
        "a consent ends within 30 days; then what it was given for leaves the site",
        "ask for a new consent in time";
    ConvertLeftOut, "convert-left-out", [warning],
        "a document of a word processor has something that a page cannot have, or that nobody can take over for you",
        "look at the places that are named, and add by hand what belongs there";
    ConvertRefused, "convert-refused", [error],
        "a document cannot be made into a page: it is damaged, locked, too large, of another form, or not finished",
        "do what the help line says, then run the command again; nothing was written";
    CssInvalid, "css-invalid", [error],
        "a style sheet cannot be read, or imports one that does not exist or is on another website",
        "correct it";
    CssPhysical, "css-physical", [warning *],
        "a style sheet names the left or right side, such as `margin-left`; from right to left it is the wrong one",
        "write what the help line says, such as `margin-inline-start`";
    DuplicateEntry, "duplicate-entry", [error],
        "two files are the same document, or an entry has two sources",
        "rename or remove one; or add `translation: {source: …}` to the one that is a translation";
    DuplicateKey, "duplicate-key", [error],
        "a field stands twice",
        "remove one";
    DuplicateRoute, "duplicate-route", [error],
        "two things want the same address",
        "give one another `slug`, or remove the alias";
    EmptySite, "empty-site", [error],
        "there is no content, or no home page",
        "write `content/_index.<language>.md`";
    EventStatus, "event-status", [warning *],
        "an event was held on a day to come, or was cancelled and has outcomes",
        "correct the date or the field that says what became of it";
    ExchangeInvalid, "exchange-invalid", [error],
        "a packet of translations (XLIFF) cannot be read, has texts that its source does not have, or does not fit \
         what is here now",
        "do what the help line says; nothing was written";
    ExchangePlaceholder, "exchange-placeholder", [error],
        "a translation in a packet lacks a mark of its source, has one twice, or closes it in the wrong place",
        "copy the mark from the source";
    ExitTarget, "exit-target", [warning *],
        "the way out leads to a site that shows its readers what they did before, or asks them something first",
        "choose a page that everybody may be reading";
    ExpiresSoon, "expires-soon", [warning *],
        "an entry expires within 30 days; then it leaves the site",
        "nothing, or write a later day";
    FieldInvalid, "field-invalid", [error],
        "the value does not fit: not a date, not a number, not one of the choices, too many items; a page that \
         expires before it is published; something that ends before it starts; a field that the confidentiality \
         forbids",
        "correct the value";
    FieldMissing, "field-missing", [error],
        "a field that is needed is absent",
        "add it";
    FieldShared, "field-shared", [error],
        "a translation sets a fact that belongs to the source",
        "remove the line from the translation";
    FileChanged, "file-changed", [error],
        "a file was changed, or another was put in its place, while the site was read",
        "run the command again when nobody changes the files";
    FileContent, "file-content", [error],
        "a file is empty, or its bytes are not what its name says: a page of a website that was saved as a PDF, a ZIP \
         archive that is called a document, an archive without its end",
        "export or copy the file again; or correct its ending";
    FileKind, "file-kind", [error],
        "a file below `content/` is of a kind that is not published",
        "rename it to `<name>.<language>.md` if it is the text of a page; add its ending to \
         [`attachments`](configuration.md#attachments); or move it out of `content/`";
    FileName, "file-name", [error],
        "a file name holds a space or another character that breaks links, or is not UTF-8",
        "rename the file; the help line proposes a name";
    FileNotUtf8, "file-not-utf8", [error],
        "a text file is not UTF-8",
        "save it again with the encoding UTF-8";
    FilePointer, "file-pointer", [error],
        "a pointer of Git LFS or git-annex stands in the place of a file",
        "fetch the file: `git lfs pull`, or `git annex get .`";
    FileTooLarge, "file-too-large", [warning *],
        "a file is larger than `max_mb` of its field allows",
        "make it smaller, or raise `max_mb`";
    FileUnreadable, "file-unreadable", [error],
        "a file cannot be read; or a symbolic link leads out of the site, into `content/`, to a hidden place or in a circle",
        "check the permissions; copy the file into the site instead of linking to it";
    FillIn, "fill-in", [error],
        "a text or setting holds a mark `[[fill-in …]]` for something that only you know",
        "put your own words in the place of the whole mark, brackets included; or take the sentence out";
    FlyerFont, "flyer-font", [error],
        "the theme has no font for the script that a print is written in; told once for each script",
        "get the font that is named and put it into `fonts/` of the theme";
    FlyerGlyph, "flyer-glyph", [error],
        "no font of the theme has a character of the text",
        "write it in another way, or add a font to `fonts/` of the theme";
    FlyerLayout, "flyer-layout", [error],
        "the theme lacks the layout that a type or entry names, or has no fonts",
        "correct the name, or write `flyers/<layout>.typ`";
    FlyerOverflow, "flyer-overflow", [error],
        "the text is longer than its place; the message says by how many millimetres, after the smallest type was \
         tried",
        "shorten the text, or choose another layout";
    FlyerTemplate, "flyer-template", [error],
        "a layout has an error, or the PDF would not be accessible",
        "mend the layout at the line that is named";
    FootnoteUnknown, "footnote-unknown", [warning *],
        "nothing refers to a footnote",
        "put its mark into the text, or remove it";
    FormatUnknown, "format-unknown", [error],
        "`format` in `samen.yaml` names a format of sites that this program does not know",
        "install a newer version of samen, or correct the number";
    FrontMatter, "front-matter", [error],
        "the front matter is missing, not closed, or not fields",
        "start the file with `---`, `title: …`, `---`";
    GlyphMissing, "glyph-missing", [warning *],
        "no font that the style sheets declare has a character of the pages, so that another font draws it, or nothing",
        "use another character, add a font, or name it in `system_glyphs` of `theme.yaml`";
    HiddenFile, "hidden-file", [warning *],
        "a file or folder whose name starts with a dot lies among the files of the site; it is not published",
        "rename it, delete it, or move it away; only `static/.well-known/` is published";
    HistoryMissing, "history-missing", [error],
        "`samen status --diff`: there is no Git, or the site lies in no repository",
        "work in a clone of the repository";
    IdentifierTaken, "identifier-taken", [error],
        "two entries have the same value of a field with `unique: true`, such as a registration number",
        "correct one of them";
    ImageAlt, "image-alt", [error],
        "a picture has no words for people who do not see it, or has words and is marked as decorative; a \
         translation lacks the words of a picture",
        "say in `[…]` or `alt` what it shows; see [Markdown](markdown.md#pictures)";
    ImageInvalid, "image-invalid", [error],
        "a picture is broken, has more than 50 million pixels, has the wrong ending or is of a kind that is not \
         published; a drawing runs or fetches something",
        "do what the message says, or save it anew as JPEG, PNG or SVG";
    ImageLocation, "image-location", [error],
        "a photo tells where it was taken; the folder in Git holds it even if the site does not",
        "take the place out: `exiftool -gps:all= -xmp:all= file`";
    ImportRefused, "import-refused", [error],
        "a site of another generator cannot be imported: it is not what was said, is empty, too large or this site itself, or \
         an entry of the same name is there",
        "do what the help line says, then run the command again; nothing was written";
    InternalError, "internal-error", [error],
        "samen itself has failed on a site; `samen serve` still shows the last good one",
        "report it, with the files that you changed";
    LanguageWithoutData, "language-without-data", [warning *],
        "the Unicode data know nothing of a language: its dates are written as 2024-05-14",
        "check the tag; if it is right, set `checks: {language-without-data: allow}`";
    LinkHardCoded, "link-hard-coded", [warning *],
        "a link spells out an address in one language",
        "write `@/…`, as the help line says";
    LinkUnsafe, "link-unsafe", [error],
        "a link has a scheme such as `javascript:`, hides that it leads to another website (`//…`, `https:…`, `…@…`), or a \
         picture is on another website",
        "write `https://…`, `mailto:` or `tel:`; copy the picture";
    NameHidden, "name-hidden", [warning *],
        "a title, label, heading, name or address holds a character that shows nothing, such as a zero-width space or a soft \
         hyphen",
        "remove it; the help line shows the text without it";
    OutcomeCell, "outcome-cell", [warning *],
        "a cell of a table of outcomes holds no value of its column; the outcome has none then",
        "write a value, or leave the cell empty";
    OutcomeChain, "outcome-chain", [error],
        "an attribute of kind `outcome` names one that does not exist, is of a later (or earlier) entry, or \
         leads back to the outcome itself",
        "correct the name; what came before is named by the later outcome, what came after by the earlier one";
    OutcomeDue, "outcome-due", [warning *],
        "an outcome is due before the day of its entry",
        "correct the date, most often its year";
    OutcomeDuplicate, "outcome-duplicate", [error],
        "an id stands twice on the page",
        "change the newer one";
    OutcomeEmpty, "outcome-empty", [error],
        "no outcome stands below a heading or bold line that is marked as one of outcomes",
        "write a list or table below it, or remove its mark";
    OutcomeInvalid, "outcome-invalid", [error],
        "an attribute does not exist, stands twice or has a wrong value; an id has other characters than letters, \
         digits, `-`, `.` and `_`; the type has no outcomes; the kind does not know the state (`states`); \
         the translation calls a decision an action",
        "correct it";
    OutcomeMissingId, "outcome-missing-id", [error],
        "an outcome has no id",
        "end the item with a new one, such as `{#a1}`";
    OutcomeNumber, "outcome-number", [warning *],
        "two outcomes of a type have the same number of their own",
        "correct the wrong one";
    OutcomeReused, "outcome-reused", [warning *],
        "an id of an outcome stands at something else than in the last build or commit; links from elsewhere mean what it was",
        "give the new one an id of its own; nothing, if it is the same outcome in other words";
    OutcomeSuggestion, "outcome-suggestion", [warning *],
        "a line looks like an outcome and has no mark",
        "end it with a mark such as `{.action #a1}`, or let `samen mark` do so; nothing, if it is none";
    OutcomeUnread, "outcome-unread", [error],
        "a mark, a box or a line was meant for an outcome and nothing reads it, so that readers would see `{#a1}` or \
         the outcome would stand in no register",
        "do what the help line says; a mark that readers should see stands between backticks";
    OutcomeUntranslated, "outcome-untranslated", [warning *],
        "the translation lacks an outcome",
        "add it with its id";
    OutcomeVanished, "outcome-vanished", [warning *],
        "an outcome that the last build or commit had is gone, so that links from elsewhere lead nowhere",
        "write it again with its id; an outcome that was replaced stays, with `superseded_by`";
    OutcomeVote, "outcome-vote", [error],
        "a vote does not add up or has a word that is none; a kind has no vote or number, and one is told; a number has other characters than letters, digits, `/`, `.` and `-`",
        "correct it";
    OutcomeWithoutNext, "outcome-without-next", [warning *],
        "an outcome is due next time, and nothing follows its entry, whose day is over",
        "name this entry in the one that comes next, or write a date";
    OutcomeWithoutSource, "outcome-without-source", [error],
        "the translation has an id that the source lacks",
        "correct the id";
    OutputBusy, "output-busy", [error],
        "another build is writing to the output folder; the message says which",
        "build again when it has ended, or with `--wait`";
    OutputFailed, "output-failed", [error],
        "the output cannot be written, or another program changed it while the build ran",
        "check space and permissions, then build again";
    OutputRefused, "output-refused", [error],
        "the output folder holds sources, the site itself, files that samen did not make, or links",
        "name another folder with `-o`, or move the files away";
    PdfUnreadable, "pdf-unreadable", [warning *],
        "a file that is called a PDF file is none, or is broken; only where the site has a page to \
         [search](search.md#pdf-files)",
        "export it anew";
    PersonNamed, "person-named", [error],
        "a text that may be the name of a person stands where the type refuses those",
        "write the group or the role instead; a type that allows names says `persons: initials` or `allow`";
    PlaceOutside, "place-outside", [warning *],
        "a place lies outside of the land that the map shows, so that it is not drawn",
        "mend `at`, which is latitude first; or add the country to [`area`](configuration.md#area)";
    PlaceUnplaced, "place-unplaced", [warning *],
        "a place has no coordinates although others have, so that it is on no map",
        "add `at: [latitude, longitude]`";
    PresentationForms, "presentation-forms", [warning *],
        "Arabic letters stand in the forms that a PDF is drawn with",
        "type the words again";
    RawHtml, "raw-html", [error],
        "HTML stands in the text, or a comment or tag is not closed",
        "write Markdown, put it between backticks, or [allow the tag](configuration.md#html)";
    ReferenceUnknown, "reference-unknown", [error],
        "an entry, term, place or file of that name does not exist; also in `menu` and `footer` of `samen.yaml`",
        "correct the name, or make what is missing";
    RetractRefused, "retract-refused", [error],
        "`samen build --retract` names an entry that is still public, or of which nothing is remembered",
        "hide it and build, or correct the name";
    RouteInvalid, "route-invalid", [error],
        "a slug or path has capitals, spaces or other signs, or is too long",
        "use small letters, digits and `-`";
    SchemaInvalid, "schema-invalid", [error],
        "a content type, taxonomy or place is declared wrongly",
        "correct it: [types](types.md), [terms](configuration.md#dataterms)";
    ScriptInvalid, "script-invalid", [error],
        "a script in `assets/` cannot be read",
        "correct it; a browser would stop at the same place";
    SecurityExpires, "security-expires", [warning *],
        "a `security.txt` has ended, ends within 30 days, or ends more than a year from now; one of the settings that has \
         ended is not published",
        "look whether all that it says is still true, then write a day within the next year";
    SecurityTxt, "security-txt", [error],
        "the file `static/.well-known/security.txt` lacks a line that RFC 9116 asks for, or has one twice",
        "add the line; or delete the file and set [`security`](configuration.md#security)";
    ServeRefused, "serve-refused", [error],
        "`samen serve` cannot listen at this port",
        "name another port with `-p`, or none";
    StillPublic, "still-public", [error],
        "something must not be public any more, and the output folder cannot be written to",
        "make the folder writable and build again, or delete the files on the server";
    StrayFile, "stray-file", [warning *],
        "a left-over of an editor or system lies among the content; it is not published",
        "delete it";
    StringInvalid, "string-invalid", [error],
        "a string file cannot be read; a word that stands twice is a warning",
        "correct the line";
    StringMissing, "string-missing", [error *],
        "no language has a text that pages need; one that some languages have is borrowed from them",
        "add the line to `data/strings/<language>.ftl`, in one language at least";
    StringUntranslated, "string-untranslated", [warning *],
        "texts of a language say letter by letter the same as in English; told once for each language",
        "translate them, or leave them out: then pages mark them as borrowed";
    StringUnused, "string-unused", [warning *],
        "no template asks for a text",
        "remove it from every language, or compare its name with that in the template";
    SystemLimit, "system-limit", [error],
        "the system gives the program no more open files or memory",
        "allow more open files (`ulimit -n 1024`) or memory, or end other programs";
    TakenDown, "taken-down", [warning *],
        "an entry, or a part of it, left the site; told once, by the build that took it away",
        "nothing, if that was meant; [copies elsewhere](publishing.md#taking-something-down) stay";
    TemplateInvalid, "template-invalid", [error],
        "a template cannot be read, extends or includes itself, or fails: a value, word, entry or asset that does \
         not exist",
        "correct it; the help line says on which page it failed";
    TextMisnamed, "text-misnamed", [error],
        "a file below `content/` looks like the text of a page and would not be read as one, or is a copy that would \
         become a page: `.MD`, `.markdown`, `.md.txt`, a word between dots that is no language, `Index`, a left-over of an \
         editor, merge tool or sync program, front matter in a file of another kind",
        "rename it as the help line says, or delete it";
    TextTooDeep, "text-too-deep", [error],
        "lists, quotes or `:::` blocks stand more than 16 deep in each other",
        "use fewer levels";
    TextTooLarge, "text-too-large", [error],
        "a text is larger than 2 MB, or has more than 25,000 parts or 500 outcomes",
        "split it, or publish the data as a file beside the page";
    ThemeMissing, "theme-missing", [error],
        "the theme does not exist, or lacks a template that is needed",
        "correct `theme` in `samen.yaml` or `template` in the type, or write the template";
    ThemeOutdated, "theme-outdated", [warning *],
        "a file was copied from the theme that the program carries, and the carried file has changed since",
        "`samen theme diff` shows both; take over what you want, then `samen theme mark` the file; or delete yours";
    TimeZoneMissing, "time-zone-missing", [warning *],
        "an event has a time, and `samen.yaml` does not say on which clock",
        "add `time_zone` with the zone of the place, or `time_zone: UTC`";
    TranslationHashUnknown, "translation-hash-unknown", [error],
        "`samen status --diff`: no version of the source has the hash that a translation records",
        "in a shallow clone, `git fetch --unshallow`; else compare by eye and `samen translate … --mark-current`";
    TranslationInvalid, "translation-invalid", [error *],
        "the `translation` line names another source than there is, a state that does not exist or a date that is none",
        "correct it";
    TranslationWithoutSource, "translation-without-source", [error],
        "an entry has only translations",
        "write the source, or remove `translation` from the one that is the source";
    TypeUnknown, "type-unknown", [error],
        "no content type covers the folder of this file",
        "move it to one of the folders in the help line, or declare a type";
    UnknownField, "unknown-field", [error],
        "the type has no field of that name",
        "correct the name, or remove the line";
    UnknownKey, "unknown-key", [error],
        "a key does not exist in this file; an environment variable `SAMEN_…` that is no setting also gives this",
        "correct the name, or remove it";
    UnknownLanguage, "unknown-language", [error],
        "a file name or a setting names a language that the site does not have, or words stand under a key that is no \
         language tag; words in a language that the site does not have are no error",
        "correct it, or add the language to `samen.yaml`";
    UnpublishedTarget, "unpublished-target", [warning *],
        "a link or field leads to a page that is a draft, closed, expired or not published yet; readers \
         see its text and no link",
        "publish that page, or remove the link";
    WordsBorrowed, "words-borrowed", [warning *],
        "a language lacks texts of the interface or labels, which its readers see in another language, marked as such; \
         told once for each language",
        "nothing, if nobody can translate them yet; else add them to `data/strings/<language>.ftl` and \
         `data/languages/<language>.yaml`";
    YamlInvalid, "yaml-invalid", [error],
        "the YAML cannot be read: a tab, a colon too many, a quote or bracket not closed, an anchor (`&`) or alias \
         (`*`)",
        "do what the help line says; most often: put the value in quotes";
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
                | Self::OutcomeReused
                | Self::OutcomeSuggestion
                | Self::OutcomeVanished
                | Self::OutcomeWithoutNext
                | Self::StringUntranslated
                | Self::TakenDown
                | Self::SecurityExpires
                | Self::UnpublishedTarget
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
