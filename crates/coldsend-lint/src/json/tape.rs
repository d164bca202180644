//! Reads JSON as Python does, including `NaN`, `Infinity`, integers beyond 64 bits and lone surrogates, or returns
//! Python's error message and position. The result is a flat tape of nodes in document order that borrows the text. A
//! container has the index of its end, and a key is followed by its value. Facts: pydantic_v1.md 3.2 and 3.3.
use super::guide::Guide;
use super::scan::plain;
use super::text::{self, Text};
use std::ops::Range;

/// The maximum depth of nesting. Python's own limit is between 900 and 10,000, depending on its version and the
/// caller's stack.
const MAX_DEPTH: u32 = 900;
/// The maximum number of digits of an integer.
const MAX_DIGITS: usize = 4300;
/// The absence of a node. It is not a valid index, because offsets have 32 bits and a text must be shorter than this.
const NONE: u32 = u32::MAX;
/// The absence of a field: a guided object has no such key.
const UNKNOWN: u32 = u32::MAX - 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Null,
    True,
    False,
    Integer,
    /// Also `NaN`, `Infinity` and `-Infinity`.
    Float,
    Text,
    /// A string with escapes.
    Escaped,
    Array,
    Object,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    /// The byte offset at which the value starts. `start` and `end` exclude the quotes of a string.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The index of the node after this value and everything in it. While a container is open, the index of its parent.
    /// Of a key, the index of its field, [`UNKNOWN`], or [`NONE`] if the reader did not look for it.
    after: u32,
}

impl Node {
    pub(crate) fn is_text(self) -> bool {
        matches!(self.tag, Tag::Text | Tag::Escaped)
    }

    /// Creates the node of a scalar value.
    pub(crate) fn leaf(tag: Tag, start: u32, end: u32) -> Self {
        Node { tag, start, end, after: NONE }
    }
}

/// The reason why a text cannot be read as a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadError {
    Malformed(Malformed),
    Unreadable(Unreadable),
}

/// Why Python cannot read a text at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    pub(crate) reason: Reason,
    /// The offset of the error in bytes, if it is known.
    pub(crate) offset: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The text is not valid in its encoding.
    Encoding,
    /// It is nested too deeply.
    Depth,
    /// An integer is too long.
    Digits,
    /// The text is too long.
    Length,
}

/// Python's error for text that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) message: &'static str,
    /// The position of the error, in code points.
    pub(crate) position: usize,
    /// The offset of the error, in bytes.
    pub(crate) offset: usize,
}

/// What the reader found for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looked {
    /// The index of its field.
    Found(usize),
    /// There is no such field.
    Unknown,
    /// The reader did not look for it.
    Not,
}

/// A document: the text and its tape. The first node is the whole value.
#[derive(Clone, Copy)]
pub(crate) struct Document<'t> {
    pub(crate) text: &'t [u8],
    nodes: &'t [Node],
}

impl<'t> Document<'t> {
    pub(crate) fn node(&self, at: u32) -> Node {
        // The tape is never empty and its links are valid, but a wrong answer is better than a panic.
        self.nodes.get(at as usize).copied().unwrap_or(Node {
            tag: Tag::Null,
            start: 0,
            end: 0,
            after: at.saturating_add(1),
        })
    }

    /// Returns the number of nodes.
    pub(crate) fn length(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// Returns the indices of an array's items.
    pub(crate) fn elements(&self, array: u32) -> impl Iterator<Item = u32> + Clone + use<'t> {
        Children { document: *self, next: array + 1, end: self.node(array).after, keyed: 0 }
    }

    /// Returns the indices of an object's keys. Each value follows its key.
    pub(crate) fn keys(&self, object: u32) -> impl Iterator<Item = u32> + Clone + use<'t> {
        Children { document: *self, next: object + 1, end: self.node(object).after, keyed: 1 }
    }

    /// Returns the value of a key of an object, if the node is one; the last value if the key is repeated.
    pub(crate) fn member(&self, object: u32, name: &str) -> Option<u32> {
        if self.node(object).tag != Tag::Object {
            return None;
        }
        let named = self.keys(object).filter(|key| self.string(self.node(*key)).is(name));
        named.last().map(|key| key + 1)
    }

    /// Returns what the reader found for a key: the index of its field, or `None` if there is no such field; or that it
    /// did not look for it.
    #[inline]
    pub(crate) fn field(&self, key: Node) -> Looked {
        match key.after {
            NONE => Looked::Not,
            UNKNOWN => Looked::Unknown,
            field => Looked::Found(field as usize),
        }
    }

    pub(crate) fn raw(&self, node: Node) -> &'t [u8] {
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// Returns the text of a string or a key.
    pub(crate) fn string(&self, node: Node) -> Text<'t> {
        Text { raw: self.raw(node), escaped: node.tag == Tag::Escaped }
    }
}

#[derive(Clone)]
struct Children<'t> {
    document: Document<'t>,
    next: u32,
    end: u32,
    /// The number of nodes that a member has before its value.
    keyed: u32,
}

impl Iterator for Children<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let here = self.next;
        (here < self.end).then(|| {
            self.next = self.document.node(here + self.keyed).after;
            here
        })
    }
}

/// Reads the text from `start` into `nodes`, which is cleared first and reused. The document must be checked against
/// the shape that the guide is from, if any.
pub(crate) fn read<'t>(
    text: &'t [u8],
    start: usize,
    guide: Guide,
    nodes: &'t mut Vec<Node>,
) -> Result<Document<'t>, ReadError> {
    nodes.clear();
    if text.len() >= UNKNOWN as usize {
        return Err(ReadError::Unreadable(Unreadable { reason: Reason::Length, offset: None }));
    }
    match tape(text, start, guide, nodes) {
        Ok(()) => Ok(Document { text, nodes }),
        Err(Fault::Unreadable(reason, offset)) => {
            Err(ReadError::Unreadable(Unreadable { reason, offset: Some(offset) }))
        }
        Err(Fault::At(message, offset)) => {
            let position = text::length(text.get(start..offset).unwrap_or_default());
            Err(ReadError::Malformed(Malformed { message, position, offset }))
        }
    }
}

/// Creates an object of strings that are not JSON. The `ranges` of `text` are keys and values in turn.
pub(crate) fn object<'t>(text: &'t [u8], ranges: &[Range<usize>], nodes: &'t mut Vec<Node>) -> Document<'t> {
    nodes.clear();
    let after = ranges.len() as u32 + 1;
    nodes.push(Node { tag: Tag::Object, start: 0, end: text.len() as u32, after });
    nodes.extend(ranges.iter().zip(2..).map(|(range, after)| Node {
        tag: Tag::Text,
        start: range.start as u32,
        end: range.end as u32,
        // Names and values take turns.
        after: if after % 2 == 0 { NONE } else { after },
    }));
    Document { text, nodes }
}

enum Fault {
    /// Python's message and the byte offset of the error.
    At(&'static str, usize),
    /// The reason and the byte offset.
    Unreadable(Reason, usize),
}

/// The containers at this depth or deeper are not guided.
const MAX_GUIDED: usize = 8;

/// The container that is being read.
#[derive(Clone, Copy)]
struct Open {
    /// Its node, or [`NONE`].
    node: u32,
    is_object: bool,
    guide: Guide,
    /// The index of the key whose value is being read, and of the key that probably comes next.
    key: u32,
    next: u32,
}

impl Open {
    const NONE: Open = Open { node: NONE, is_object: false, guide: Guide::NONE, key: UNKNOWN, next: 0 };

    /// Returns the guide for the next value.
    fn value(&self) -> Guide {
        match (self.is_object, self.guide.object()) {
            (false, _) => self.guide.item(),
            (true, Some(keys)) => keys.value(self.key),
            (true, None) => Guide::NONE,
        }
    }
}

fn tape(text: &[u8], start: usize, guide: Guide, nodes: &mut Vec<Node>) -> Result<(), Fault> {
    let root = Guide { lists: guide.lists + 1, ..guide };
    let (mut open, mut outer, mut depth) = (Open { guide: root, ..Open::NONE }, [Open::NONE; MAX_GUIDED], 0);
    let (mut first, mut at) = token(text, start);
    loop {
        // A value begins at `at`, or in an object a key.
        if open.is_object {
            (first, at) = key(text, (first, at), &mut open, nodes)?;
        }
        let here = nodes.len() as u32;
        match first {
            b'"' => {
                let (tag, end) = string(text, at)?;
                nodes.push(Node { tag, start: at as u32 + 1, end: end as u32, after: here + 1 });
                at = end + 1;
            }
            opening @ (b'{' | b'[') => {
                let is_object = opening == b'{';
                if depth >= MAX_DEPTH {
                    return Err(Fault::Unreadable(Reason::Depth, at));
                }
                let tag = if is_object { Tag::Object } else { Tag::Array };
                nodes.push(Node { tag, start: at as u32, end: 0, after: open.node });
                (first, at) = token(text, at + 1);
                let closing = opening + 2; // `{` and `}`, `[` and `]` are two apart
                if first != closing {
                    let guide = open.value();
                    if let Some(slot) = outer.get_mut(depth as usize) {
                        *slot = open;
                    }
                    depth += 1;
                    open = Open { node: here, is_object, guide, key: UNKNOWN, next: 0 };
                    continue;
                }
                at += 1;
                let node = &mut nodes[here as usize];
                (node.end, node.after) = (at as u32, here + 1);
            }
            _ => {
                let (tag, end) = scalar(text, at)?;
                nodes.push(Node { tag, start: at as u32, end: end as u32, after: here + 1 });
                at = end;
            }
        }
        // A value ended at `at`; the rest belongs to the containers around it.
        loop {
            (first, at) = token(text, at);
            if open.node == NONE {
                return if at == text.len() { Ok(()) } else { Err(Fault::At("Extra data", at)) };
            }
            if first == b',' {
                (first, at) = token(text, at + 1);
                break;
            }
            if first != if open.is_object { b'}' } else { b']' } {
                return Err(Fault::At("Expecting ',' delimiter", at));
            }
            at += 1;
            depth -= 1;
            let after = nodes.len() as u32;
            let node = &mut nodes[open.node as usize];
            let parent = std::mem::replace(&mut node.after, after);
            node.end = at as u32;
            open = match outer.get(depth as usize) {
                Some(outer) => *outer,
                None => {
                    let is_object = nodes[parent as usize].tag == Tag::Object;
                    Open { node: parent, is_object, ..Open::NONE }
                }
            };
        }
    }
}

/// Reads a key and its colon; returns the token that begins the value.
#[inline]
fn key(
    text: &[u8],
    (first, at): (u8, usize),
    open: &mut Open,
    nodes: &mut Vec<Node>,
) -> Result<(u8, usize), Fault> {
    let start = at + 1;
    if first != b'"' {
        return Err(Fault::At("Expecting property name enclosed in double quotes", at));
    }
    let keys = open.guide.object();
    // Most documents follow the order of the declaration.
    let next = keys.and_then(|keys| keys.at_start(open.next, text.get(start..)?));
    let (tag, end, field) = match next {
        Some((field, length)) => (Tag::Text, start + length, field),
        None => {
            let (tag, end) = string(text, at)?;
            let field = match keys {
                Some(keys) if tag == Tag::Text => {
                    text.get(start..end).and_then(|key| keys.find(key)).unwrap_or(UNKNOWN)
                }
                _ => NONE,
            };
            (tag, end, field)
        }
    };
    open.key = field;
    if field < UNKNOWN {
        open.next = field + 1;
    }
    nodes.push(Node { tag, start: start as u32, end: end as u32, after: field });
    match token(text, end + 1) {
        (b':', colon) => Ok(token(text, colon + 1)),
        (_, at) => Err(Fault::At("Expecting ':' delimiter", at)),
    }
}

/// Returns the first byte after blanks and its offset, or 0 past the end. No rule of the grammar accepts a 0.
#[inline]
fn token(text: &[u8], mut at: usize) -> (u8, usize) {
    loop {
        match text.get(at) {
            Some(b' ' | b'\n' | b'\t' | b'\r') => at += 1,
            Some(byte) => return (*byte, at),
            None => return (0, at),
        }
    }
}

/// Returns the byte at an offset, or 0 past the end. No rule of the grammar accepts a 0.
#[inline]
fn peek(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// Returns the tag of the string that opens at `open`, and the offset of its closing quote.
#[inline]
fn string(text: &[u8], open: usize) -> Result<(Tag, usize), Fault> {
    let end = plain(text, open + 1);
    match peek(text, end) {
        b'"' => Ok((Tag::Text, end)),
        _ => escaped(text, open, end),
    }
}

/// Returns the same for a string that has a backslash or a control character at `at`, or ends there.
fn escaped(text: &[u8], open: usize, mut at: usize) -> Result<(Tag, usize), Fault> {
    loop {
        match peek(text, at) {
            b'"' => return Ok((Tag::Escaped, at)),
            b'\\' => {
                at = escape(text, open, at)?;
                // Escapes often follow each other.
                if peek(text, at) == b'\\' {
                    continue;
                }
            }
            _ if at < text.len() => return Err(Fault::At("Invalid control character at", at)),
            _ => return Err(Fault::At("Unterminated string starting at", open)),
        }
        at = plain(text, at);
    }
}

/// Returns the offset after the escape whose backslash is at `at`. The string opens at `open`.
fn escape(text: &[u8], open: usize, at: usize) -> Result<usize, Fault> {
    match text.get(at + 1) {
        None => Err(Fault::At("Unterminated string starting at", open)),
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
        // Python requires one more character after the four digits.
        Some(b'u') if text.len() > at + 6 && text[at + 2..at + 6].iter().all(u8::is_ascii_hexdigit) => {
            Ok(at + 6)
        }
        Some(b'u') => Err(Fault::At("Invalid \\uXXXX escape", at + 1)),
        Some(_) => Err(Fault::At("Invalid \\escape", at)),
    }
}

/// Reads a number or a word. Returns its tag and the offset at which it ends.
#[inline]
fn scalar(text: &[u8], at: usize) -> Result<(Tag, usize), Fault> {
    let (word, tag): (&[u8], Tag) = match peek(text, at) {
        b'-' | b'0'..=b'9' => return number(text, at),
        b'n' => (b"null", Tag::Null),
        b't' => (b"true", Tag::True),
        b'f' => (b"false", Tag::False),
        b'N' => (b"NaN", Tag::Float),
        b'I' => (b"Infinity", Tag::Float),
        _ => return Err(Fault::At("Expecting value", at)),
    };
    if text[at..].starts_with(word) {
        Ok((tag, at + word.len()))
    } else {
        Err(Fault::At("Expecting value", at))
    }
}

/// Reads `-Infinity`, or the longest prefix that matches `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
fn number(text: &[u8], start: usize) -> Result<(Tag, usize), Fault> {
    let digits = |mut at: usize| {
        while peek(text, at).is_ascii_digit() {
            at += 1;
        }
        at
    };
    let first = start + usize::from(text[start] == b'-');
    let whole = match peek(text, first) {
        b'0' => first + 1,
        b'1'..=b'9' => digits(first + 1),
        b'I' if first > start && text[first..].starts_with(b"Infinity") => {
            return Ok((Tag::Float, first + 8));
        }
        _ => return Err(Fault::At("Expecting value", start)),
    };
    let mut end = whole;
    if peek(text, end) == b'.' && peek(text, end + 1).is_ascii_digit() {
        end = digits(end + 2);
    }
    if matches!(peek(text, end), b'e' | b'E') {
        let exponent = end + 1 + usize::from(matches!(peek(text, end + 1), b'+' | b'-'));
        if peek(text, exponent).is_ascii_digit() {
            end = digits(exponent + 1);
        }
    }
    match end > whole {
        true => Ok((Tag::Float, end)),
        false if whole - first > MAX_DIGITS => Err(Fault::Unreadable(Reason::Digits, start)),
        false => Ok((Tag::Integer, end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> (&'static str, usize) {
        match read(text.as_bytes(), 0, Guide::NONE, &mut Vec::new()).err() {
            Some(ReadError::Malformed(malformed)) => (malformed.message, malformed.position),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn pythons_words_and_positions() {
        let name = "Expecting property name enclosed in double quotes";
        for (text, message, position) in [
            ("", "Expecting value", 0),
            (" \n", "Expecting value", 2),
            ("{", name, 1),
            (r#"{"x":1,}"#, name, 7),
            ("{'x':1}", name, 1),
            (r#"{"x" 1}"#, "Expecting ':' delimiter", 5),
            (r#"{"x":1 "y""#, "Expecting ',' delimiter", 7),
            ("[1,]", "Expecting value", 3),
            ("{}}", "Extra data", 2),
            ("nul", "Expecting value", 0),
            ("nulll", "Extra data", 4),
            ("01", "Extra data", 1),
            ("-", "Expecting value", 0),
            (r#""abc"#, "Unterminated string starting at", 0),
            (r#""\x""#, "Invalid \\escape", 1),
            (r#""\u12""#, "Invalid \\uXXXX escape", 2),
            (r#""\u1234"#, "Invalid \\uXXXX escape", 2),
            ("\"\\", "Unterminated string starting at", 0),
            ("\"a\nb\"", "Invalid control character at", 2),
            (r#"{"é":1,}"#, name, 7),
            (r#"{"😀":1,}"#, name, 7),
        ] {
            assert_eq!(refusal(text), (message, position), "{text}");
        }
    }

    #[test]
    fn what_python_cannot_read() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        let mut nodes = Vec::new();
        assert!(read(nested(900).as_bytes(), 0, Guide::NONE, &mut nodes).is_ok());
        for text in [nested(901), "[".repeat(10_000_000), "1".repeat(4301), format!("[-{}", "1".repeat(4301))]
        {
            let error = read(text.as_bytes(), 0, Guide::NONE, &mut nodes).err();
            assert!(matches!(error, Some(ReadError::Unreadable(_))), "{error:?}");
        }
        assert!(read(format!("-{}", "1".repeat(4300)).as_bytes(), 0, Guide::NONE, &mut nodes).is_ok());
        assert!(read(format!("{}e1", "1".repeat(5000)).as_bytes(), 0, Guide::NONE, &mut nodes).is_ok());
    }
}
