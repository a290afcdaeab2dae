//! What is hidden leaves no trace at all: the outputs of a site with a hidden entry are, byte for byte, those of a site
//! that never had it. That says more than a search for its words: it counts what is inside of PDF files, archives and
//! indexes, numbers, orders, dates and addresses. Every way to hide is tried on every kind of entry, with files, texts and
//! translations beside it, and with other pages that lead to it; made from nothing, and after it was public yesterday.
//!
//! `SITES=2000 cargo test --release --test it non_interference` tries as many sites as it says.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use samen::output::OutputDir;
use samen::pipeline::{self, RunControl};

use crate::disk::Disk;
use crate::fixture::{Hub, human};
use crate::never_panics::cases;
use crate::{images, incremental, pdf_texts};

/// In everything that the hidden entry says, names or is called.
const SECRET: &str = "zqvgeheim";

/// How an entry is kept from readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hiding {
    Draft,
    Closed,
    Expired,
    Future,
    ConsentExpired,
    ConsentWithdrawn,
    /// Only what one translation says.
    DraftTranslation,
    /// Only the text of a meeting, its outcomes and its files.
    Summary,
}

impl Hiding {
    const ALL: [Self; 8] = [
        Self::Draft,
        Self::Closed,
        Self::Expired,
        Self::Future,
        Self::ConsentExpired,
        Self::ConsentWithdrawn,
        Self::DraftTranslation,
        Self::Summary,
    ];

    /// The line of the source that hides.
    fn line(self) -> &'static str {
        match self {
            Self::Draft => "draft: true\n",
            Self::Closed => "confidentiality: closed\n",
            Self::Expired => "expires: 2026-06-15\n",
            Self::Future => "publish: 2026-06-16\n",
            Self::ConsentExpired => "consent: {ref: zqvgeheim-1, obtained: 2024-01-01, expires: 2026-06-15}\n",
            Self::ConsentWithdrawn => "consent: {ref: zqvgeheim-1, obtained: 2024-01-01, withdrawn: 2026-01-01}\n",
            Self::DraftTranslation => "",
            Self::Summary => "confidentiality: summary\n",
        }
    }

    /// Whether the entry itself stays.
    fn keeps_entry(self) -> bool {
        matches!(self, Self::DraftTranslation | Self::Summary)
    }
}

/// A kind of entry: its folder, and the fields that tie it to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Meeting,
    Organisation,
    Term,
    Flyer,
    Page,
}

impl Subject {
    const ALL: [Self; 5] = [Self::Meeting, Self::Organisation, Self::Term, Self::Flyer, Self::Page];

    fn folder(self) -> &'static str {
        match self {
            Self::Meeting => "meetings",
            Self::Organisation => "organisations",
            Self::Term => "glossary",
            Self::Flyer => "flyers",
            Self::Page => "pages",
        }
    }

    /// Shared fields, which only the source has.
    fn facts(self) -> &'static str {
        match self {
            Self::Meeting => "date: 2026-06-15\ncity: breda\norganisers: [een]\ntopics: [law]\nfollows: m1\n",
            Self::Organisation => "kind: ngo\nemail: info@zqvgeheim.example\n",
            Self::Term => "",
            Self::Flyer => "version: zqvgeheim-9\n",
            Self::Page => "topics: [law]\naliases: [/nl/zqvgeheim-oud/]\n",
        }
    }

    /// Fields that each language has.
    fn words(self) -> &'static str {
        match self {
            Self::Meeting => "venue: Zaal zqvgeheim\nnote: Een *zqvgeheim* noot.\n",
            Self::Term => "also: [zqvgeheim, verslag]\n",
            Self::Organisation | Self::Flyer | Self::Page => "",
        }
    }

    /// The outcomes of its text.
    fn outcomes(self, is_source: bool) -> String {
        let facts = |text: &str| if is_source { text.to_owned() } else { String::new() };
        match self {
            Self::Meeting => format!(
                "\n## Besluiten {{.decisions}}\n\n- Wij besluiten zqvgeheim. {{#d1}}\n\n## Acties {{.actions}}\n\n- {}Doe zqvgeheim. {{#a1{}}}\n",
                facts("[ ] "),
                facts(" owner=een topic=care due=2026-06-01"),
            ),
            Self::Organisation | Self::Term | Self::Flyer | Self::Page => String::new(),
        }
    }
}

/// One entry, how it is hidden, and what lies around it.
#[derive(Clone, Debug)]
struct Case {
    subject: Subject,
    hiding: Hiding,
    /// Whether it is a folder with an `index`, in which other files and texts lie.
    folder: bool,
    translations: Vec<&'static str>,
    /// Whether public pages lead to it.
    linked: bool,
}

fn case() -> impl Strategy<Value = Case> {
    (
        select(&Subject::ALL[..]),
        select(&Hiding::ALL[..]),
        any::<bool>(),
        subsequence(vec!["en", "ar"], 0..=2),
        any::<bool>(),
    )
        .prop_map(|(subject, hiding, folder, translations, linked)| match hiding {
            // Only meetings can be summaries; a translation that is a draft has to be there.
            Hiding::Summary => Case { subject: Subject::Meeting, hiding, folder, translations, linked },
            Hiding::DraftTranslation => Case { subject, hiding, folder, translations: vec!["en"], linked },
            _ => Case { subject, hiding, folder, translations, linked },
        })
}

/// A state of the site of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Everything may be seen.
    Public,
    Hidden,
    /// What is hidden was never there.
    Never,
}

impl Case {
    /// The path of a file that belongs to the entry.
    fn path(&self, name: &str) -> String {
        let folder = self.subject.folder();
        if self.folder { format!("content/{folder}/{SECRET}/{name}") } else { format!("content/{folder}/{name}") }
    }

    fn document(&self, lang: &str) -> String {
        let stem = if self.folder { "index" } else { SECRET };
        self.path(&format!("{stem}.{lang}.md"))
    }

    fn site(&self, state: State) -> Hub {
        let site = self.with_links(with_all_fields(incremental::site()), state);
        match (state, self.hiding) {
            (State::Never, hiding) if !hiding.keeps_entry() => site,
            (_, Hiding::DraftTranslation) => self.with_draft_translation(site, state),
            (_, Hiding::Summary) => self.with_summary(site, state),
            _ => self.with_entry(site, state),
        }
    }

    fn with_entry(&self, site: Hub, state: State) -> Hub {
        let line = if state == State::Hidden { self.hiding.line() } else { "" };
        let site = self.with_documents(site, line, &self.body());
        self.with_files(site)
    }

    /// The text, which names files.
    fn body(&self) -> String {
        format!(
            "Een zqvgeheim verslag over [ons](@/pages/about) en hulp.\n\n## Kop zqvgeheim\n\n![Foto zqvgeheim](foto-{SECRET}.png) [lijst](lijst-{SECRET}.csv) <!-- zqvgeheim -->\n"
        )
    }

    fn with_documents(&self, site: Hub, line: &str, body: &str) -> Hub {
        let Self { subject, .. } = self;
        let (facts, words) = (subject.facts(), subject.words());
        let head = format!("title: Titel zqvgeheim\ndescription: Over zqvgeheim.\n{facts}{words}{line}");
        let text = format!("---\n{head}---\n{body}{}", subject.outcomes(true));
        let site = site.with(&self.document("nl"), text);
        self.translations.iter().fold(site, |site, lang| {
            let head = format!("title: Title zqvgeheim {lang}\n{words}translation: {{source: nl, state: reviewed}}\n");
            site.with(&self.document(lang), format!("---\n{head}---\n{body}{}", subject.outcomes(false)))
        })
    }

    /// Files beside the text; in a folder also texts, and files far below.
    fn with_files(&self, site: Hub) -> Hub {
        let site = site
            .with(&self.path(&format!("foto-{SECRET}.png")), images::png(41, 31))
            .with(&self.path(&format!("lijst-{SECRET}.csv")), "naam,zqvgeheim\n1,2\n");
        if !self.folder {
            return site;
        }
        site.with(&self.path("notulen.nl.md"), "---\ntitle: Notulen zqvgeheim\n---\nVan zqvgeheim.\n")
            .with(&self.path("diep/lees/mij.nl.md"), "---\ntitle: Diep zqvgeheim\n---\n![Foto](mij.png)\n")
            .with(&self.path("diep/lees/mij.png"), images::png(43, 33))
            .with(&self.path("diep/blad.pdf"), pdf_texts::sheet(&[SECRET]))
    }

    /// Pages that lead to the entry, where it is not there: the same words, and no links.
    fn with_links(&self, site: Hub, state: State) -> Hub {
        if !self.linked || self.hiding.keeps_entry() {
            return site;
        }
        let there = state != State::Never;
        let link = |text: &str| {
            let target = format!("@/{}/{SECRET}", self.subject.folder());
            if there { format!("[{text}]({target})") } else { text.to_owned() }
        };
        let body = format!("Zie {} en **{}**.\n\n- {}\n", link("het stuk"), link("dit"), link("`dat`"));
        let field = |line: String| if there { line } else { String::new() };
        let facts = match self.subject {
            Subject::Meeting => field(format!("follows: {SECRET}\n")),
            Subject::Organisation => field(format!("organisers: [{SECRET}]\n")),
            Subject::Term | Subject::Flyer | Subject::Page => String::new(),
        };
        let meeting = format!("---\ntitle: Vervolg\ndate: 2026-06-14\n{facts}---\n{body}");
        site.with("content/pages/leidt.nl.md", format!("---\ntitle: Leidt\n---\n{body}"))
            .with("content/meetings/vervolg.nl.md", meeting)
            .with("content/flyers/leidt.nl.md", format!("---\ntitle: Blad\n---\n{body}"))
    }

    /// An entry that all may read, with a translation that is not ready and that alone names a picture.
    fn with_draft_translation(&self, site: Hub, state: State) -> Hub {
        let stem = if self.folder { "open/index" } else { "open" };
        let document = |lang: &str| format!("content/{}/{stem}.{lang}.md", self.subject.folder());
        let picture = document("x").replace("index.x.md", "foto.png").replace("open.x.md", "foto.png");
        let facts = self.subject.facts().replace(SECRET, "open");
        let site = site.with(&document("nl"), format!("---\ntitle: Open\n{facts}---\nIedereen mag dit lezen.\n"));
        let draft = if state == State::Hidden { "draft: true\n" } else { "" };
        let words = self.subject.words();
        let head = format!("title: Title zqvgeheim\n{words}translation: {{source: nl, state: draft}}\n{draft}");
        match state {
            State::Never => site,
            State::Public | State::Hidden => site
                .with(&document("en"), format!("---\n{head}---\nWords zqvgeheim ![Photo zqvgeheim](foto.png).\n"))
                .with(&picture, images::png(45, 35)),
        }
    }

    /// A meeting of which only title, day and summary are public.
    fn with_summary(&self, site: Hub, state: State) -> Hub {
        let line = if state == State::Public { "" } else { self.hiding.line() };
        let stem = if self.folder { "open/index" } else { "open" };
        let document = |lang: &str| format!("content/meetings/{stem}.{lang}.md");
        let body = match state {
            State::Never => String::new(),
            State::Public | State::Hidden => {
                format!("Een zqvgeheim verslag.\n\n## Kop zqvgeheim\n{}", self.subject.outcomes(true))
            }
        };
        let head = format!("title: Open\ndescription: In het kort.\ndate: 2026-06-14\n{line}");
        let site = site.with(&document("nl"), format!("---\n{head}---\n{body}"));
        if self.folder && state != State::Never {
            return site
                .with("content/meetings/open/foto.png", images::png(47, 37))
                .with("content/meetings/open/diep/blad.pdf", pdf_texts::sheet(&[SECRET]));
        }
        site
    }
}

/// The site with fields that hide in every type.
fn with_all_fields(site: Hub) -> Hub {
    Subject::ALL.iter().fold(site, |site, subject| {
        let name = match subject {
            Subject::Meeting => {
                return site.edit("data/types/meeting.yaml", "fields:\n", "fields:\n  consent: {kind: consent}\n");
            }
            Subject::Organisation => "organisation",
            Subject::Term => "term",
            Subject::Flyer => "flyer",
            Subject::Page => "page",
        };
        let more = "fields:\n  consent: {kind: consent}\n  confidentiality: {kind: confidentiality}\n";
        site.edit(&format!("data/types/{name}.yaml"), "fields:\n", more)
    })
}

type Files = BTreeMap<String, Vec<u8>>;

fn outputs(site: &Hub) -> Files {
    site.outputs().into_iter().map(|(name, bytes)| (name, bytes.to_vec())).collect()
}

/// Where two sites differ, in words; nothing where they are the same.
fn difference(hidden: &Files, never: &Files) -> Vec<String> {
    let names = hidden.keys().chain(never.keys().filter(|name| !hidden.contains_key(*name)));
    let differing = names.filter(|name| hidden.get(*name) != never.get(*name));
    differing.map(|name| format!("{name}: {}", first_difference(hidden.get(name), never.get(name)))).collect()
}

fn first_difference(hidden: Option<&Vec<u8>>, never: Option<&Vec<u8>>) -> String {
    let (Some(hidden), Some(never)) = (hidden, never) else {
        return if hidden.is_some() { "is there".to_owned() } else { "is missing".to_owned() };
    };
    let at = hidden.iter().zip(never).take_while(|(a, b)| a == b).count();
    let around =
        |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(60)..bytes.len().min(at + 60)]).into_owned();
    format!("`{}` instead of `{}`", around(hidden), around(never))
}

fn build(site: &Hub, disk: &Disk) -> Files {
    let root = disk.path("");
    let folder = OutputDir::open(&root, &disk.path("public")).expect("a folder that may be written to");
    if let Err((_, found)) = pipeline::build(&root, &folder, &site.request, &RunControl::default()) {
        panic!("the site has errors:\n{}", human(&site.sources(), &found));
    }
    drop(folder);
    disk.public()
}

/// Makes the files on disk those of another state.
fn change(disk: &Disk, from: &Hub, to: &Hub) {
    for (path, bytes) in to.files.iter().filter(|(path, bytes)| from.files.get(*path) != Some(*bytes)) {
        disk.write(path, bytes);
    }
    from.files.keys().filter(|path| !to.files.contains_key(*path)).for_each(|path| disk.remove(path));
}

fn sites(usual: u32) -> u32 {
    std::env::var("SITES").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(cases(sites(24)))]

    #[test]
    fn a_site_with_a_hidden_entry_is_the_site_without_it(case in case()) {
        let (hidden, never) = (outputs(&case.site(State::Hidden)), outputs(&case.site(State::Never)));
        let found = difference(&hidden, &never);
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

proptest! {
    #![proptest_config(cases(sites(6)))]

    #[test]
    fn what_was_public_yesterday_leaves_with_everything_it_had(case in case()) {
        let [public, hidden, never] = [State::Public, State::Hidden, State::Never].map(|state| case.site(state));
        let disk = Disk::of(&public);
        let before = build(&public, &disk);
        let expected = outputs(&never);
        // A site that never shows the entry would pass what follows.
        prop_assert!(!difference(&before, &expected).is_empty());
        change(&disk, &public, &hidden);
        let found = difference(&build(&hidden, &disk), &expected);
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}
