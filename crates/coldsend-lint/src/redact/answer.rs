//! The parts of an answer that must not be shown.
use super::redacted::is_known_message;
use super::text::{HIDDEN, redact_text};
use crate::error::telling::{is_name_key, is_telling, is_telling_name};
use crate::json::{Document, Tag, ValueRef};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// The keys under which an answer may repeat a value of the request, or the whole request, as those of both versions of
/// Pydantic and of other servers do.
const REPEATED: [&str; 9] =
    ["input", "given", "doc", "value", "rejectedvalue", "attemptedvalue", "received", "actual", "body"];
/// The keys of a message, which is shown next to the location of a secret if it repeats no value.
const MESSAGES: [&str; 3] = ["msg", "message", "error"];
/// The other keys that are shown there: all else, such as `ctx`, may repeat the secret.
const ABOUT_SECRET: [&str; 3] = ["loc", "type", "url"];
/// The first steps of locations, which are lists of names without values.
pub(crate) const SECTIONS: [&str; 6] = ["body", "path", "query", "header", "cookie", "response"];

/// Returns the parts of an answer that must not be shown, in order, with their replacements. A part that begins inside
/// another is hidden with it. Every text is searched, since a server may quote a secret anywhere.
pub(crate) fn in_answer(document: &Document<'_>) -> Vec<(Range<usize>, String)> {
    let hidden = values(document).into_iter().map(|range| (range, HIDDEN.to_owned()));
    let texts = (0..document.length()).filter_map(|at| {
        let node = document.node(at);
        let text = node.is_text().then(|| document.string(node).to_str())?;
        let shown = redact_text(&text);
        (shown != text).then_some((document.range(ValueRef::Node(at)), shown.into_owned()))
    });
    let mut parts: Vec<_> = hidden.chain(texts).collect();
    // A part that contains another comes first.
    parts.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    parts
}

/// Returns the ranges of values that must not be shown, none inside another.
pub(super) fn values(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut finder = Finder { document: *document, locations: BTreeSet::new(), found: Vec::new() };
    for at in 0..document.length() {
        match document.node(at).tag {
            Tag::Object => finder.object(at),
            Tag::Array => finder.list(at),
            _ => {}
        }
    }
    let mut found = finder.found;
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let outside = range.end > end;
        end = end.max(range.end);
        outside
    });
    found
}

struct Finder<'d> {
    document: Document<'d>,
    /// The lists that are locations.
    locations: BTreeSet<u32>,
    found: Vec<Range<usize>>,
}

impl Finder<'_> {
    /// Values of telling keys, of keys that repeat the request, and all values next to the name of a secret.
    fn object(&mut self, at: u32) {
        let document = self.document;
        let (mut name, mut is_about_secret) = (None, false);
        for key in document.keys(at) {
            let is_text = document.node(key + 1).is_text();
            let text = self.text(key);
            if is_name_key(&text) && is_text && is_telling_name(&self.text(key + 1)) {
                name = Some(key);
            } else if &*text == "loc" && self.is_location(key + 1) {
                self.locations.insert(key + 1);
                is_about_secret |= self.steps(key + 1).any(|step| is_telling(&step));
            }
        }
        for key in document.keys(at) {
            let text = self.text(key);
            let is_known = is_among(&text, &ABOUT_SECRET)
                || is_among(&text, &MESSAGES)
                    && document.node(key + 1).is_text()
                    && is_known_message(&self.text(key + 1));
            if is_telling(&text)
                || is_among(&text, &REPEATED)
                || name.is_some_and(|name| name != key)
                || is_about_secret && !is_known
            {
                self.hide(key + 1);
            }
        }
    }

    /// What follows a telling name in a list. In a list of pairs, an object is one, too: its second key is the value of
    /// the first.
    fn list(&mut self, at: u32) {
        let document = self.document;
        let mut after_name = false;
        if self.locations.contains(&at) {
            return;
        }
        for item in document.elements(at) {
            let node = document.node(item);
            if after_name {
                self.hide(item);
            }
            after_name = node.is_text() && is_telling_name(&self.text(item));
            if let (Tag::Object, Some((key, value))) = (node.tag, pair(document.keys(item)))
                && is_telling(&self.text(key))
            {
                self.hide(value);
            }
        }
    }

    fn is_location(&self, at: u32) -> bool {
        let is_list = self.document.node(at).tag == Tag::Array;
        is_list && self.steps(at).next().is_some_and(|first| SECTIONS.contains(&&*first))
    }

    /// Returns the texts in a list.
    fn steps(&self, list: u32) -> impl Iterator<Item = Cow<'_, str>> {
        let document = self.document;
        document.elements(list).filter(move |item| document.node(*item).is_text()).map(|item| self.text(item))
    }

    fn text(&self, at: u32) -> Cow<'_, str> {
        self.document.string(self.document.node(at)).to_str()
    }

    fn hide(&mut self, at: u32) {
        self.found.push(self.document.range(ValueRef::Node(at)));
    }
}

fn is_among(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Returns the items if there are exactly two.
fn pair(mut items: impl Iterator<Item = u32>) -> Option<(u32, u32)> {
    let pair = (items.next()?, items.next()?);
    items.next().is_none().then_some(pair)
}
