//! The readers of files that people write, send or make, each with what its inputs are made of. Knows nothing of chance.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archives;
use samen::config::Config;
use samen::convert::{self, ConvertRules};
use samen::declaration::Declaration;
use samen::diagnostic::{self, Diagnostics, Style};
use samen::document::{self, Rules, Sanitizer};
use samen::image::{self, ImageProcessor};
use samen::schema::Types;
use samen::source::Sources;
use samen::theme::Theme;
use samen::{minify, pdf, xliff, yaml};

use super::damage::Material;

/// A reader of the program.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    pub(crate) material: Material<'static>,
    /// Reads an input; a panic is a fault.
    pub(crate) read: fn(&Site, &[u8]),
}

/// What readers need to know of a site.
pub(crate) struct Site {
    config: Config,
    types: Types,
    sanitizer: Sanitizer,
}

impl Site {
    pub(crate) fn new() -> Self {
        let mut said = Diagnostics::default();
        let settings = "name: P\nbase_url: https://hub.example\nlanguages: [nl, en]\ntheme: mini\n";
        let config = Config::parse(settings, &Arc::from("samen.yaml"), &[], false, &mut said).expect("settings");
        let meeting =
            "folder: meetings\noutcomes: {owner: {kind: refs}, due: {kind: date}}\nfields: {text: {kind: markdown}}\n";
        let declared = Declaration::read(&Arc::from("data/types/meeting.yaml"), meeting, &mut said);
        let types = Types::parse(declared.as_slice(), &config.tags(), &mut said);
        let allowed: Vec<String> = ["b", "kbd", "div", "table", "details"].map(str::to_owned).to_vec();
        Self { config, types, sanitizer: Sanitizer::new(&allowed) }
    }
}

fn shown(said: &[diagnostic::Diagnostic], text: &Arc<str>) {
    let of = |_: &str| Some(Arc::clone(text));
    // Writing is slow, and the same for all readers: the first few are enough.
    let _ = diagnostic::human(
        &said[..said.len().min(3)],
        &of,
        Style { color: false, width: 80 },
        &diagnostic::Catalog::english(),
    );
}

fn text(bytes: &[u8]) -> Arc<str> {
    Arc::from(String::from_utf8_lossy(bytes))
}

/// A theme with this file in the place of its own.
fn theme(site: &Site, path: &str, bytes: &[u8]) {
    let sound: BTreeMap<String, Vec<u8>> = [
        ("themes/mini/theme.yaml", "css: [a.css]\n"),
        ("themes/mini/assets/a.css", "a{}"),
        ("themes/mini/assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("themes/mini/templates/page.html", "{{ page.body }}"),
        ("themes/mini/strings/nl.ftl", "a = b\n"),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .into();
    let files = sound.into_iter().chain([(path.to_owned(), bytes.to_vec())]);
    let _ = Theme::load(&Sources::memory(files.collect::<BTreeMap<_, _>>()), &site.config, &mut Diagnostics::default());
}

/// A document that is taken with all that is in it.
fn converted(name: &str, bytes: &[u8]) {
    let rules =
        ConvertRules { accept_changes: true, drop_comments: true, line_breaks: true, pictures: "a", beside: &|_| None };
    let _ = convert::read(name, bytes, &rules);
}

/// All readers.
pub(crate) const READERS: &[Reader] = &[
    Reader {
        name: "markdown",
        material: Material {
            seeds: &[
                include_bytes!("../../content/pages/about-this-hub.nl.md"),
                b"---\ntitle: A\n---\n## A {.actions}\n\n- [ ] Tekst {#a1 owner=b due=2023-01-01}\n\n| a | b |\n|---|--:|\n| c | d |\n",
                b"---\ntitle: A\n---\n> [!NOTE]\n> a[^1] <b>x</b>\n\n[^1]: b\n\n::: details title=\"x\"\n- a\n  1. b\n\n     c\n:::\n\nA\n: b\n",
            ],
            scraps: &[
                "\n", "\n\n", "    ", "\t", "# ", "## a\n", "- ", "1. ", "- [ ] ", "> ", "> [!NOTE]\n> ", ": ", "*", "**",
                "_", "~~", "`", "```", "```\n", "---\n", "| a | b |\n|---|---|\n", "| c |", "\\", "[", "](b.md)", "](", ")",
                "![", "<", ">", "<b>", "</b>", "<div>", "</div>", "<table><tr><td>", "<br>", "<!--", "-->", "<?x", "&amp;",
                "&#0;", "&", "[^a]", "[^a]: b\n", "[a]: b.md\n", "[a]", "{#a1}", "{#a1 owner=b}", "{", "}", "{.actions}",
                "## X {.decisions}\n", "\"", ":::", "::: callout\n", ":::\n", "\r\n", "\u{0}", "\u{1a}", "\u{202e}", "مرحبا ",
                "title: ", "draft: true\n", "---\n", "https://a.example/", "a@b.example", "+31 20 123 45 67",
            ],
            pairs: &[("> ", ""), ("- ", ""), ("*a ", "*"), ("**a ", "**"), ("[", "](b)"), ("![", "](b.png)"), ("<div>", "</div>"),
                ("<b>", "</b>"), ("::: details\n", ":::\n"), ("1. ", ""), ("~~", "~~"), ("(", ")"), ("[^a]: ", "")],
        },
        read: |site, bytes| {
            let text = text(bytes);
            let rules = Rules { config: &site.config, types: &site.types, sanitizer: &site.sanitizer };
            let (_, said) = document::parse(&Arc::from("content/meetings/a.nl.md"), &text, &rules);
            shown(&said, &text);
        },
    },
    Reader {
        name: "yaml",
        material: Material {
            seeds: &[
                include_bytes!("../../samen.yaml"),
                b"a: {b: [1, 2, 'c'], d: \"e\"}\nf:\n  - g: |\n      h\n    i: >-\n      j\n",
            ],
            scraps: &[
                "\n", "\n  ", " ", "\t", ": ", ":", "- ", "? ", "[", "]", "{", "}", ", ", "#", "&a ", "*a", "! ", "!!str ", "|\n",
                ">\n", "'", "\"", "%", "@", "`", "---\n", "...\n", "~", "null", "true", "1", "-1.5", "1e999", "0x1f",
                "2023-01-24", "a: ", "b: c\n", "<<: ", "\\u0000", "\\x", "\r\n", "\u{0}", "\u{feff}",
            ],
            pairs: &[("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("&a ", ""), ("\n ", ""), ("'", "'"), ("\"", "\"")],
        },
        read: |_, bytes| {
            let text = text(bytes);
            if let Err(diagnostic) = yaml::parse(&text, &Arc::from("a.yaml"), 0) {
                shown(&[*diagnostic], &text);
            }
        },
    },
    Reader {
        name: "settings",
        material: Material {
            seeds: &[include_bytes!("../../samen.yaml")],
            scraps: &["\n", "  ", ": ", "[", "]", "{", "}", ", ", "nl", "en: ", "\"", "true", "1", "https://a.example", "- ", "menu: "],
            pairs: &[("[", "]"), ("{nl: ", "}"), ("- ", "")],
        },
        read: |_, bytes| {
            let text = text(bytes);
            let mut said = Diagnostics::default();
            let _ = Config::parse(&text, &Arc::from("samen.yaml"), &[], false, &mut said);
            shown(said.items(), &text);
        },
    },
    Reader {
        name: "svg",
        material: Material {
            seeds: &[
                include_bytes!("../../themes/hub/assets/mark.svg"),
                b"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\"><defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#f00\"/></linearGradient></defs><style>@media print{.a{fill:url(#g)}}</style><g style=\"stroke:red\"><use xlink:href=\"#g\"/><path d=\"M0 0\" class=\"a\"/><text>x &amp; y</text></g></svg>",
            ],
            scraps: &[
                "<g>", "</g>", "<g/>", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "<style>", "</style>", "a{fill:url(#g)}",
                "@import 'a';", "@media print{", "}", " a=\"b\"", " style=\"fill:red\"", " href=\"#a\"", " href=\"//x\"", "url(",
                "image-set(", "/*", "*/", "\\", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "<!DOCTYPE svg [", "&#65;", "&amp;",
                "&x;", " xmlns:a=\"b\"", "<a:b>", "<script>", " onload=\"x\"", "\"", "'", "=", "\u{0}", "<foreignObject>",
            ],
            pairs: &[("<g>", "</g>"), ("<svg xmlns=\"http://www.w3.org/2000/svg\">", "</svg>"), ("<g a=\"", "\"/>"), ("@media print{", "}"),
                (" a=\"", "\""), ("(", ")"), (":not(", ")"), ("<!--", "-->")],
        },
        read: |_, bytes| {
            let _ = image::check_drawing(&text(bytes));
        },
    },
    Reader {
        name: "pdf",
        material: Material {
            seeds: &[
                b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 5 0 R>>/ColorSpace<</C[/Indexed/DeviceRGB 1<00>]>>>>>>endobj\n4 0 obj<</Length 46>>stream\nBT /F 12 Tf 72 700 Td (tekst) Tj ET /X Do /C cs\nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5>>stream\n/X Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
                b"%PDF-1.5\n1 0 obj<</Type/ObjStm/N 2/First 8/Length 66>>stream\n2 0 3 30 <</Type/Catalog/Pages 3 0 R>><</Type/Pages/Kids[]>>\nendstream endobj\ntrailer<</Root 2 0 R>>",
            ],
            scraps: &[
                "1 0 obj", "endobj\n", "2 0 R", "3 0 R", "<<", ">>", "[", "]", "/Kids", "/Kids[2 0 R]", "/Type/Pages", "/Type/ObjStm/N 1/First 4",
                "stream\n", "endstream", "/Filter/FlateDecode", "/Filter[/A85/Fl]", "/Length 5", "/Length 5 0 R", "(", ")", "<41>", "% ", "\n",
                "BT", "ET", "/F 12 Tf", "(a) Tj", "[(a) 1 (b)] TJ", "q", "Q", "/X Do", "BI", "ID", "EI", "xref\n0 1\n", "trailer<</Root 1 0 R>>",
                "startxref\n0\n", "/Prev 0", "/Encrypt", "/Functions[2 0 R]", "/FunctionType 3", "/Alternate 2 0 R", "[/Indexed 2 0 R]", "/W[1 2 1]",
                "/Resources<</XObject<</X 2 0 R>>>>", "cs", "sc", "sh", "gs", "/DecodeParms<</Predictor 12>>", "#4b", "\u{0}",
            ],
            pairs: &[("[", "]"), ("<<", ">>"), ("<</A ", ">>"), ("(", ")"), ("[/Indexed ", "]"), ("<</Kids[", "]>>"), ("q ", "Q "), ("BT ", "ET ")],
        },
        read: |_, bytes| {
            let _ = pdf::text_of(bytes);
        },
    },
    Reader {
        name: "xliff",
        material: Material {
            seeds: &[b"<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"nl\" trgLang=\"en\"><file id=\"f1\" original=\"content/pages/a.nl.md\"><unit id=\"u1\"><originalData><data id=\"d1\">**</data></originalData><segment id=\"s1\"><source>Een <pc id=\"1\">twee</pc> <ph id=\"2\"/></source><target>One <pc id=\"1\">two</pc> <ph id=\"2\"/><mrk id=\"m\">x</mrk></target></segment></unit></file></xliff>"],
            scraps: &[
                "<pc id=\"1\">", "</pc>", "<ph id=\"1\"/>", "<mrk id=\"1\">", "</mrk>", "<sc id=\"1\"/>", "<ec startRef=\"1\"/>", "<cp hex=\"0041\"/>",
                "<unit id=\"u1\">", "</unit>", "<segment>", "</segment>", "<source>", "</source>", "<target>", "</target>", "<file original=\"a\">",
                "</file>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&amp;", "&x;", " a=\"b\"", " xmlns:a=\"b\"", "\"", "<", ">",
            ],
            pairs: &[("<pc id=\"1\">", "</pc>"), ("<mrk id=\"1\">", "</mrk>"), ("<group>", "</group>"), ("<unit id=\"u\">", "</unit>"), (" a=\"", "\"")],
        },
        read: |_, bytes| {
            let text = text(bytes);
            if let Err(said) = xliff::read(&text, &Arc::from("a.xlf")) {
                shown(&said, &text);
            }
        },
    },
    Reader {
        name: "css",
        material: Material {
            seeds: &[
                b"@layer a;@media (width>1em){.a,#b>c:not(.d)::after{margin:calc(1px + 2em*3) auto;color:color-mix(in srgb,red,#00f8);&:hover{x:y}}}@font-face{font-family:F;src:local(\"x\")}@supports (display:grid){a{grid-template:\"a b\" 1fr/auto 1fr}}:root{--x:var(--y,1)}@keyframes k{from{top:0}}",
            ],
            scraps: &[
                "a{b:c}", "{", "}", "(", ")", "[", "]", ";", ":", ",", "@media ", "@import 'b.css';", "@layer a{", "@container (width>1px){", "@supports not (",
                "/*", "*/", "\"", "'", "\\", "url(", "calc(", "var(--x,", ":not(", ":is(", "&", "color:red", "width:1px+", "1e9", "-", "+", "*", "/", "%", "#",
                "!important", "@charset \"x\";", "<!--", "-->", "\n", "u+0-7f", "::", ">", "~", "|", "@page{", "@property --a{", "conic-gradient(",
            ],
            pairs: &[("a{", "}"), ("(", ")"), (":not(", ")"), ("calc(", ")"), ("@media all{", "}"), ("[a=", "]"), ("var(--x,", ")"), ("a:b{", "}"), ("calc(", ") + 1px"), ("min(1px,", ")"), ("color-mix(in srgb,red,", ")"), ("calc(1px + ", ")"), ("&{", "}")],
        },
        read: |site, bytes| theme(site, "themes/mini/assets/a.css", bytes),
    },
    Reader {
        name: "scripts",
        material: Material {
            seeds: &[b"const f=async(a,{b,...c}=d)=>{for(const x of await y){if(x?.z`a${b}c`)continue;else switch(x){case 1:break;default:throw new Error(/[a/]\\//g)}}};class A extends B{#c=1;static{this.d=()=>e??f}};label:do{}while(!a&&b||c?d:e**f)\n"],
            scraps: &[
                "(", ")", "[", "]", "{", "}", ";", ",", ".", "?.", "?", ":", "=>", "=", "+", "-", "!", "~", "**", "&&", "??", "`", "${", "/", "/a/", "//",
                "/*", "*/", "\"", "'", "\\", "if(a)", "else ", "for(;;)", "while(a)", "do ", "function ", "class A{", "return ", "new ", "typeof ", "await ", "yield ",
                "async ", "import ", "export ", "let a", "a", "1", "\n", "...", "@", "#a", "<!--", "a:", "try{", "}catch{", "}finally{", "\u{2028}",
            ],
            pairs: &[("(", ")"), ("[", "]"), ("{", "}"), ("`${", "}`"), ("!", ""), ("a?b:", ""), ("a=>", ""), ("if(a){}else ", ""), ("f(", ")"), ("new ", ""), ("a+(", ")")],
        },
        read: |_, bytes| {
            let _ = minify::script(&text(bytes));
        },
    },
    Reader {
        name: "strings",
        material: Material {
            seeds: &[b"a = b { $c } { d.e }\n    .f = g\nh = { $n ->\n    [one] een\n   *[other] { $n } { NUMBER($n, minimumFractionDigits: 2) }\n }\n-t = u { -v(case: \"x\") }\n"],
            scraps: &["\n", "    ", "a = ", "{", "}", "{ $a }", "{ a }", "{ -t }", "->", "[one]", "*[other]", "\"", "\\u0041", "(", ")", ".", "1.5", "#", "-t = ", ".a = ", ",", ":"],
            pairs: &[("{ ", " }"), ("{ NUMBER(", ") }"), ("{ $n ->\n *[a] ", "\n }"), ("{ -t(a: ", ") }"), ("(", ")")],
        },
        read: |site, bytes| theme(site, "themes/mini/strings/nl.ftl", bytes),
    },
    Reader {
        name: "templates",
        material: Material {
            seeds: &[b"{% extends \"a.html\" %}{% block b %}{% for x in y | sort(attribute=\"z\") %}{{ x.a[0] ~ \"b\" | upper }}{% if not a and b or c is defined %}{% else %}{% endif %}{% endfor %}{% set d = [1, {\"e\": f}] %}{# g #}{% endblock %}"],
            scraps: &["{{", "}}", "{%", "%}", "{#", "#}", "{% if a %}", "{% endif %}", "{% for a in b %}", "{% endfor %}", "{% block a %}", "{% endblock %}", "{% set a = ", "{% raw %}", "{% endraw %}",
                "a.b", "a[0]", "(", ")", "[", "]", "{", "}", " | upper", " ~ ", " + ", " not ", " and ", " is ", "\"", "'", "1", "range(end=9)", ",", "-", "{% include \"a\" %}", "{{ <a/> }}", "{% component a() %}"],
            pairs: &[("{% if a %}", "{% endif %}"), ("{% for a in b %}", "{% endfor %}"), ("(", ")"), ("[", "]"), ("{\"a\": ", "}"), ("not ", ""), ("-", ""), ("a[", "]"), ("{% block a %}", "{% endblock %}")],
        },
        read: |site, bytes| theme(site, "themes/mini/templates/page.html", bytes),
    },
    Reader {
        name: "pictures",
        material: Material {
            seeds: &[
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82",
                b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0",
                b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0\xff\xdb\0C\0\x08\x06\x06\x07\x06\x05\x08\x07\x07\x07\x09\x09\x08\x0a\x0c\x14\x0d\x0c\x0b\x0b\x0c\x19\x12\x13\x0f\x14\x1d\x1a\x1f\x1e\x1d\x1a\x1c\x1c $.' \",#\x1c\x1c(7),01444\x1f'9=82<.342\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xc4\0\x1f\0\0\x01\x05\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\xff\xda\0\x08\x01\x01\0\0?\0\xd2\xcf \xff\xd9",
            ],
            scraps: &["IHDR", "IDAT", "IEND", "tEXt", "eXIf", "iCCP", "acTL", "Exif\0\0", "II*\0", "VP8 ", "VP8X", "VP8L", "EXIF", "XMP ", "ICCP", "ANIM", "\0\0\0\0", "\0\0\0\u{1}"],
            pairs: &[("\0\0\0\u{c}tEXt", "\0\0\0\0"), ("EXIF\u{4}\0\0\0", ""), ("ANMF\u{8}\0\0\0", "")],
        },
        read: |_, bytes| {
            // The name goes with the first byte, so that each format is read as what it is.
            let ending = match bytes.first() {
                Some(0x89) => "png",
                Some(b'R') => "webp",
                _ => "jpg",
            };
            let path = format!("content/a.{ending}");
            let sources = Sources::memory([(path.clone(), bytes.to_vec())]);
            let processor = ImageProcessor::new(&sources);
            let pictures = processor.probe(&sources, sources.get(&path), &mut Diagnostics::default());
            for (path, picture) in &pictures {
                // A large one costs time and reads nothing else.
                let pixels = u64::from(picture.width) * u64::from(picture.height);
                if let Some(variant) = picture.variants().first().filter(|_| pixels < 40_000) {
                    let _ = processor.variant(&sources, path, picture, *variant);
                }
            }
        },
    },
    Reader {
        name: "word",
        material: Material {
            seeds: &[
                br#"<w:p><w:pPr><w:pStyle w:val="Kop1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>Een</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>twee</w:t></w:r></w:p>"#,
                br#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://a.example"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>b</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
            ],
            scraps: &[
                "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>*tekst_</w:t>", "<w:br/>", "<w:tab/>", "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>", "<w:tbl>", "</w:tbl>",
                "<w:b/>", "<w:vanish/>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"1\"/>", "<w:sdt>",
                "<w:sdtContent>", "<w14:checkbox/>", "<w:drawing/>", "<a:blip r:embed=\"n\"/>", "<w:txbxContent>", "<w:numId w:val=\"3\"/>", "<w:ilvl w:val=\"8\"/>", "<w:ins>",
                "</w:ins>", "&amp;", "&#10;", "<!--", "-->", "<![CDATA[", "]]>", " w:val=\"", "\"", "\u{f0a8}", "\u{202e}",
            ],
            pairs: &[("<w:p>", "</w:p>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:smartTag>", "</w:smartTag>"),
                ("<w:hyperlink w:anchor=\"a\">", "</w:hyperlink>"), ("<w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r>")],
        },
        read: |_, bytes| converted("a.docx", &archives::word(&text(bytes))),
    },
    Reader {
        name: "open document",
        material: Material {
            seeds: &[
                br#"<text:h text:outline-level="1">Een</text:h><text:list text:style-name="L1"><text:list-item><text:p>a<text:s text:c="3"/>b</text:p><text:list><text:list-item><text:p>c</text:p></text:list-item></text:list></text:list-item></text:list><text:p><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note><text:a xlink:href="https://a.example">d</text:a></text:p>"#,
                br#"<table:table><table:table-row><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table><text:p><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>"#,
            ],
            scraps: &["<text:p>", "</text:p>", "<text:list>", "</text:list>", "<text:list-item>", "</text:list-item>", "<text:span>", "</text:span>", "<text:line-break/>", "<text:s/>", "<text:h>",
                "</text:h>", "<table:table>", "</table:table>", "<table:table-row>", "<table:table-cell>", "<draw:frame>", "</draw:frame>", "<draw:image/>", "<text:note>", "</text:note>", "&lt;", "1\u{2d}"],
            pairs: &[("<text:list><text:list-item>", "</text:list-item></text:list>"), ("<text:section>", "</text:section>"), ("<text:span>", "</text:span>"),
                ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"), ("<draw:g>", "</draw:g>")],
        },
        read: |_, bytes| converted("a.odt", &archives::open_with(&text(bytes), "", &[])),
    },
    Reader {
        name: "web page",
        material: Material {
            seeds: &[br##"<style>.c1{font-weight:700}</style><h1 id="a">A</h1><ul class="lst-kix_a-1"><li>b<ol start="3"><li>c</li></ol></li></ul><table><tr><td rowspan="2" colspan="3">d</td></tr><tr><td>e</td></tr></table><p><a href="#b" id="c">1</a></p><p><a href="#c" id="b">1</a> f</p><pre>g</pre>"##],
            scraps: &["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<table>", "</table>", "<tr>", "<td>", "<a href=\"#a\" id=\"b\">", "</a>", "<b>", "</i>", "<br>", "<img src=\"data:image/png;base64,iVBO\">",
                "<input type=checkbox checked>", "<style>", "</style>", "<!--", "-->", "<script>", "<blockquote>", "<h9>", "<p style='mso-list:l0 level9'>", "&nbsp;", "&#x202e;"],
            pairs: &[("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<table><tr><td>", "</td></tr></table>"), ("<b><i>", "</i></b>"), ("<a href=#x>", "</a>"), ("<blockquote>", "</blockquote>")],
        },
        read: |_, bytes| converted("a.html", &bytes.iter().map(|byte| byte & 0x7f).collect::<Vec<u8>>()),
    },
];
