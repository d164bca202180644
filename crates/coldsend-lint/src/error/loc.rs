//! Places, as the API prints them.

/// One step of an item's `loc`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LocItem {
    /// `"body"`, a field's name, or a key of a map.
    Key(String),
    /// The place in a list; also a small number that is a key, as a list of pairs may have one.
    Index(usize),
    /// Any other number that is a key; its text is JSON's.
    Number(String),
    /// A boolean that is a key.
    Bool(bool),
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
