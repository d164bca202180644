//! Malformed and hostile bodies, and the encodings of text.
use super::document::{Doc, code_points};
use super::text::Text;
use super::{Generator, Validity, pools};
use coldsend_lint::shape::Shape;

/// Pieces of text that matter to a JSON parser.
const STEPS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u12",
    "\\x",
    "0",
    "1",
    "01",
    "-",
    "+",
    ".",
    "e",
    "E5",
    "t",
    "tru",
    "nul",
    "NaN",
    "Inf",
    "-Infinity",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{0}",
    "\u{1f}",
    "\u{7f}",
    "\u{a0}",
    "é",
    "😀",
    "\u{feff}",
    "'",
    "//",
    "\u{2028}",
];

impl Generator {
    /// Changes a text in a few places.
    pub(super) fn damaged(&mut self, mut text: Text) -> Text {
        for _ in 0..=self.rng.usize(..3) {
            let at = self.rng.usize(..=text.len());
            let end = (at + self.rng.usize(..6)).min(text.len());
            let step = code_points(self.pick(STEPS));
            match self.rng.u8(..8) {
                0..3 => drop(text.splice(at..at, step)),
                3 => drop(text.splice(at..end, step)),
                4 => drop(text.drain(at..end)),
                5 => text.truncate(at),
                6 => {
                    let copy = text[at..end].to_vec();
                    drop(text.splice(at..at, copy));
                }
                _ => text.extend(step),
            }
        }
        text
    }

    /// Encodes a text, mostly in UTF-8.
    pub(super) fn encoded(&mut self, text: &Text) -> Vec<u8> {
        let bytes = match self.rng.u8(..60) {
            0 => [b"\xEF\xBB\xBF".to_vec(), wtf8(text)].concat(),
            1 => utf16(text, u16::to_le_bytes),
            2 => utf16(text, u16::to_be_bytes),
            3 => [b"\xFF\xFE".to_vec(), utf16(text, u16::to_le_bytes)].concat(),
            4 => [b"\xFE\xFF".to_vec(), utf16(text, u16::to_be_bytes)].concat(),
            5 => text.iter().flat_map(|c| c.to_le_bytes()).collect(),
            6 => text.iter().flat_map(|c| c.to_be_bytes()).collect(),
            7 => [b"\xFF\xFE\0\0".to_vec(), text.iter().flat_map(|c| c.to_le_bytes()).collect()].concat(),
            8 => [b"\0\0\xFE\xFF".to_vec(), text.iter().flat_map(|c| c.to_be_bytes()).collect()].concat(),
            _ => wtf8(text),
        };
        if self.one_in(60) { self.bitten(bytes) } else { bytes }
    }

    /// Inserts bytes that may not be text.
    fn bitten(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        let at = self.rng.usize(..=bytes.len());
        let bites: [&[u8]; 10] = [
            b"\xFF",
            b"\xC3",
            b"\xC0\xAF",
            b"\xED\xA0\x80",
            b"\xF4\x90\x80\x80",
            b"\0",
            b"\xEF\xBB\xBF",
            b"\xE2\x82",
            b"\x80",
            b"\xF0\x9F\x98",
        ];
        bytes.splice(at..at, bites[self.rng.usize(..bites.len())].iter().copied());
        bytes
    }

    /// Generates a body that is not made of fields.
    pub(super) fn whole(&mut self) -> Vec<u8> {
        match self.rng.u8(..6) {
            0 => Vec::new(),
            1 => self
                .pick(&[" ", "\n", "null", " null ", "\u{feff}", "\u{feff}null", "\u{feff}\u{feff}{}", "nul"])
                .into(),
            2 => {
                let text: Text =
                    (0..self.rng.usize(1..8)).flat_map(|_| code_points(self.pick(STEPS))).collect();
                wtf8(&text)
            }
            3 => (0..self.rng.usize(1..9)).map(|_| self.pick_byte()).collect(),
            _ => {
                let doc = self.anything();
                let text = self.write(&doc);
                self.encoded(&text)
            }
        }
    }

    fn pick_byte(&mut self) -> u8 {
        *b"\0\0\0{}[]\"1n\xFF\xFE\xEF\xBB\xBF\xD8".get(self.rng.usize(..16)).unwrap_or(&0)
    }

    /// Generates a body with something deep, wide or long in it.
    pub(super) fn hostile(&mut self, shape: &'static Shape) -> Doc {
        let huge = match self.rng.u8(..7) {
            0 => {
                let depth = self.rng.usize(1..850);
                let (open, close) = self.brackets();
                Doc::token(open.repeat(depth) + "1" + &close.repeat(depth))
            }
            1 => {
                let depth = self.rng.usize(1_200..6_000);
                let (open, close) = self.brackets();
                Doc::token(open.repeat(depth) + "1" + &close.repeat(if self.rng.bool() { depth } else { 0 }))
            }
            2 => Doc::List(
                (0..self.rng.usize(200..2_000)).map(|_| Doc::token(self.pick(pools::TOKENS))).collect(),
            ),
            3 => {
                let digits = self.rng.usize(4_298..4_304);
                let number = self.pick(&["", "-"]).to_owned() + &"7".repeat(digits);
                if self.rng.bool() { Doc::token(number) } else { Doc::text(&number) }
            }
            4 => Doc::token(format!(
                "0.{}e{}",
                "3".repeat(self.rng.usize(1..5_000)),
                self.rng.i32(-5_000..5_000)
            )),
            5 => Doc::Text(vec![self.rng.u32(0x20..0xD7FF); self.rng.usize(2_000..4_500)]),
            _ => Doc::Object(
                (0..400).map(|i| (code_points(&format!("k{}", i % 300)), Doc::token("1"))).collect(),
            ),
        };
        let mut doc = self.object(shape, Validity::Valid);
        if let Doc::Object(members) = &mut doc {
            let field = &shape.fields[self.rng.usize(..shape.fields.len())];
            let key = if self.one_in(3) { "x" } else { field.name };
            members.push((code_points(key), huge));
        }
        doc
    }

    fn brackets(&mut self) -> (&'static str, &'static str) {
        if self.rng.bool() { ("[", "]") } else { ("{\"a\":", "}") }
    }
}

/// Encodes a text in UTF-8, with three bytes for a lone surrogate.
pub(super) fn wtf8(text: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for &c in text {
        match char::from_u32(c) {
            Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => {
                bytes.extend([0xE0 | (c >> 12) as u8, 0x80 | (c >> 6 & 0x3F) as u8, 0x80 | (c & 0x3F) as u8]);
            }
        }
    }
    bytes
}

fn utf16(text: &[u32], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = text.iter().flat_map(|&c| match c {
        0x1_0000.. => {
            vec![(0xD800 + ((c - 0x1_0000) >> 10)) as u16, (0xDC00 + ((c - 0x1_0000) & 0x3FF)) as u16]
        }
        _ => vec![c as u16],
    });
    units.flat_map(bytes).collect()
}
