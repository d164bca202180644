//! The body of an answer as JSON: its members, its texts, and the parts of it that may be shown.
use crate::json::{Document, Tag, quote};
use crate::redact;
use std::ops::Range;

#[derive(Clone, Copy)]
pub(super) struct Body<'t>(pub(super) Document<'t>);

impl Body<'_> {
    /// Returns the value of a key; the last one if it is repeated, as everywhere.
    pub(super) fn member(&self, object: u32, name: &str) -> Option<u32> {
        self.0.member(object, name)
    }

    pub(super) fn is(&self, at: u32, tag: Tag) -> bool {
        self.0.node(at).tag == tag
    }

    pub(super) fn text(&self, at: u32) -> Option<String> {
        let node = self.0.node(at);
        node.is_text().then(|| self.0.string(node).to_str().into_owned())
    }

    /// Returns the text of a member.
    pub(super) fn text_of(&self, object: u32, name: &str) -> Option<String> {
        self.text(self.member(object, name)?)
    }

    /// Returns a list of texts.
    pub(super) fn texts(&self, at: u32) -> Option<Vec<String>> {
        match self.0.node(at).tag {
            Tag::Array => self.0.elements(at).map(|item| self.text(item)).collect(),
            _ => None,
        }
    }

    /// Returns the list of texts of a member.
    pub(super) fn texts_of(&self, object: u32, name: &str) -> Option<Vec<String>> {
        self.texts(self.member(object, name)?)
    }

    /// Returns the parts that must not be shown, in order, with their replacements.
    pub(super) fn hidden(&self) -> Vec<(Range<usize>, String)> {
        redact::in_answer(&self.0)
    }

    /// Returns the JSON text of a value, without the hidden parts.
    pub(super) fn shown(&self, at: u32, hidden: &[(Range<usize>, String)]) -> String {
        let text = |range: Range<usize>| self.0.text.get(range).unwrap_or_default();
        let node = self.0.node(at);
        let quotes = usize::from(node.is_text());
        let whole = (node.start as usize).saturating_sub(quotes)..node.end as usize + quotes;
        let (mut out, mut from) = (String::new(), whole.start);
        let first = hidden.partition_point(|(range, _)| range.start < whole.start);
        let inside = hidden.iter().skip(first).take_while(|(range, _)| range.start < whole.end);
        for (Range { start, end }, by) in inside {
            if *start >= from && *end <= whole.end {
                out.push_str(&String::from_utf8_lossy(text(from..*start)));
                quote(by, &mut out);
                from = *end;
            }
        }
        out.push_str(&String::from_utf8_lossy(text(from..whole.end)));
        out
    }
}
