//! JSON documents, and the many ways to write one.
use super::Generator;
use super::text::Text;

/// A JSON document.
#[derive(Clone, Debug)]
pub(super) enum Doc {
    /// JSON text, such as a number or a word.
    Token(String),
    Text(Text),
    List(Vec<Doc>),
    Object(Vec<(Text, Doc)>),
}

impl Doc {
    pub(super) fn token(token: impl Into<String>) -> Doc {
        Doc::Token(token.into())
    }

    pub(super) fn text(text: &str) -> Doc {
        Doc::Text(code_points(text))
    }
}

/// Returns the code points of a text.
pub(super) fn code_points(text: &str) -> Text {
    text.chars().map(u32::from).collect()
}

impl Generator {
    /// Writes the document with random white space and escapes.
    pub(super) fn write(&mut self, doc: &Doc) -> Text {
        let style = Style {
            blanks: match self.rng.u8(..10) {
                0..5 => 0,
                5..8 => 60,
                _ => 4,
            },
            escapes: if self.one_in(4) { 3 } else { 40 },
        };
        let mut out = Text::new();
        self.blanks(style, &mut out);
        self.write_value(doc, style, &mut out);
        self.blanks(style, &mut out);
        out
    }

    fn write_value(&mut self, doc: &Doc, style: Style, out: &mut Text) {
        match doc {
            Doc::Token(token) => out.extend(token.chars().map(u32::from)),
            Doc::Text(text) => self.write_text(text, style, out),
            Doc::List(items) => {
                out.push('['.into());
                for (i, item) in items.iter().enumerate() {
                    self.comma(i, style, out);
                    self.write_value(item, style, out);
                    self.blanks(style, out);
                }
                out.push(']'.into());
            }
            Doc::Object(members) => {
                out.push('{'.into());
                for (i, (key, value)) in members.iter().enumerate() {
                    self.comma(i, style, out);
                    self.write_text(key, style, out);
                    self.blanks(style, out);
                    out.push(':'.into());
                    self.blanks(style, out);
                    self.write_value(value, style, out);
                    self.blanks(style, out);
                }
                out.push('}'.into());
            }
        }
    }

    fn comma(&mut self, place: usize, style: Style, out: &mut Text) {
        if place > 0 {
            out.push(','.into());
        }
        self.blanks(style, out);
    }

    fn blanks(&mut self, style: Style, out: &mut Text) {
        while style.blanks > 0 && self.rng.u8(..100) < style.blanks {
            out.push(self.pick(&[" ", "\n", "\t", "\r"]).chars().next().map_or(32, u32::from));
        }
    }

    fn write_text(&mut self, text: &Text, style: Style, out: &mut Text) {
        out.push('"'.into());
        for &c in text {
            let must = c < 0x20 || c == u32::from('"') || c == u32::from('\\');
            let surrogate = (0xD800..0xE000).contains(&c);
            if must || (surrogate && !self.one_in(6)) || self.one_in(style.escapes) {
                self.write_escape(c, out);
            } else {
                out.push(c);
            }
        }
        out.push('"'.into());
    }

    fn write_escape(&mut self, c: u32, out: &mut Text) {
        const SHORT: [(char, char); 8] = [
            ('"', '"'),
            ('\\', '\\'),
            ('/', '/'),
            ('\u{8}', 'b'),
            ('\u{c}', 'f'),
            ('\n', 'n'),
            ('\r', 'r'),
            ('\t', 't'),
        ];
        if let Some((_, letter)) = SHORT.iter().find(|(meant, _)| u32::from(*meant) == c)
            && !self.one_in(3)
        {
            out.extend([u32::from('\\'), u32::from(*letter)]);
            return;
        }
        let units = match c {
            0x1_0000.. => vec![0xD800 + ((c - 0x1_0000) >> 10), 0xDC00 + ((c - 0x1_0000) & 0x3FF)],
            _ => vec![c],
        };
        for unit in units {
            let hex = if self.rng.bool() { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
            out.extend(hex.chars().map(u32::from));
        }
    }
}

#[derive(Clone, Copy)]
struct Style {
    /// The probability of one more blank between two tokens, in percent.
    blanks: u8,
    /// One in this many characters is escaped although it need not be.
    escapes: u32,
}
