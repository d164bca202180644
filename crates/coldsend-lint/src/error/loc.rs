//! Locations, as the API prints them.
use std::fmt;

/// One step of an item's `loc`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LocItem {
    /// `"body"`, `"path"` or `"query"`, the name of a field, or a key of a map.
    Key(String),
    /// The index of an item in a list, or a small whole number that is a key. A key can be a number in a list of pairs.
    Index(usize),
    /// Any other number that is a key, as JSON text.
    Number(String),
    /// A boolean that is a key.
    Bool(bool),
}

/// Writes the key or the index, without quotation marks.
impl fmt::Display for LocItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LocItem::Key(text) | LocItem::Number(text) => f.write_str(text),
            LocItem::Index(index) => index.fmt(f),
            LocItem::Bool(value) => value.fmt(f),
        }
    }
}

impl From<&str> for LocItem {
    fn from(key: &str) -> Self {
        LocItem::Key(key.to_owned())
    }
}

impl From<usize> for LocItem {
    fn from(index: usize) -> Self {
        LocItem::Index(index)
    }
}

/// Returns a location without its first step, the part of the request.
pub(crate) fn path(loc: &[LocItem]) -> &[LocItem] {
    loc.get(1..).unwrap_or_default()
}

/// Returns these steps as a JSON Pointer (RFC 6901).
pub(crate) fn pointer(steps: &[LocItem]) -> String {
    let mut pointer = String::new();
    for step in steps {
        pointer.push('/');
        pointer.push_str(&step.to_string().replace('~', "~0").replace('/', "~1"));
    }
    pointer
}

/// Returns a location for people, such as `body.variants[0].subject_template`.
pub(crate) fn dotted(loc: &[LocItem]) -> String {
    let mut place = String::new();
    for step in loc {
        match step {
            LocItem::Index(index) => place.push_str(&format!("[{index}]")),
            other => {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(&other.to_string());
            }
        }
    }
    place
}
