//! The elements and attributes of HTML that a text may hold, and what the folds of a text ask about them.
//! Knows nothing of texts.

/// An enum of names, each written once.
macro_rules! names {
    ($(#[$about:meta])* $type:ident { $($variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $type {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl crate::source::Digestible for $type {
            fn add_to(&self, digest: &mut crate::source::Digest) {
                digest.put(self.name());
            }
        }

        impl $type {
            /// Its name in HTML.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// By its name in lower case.
            #[must_use]
            pub fn of_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

names! {
    /// An element of HTML: those that Markdown makes, and those that may be allow-listed.
    Element {
        A = "a",
        Abbr = "abbr",
        B = "b",
        Bdi = "bdi",
        Bdo = "bdo",
        Blockquote = "blockquote",
        Br = "br",
        Caption = "caption",
        Cite = "cite",
        Code = "code",
        Col = "col",
        Colgroup = "colgroup",
        Dd = "dd",
        Del = "del",
        Dfn = "dfn",
        Div = "div",
        Dl = "dl",
        Dt = "dt",
        Em = "em",
        Figcaption = "figcaption",
        Figure = "figure",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        H5 = "h5",
        H6 = "h6",
        Hr = "hr",
        I = "i",
        Ins = "ins",
        Kbd = "kbd",
        Li = "li",
        Mark = "mark",
        Ol = "ol",
        P = "p",
        Pre = "pre",
        Q = "q",
        Rp = "rp",
        Rt = "rt",
        Ruby = "ruby",
        S = "s",
        Samp = "samp",
        Section = "section",
        Small = "small",
        Span = "span",
        Strong = "strong",
        Sub = "sub",
        Sup = "sup",
        Table = "table",
        Tbody = "tbody",
        Td = "td",
        Tfoot = "tfoot",
        Th = "th",
        Thead = "thead",
        Time = "time",
        Tr = "tr",
        U = "u",
        Ul = "ul",
        Var = "var",
        Wbr = "wbr",
    }
}

names! {
    /// An attribute of an element.
    AttributeName {
        AriaLabel = "aria-label",
        Class = "class",
        Dir = "dir",
        Href = "href",
        Id = "id",
        Lang = "lang",
        Rel = "rel",
        Role = "role",
        Scope = "scope",
        Start = "start",
        Tabindex = "tabindex",
        Title = "title",
    }
}

impl Element {
    /// Whether nothing can stand in it, so that it has no end.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Col | Self::Hr | Self::Wbr)
    }

    /// Whether it stands within a line of text; all others end it.
    #[must_use]
    pub fn is_inline(self) -> bool {
        use Element::{
            A, Abbr, B, Bdi, Bdo, Cite, Code, Del, Dfn, Em, I, Ins, Kbd, Mark, Q, S, Samp, Small, Span, Strong, Sub,
            Sup, Time, U, Var, Wbr,
        };
        #[rustfmt::skip]
        let inline = matches!(
            self,
            A | Abbr | B | Bdi | Bdo | Cite | Code | Del | Dfn | Em | I | Ins | Kbd | Mark | Q | S | Samp | Small
                | Span | Strong | Sub | Sup | Time | U | Var | Wbr
        );
        inline
    }

    /// Whether it is a heading.
    #[must_use]
    pub fn is_heading(self) -> bool {
        matches!(self, Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }

    /// Whether its words may become a link: those of links, headings and code may not.
    #[must_use]
    pub fn may_hold_links(self) -> bool {
        !(self.is_heading() || matches!(self, Self::A | Self::Code | Self::Kbd | Self::Pre | Self::Samp | Self::Var))
    }

    /// Whether it holds blocks only: white space between them is nothing.
    #[must_use]
    pub fn holds_blocks(self) -> bool {
        use Element::{Blockquote, Div, Dl, Figure, Ol, Section, Table, Tbody, Tfoot, Thead, Tr, Ul};
        matches!(self, Blockquote | Div | Dl | Figure | Ol | Section | Table | Tbody | Tfoot | Thead | Tr | Ul)
    }

    /// Whether it is a block of text: white space at its edges is nothing.
    #[must_use]
    pub fn is_text_block(self) -> bool {
        self.is_heading()
            || matches!(self, Self::Dd | Self::Dt | Self::Figcaption | Self::Li | Self::P | Self::Td | Self::Th)
    }

    /// Whether a line of the HTML ends behind its start tag.
    #[must_use]
    pub fn breaks_after_start(self) -> bool {
        use Element::{Blockquote, Br, Dl, Hr, Ol, Section, Table, Tbody, Thead, Ul};
        matches!(self, Blockquote | Br | Dl | Hr | Ol | Section | Table | Tbody | Thead | Ul)
    }

    /// Whether a line of the HTML ends behind its end tag.
    #[must_use]
    pub fn breaks_after_end(self) -> bool {
        use Element::{Blockquote, Dd, Div, Dl, Dt, Li, Ol, P, Pre, Section, Tbody, Thead, Tr, Ul};
        self.is_heading()
            || matches!(self, Blockquote | Dd | Div | Dl | Dt | Li | Ol | P | Pre | Section | Tbody | Thead | Tr | Ul)
    }

    /// The heading of a level; those beyond the sixth are of the sixth.
    #[must_use]
    pub fn heading(level: u8) -> Self {
        match level {
            0..=2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }
}
