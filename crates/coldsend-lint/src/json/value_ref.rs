//! References to the values of a document, and how they are read.
use super::{Document, Literal, Node, Scalar, Tag, Text};
use std::ops::Range;

/// A reference to a value in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ValueRef {
    Node(u32),
    /// A character of a string. It is a value if Python's `dict()` reads the string as a pair.
    Character {
        start: u32,
        /// The number of bytes; two escapes have 12.
        length: u8,
        escaped: bool,
    },
}

impl ValueRef {
    /// The whole document.
    pub(crate) const ROOT: ValueRef = ValueRef::Node(0);
}

impl<'t> Document<'t> {
    #[inline]
    pub(crate) fn at(self, value: ValueRef) -> Node {
        match value {
            ValueRef::Node(index) => self.node(index),
            ValueRef::Character { start, length, escaped } => {
                let end = start.saturating_add(length.into());
                Node::leaf(if escaped { Tag::Escaped } else { Tag::Text }, start, end)
            }
        }
    }

    #[inline]
    pub(crate) fn scalar(self, value: ValueRef) -> Scalar<'t> {
        let node = self.at(value);
        match node.tag {
            Tag::Null => Scalar::Null,
            Tag::True => Scalar::Boolean(true),
            Tag::False => Scalar::Boolean(false),
            Tag::Integer => Scalar::Integer(Literal(self.raw(node))),
            Tag::Float => Scalar::Float(Literal(self.raw(node)).as_str()),
            Tag::Text | Tag::Escaped => Scalar::Text(self.string(node)),
            Tag::Array => Scalar::List,
            Tag::Object => Scalar::Object,
        }
    }

    /// Returns the index of the node, if the value was sent as an object.
    pub(crate) fn object(self, value: ValueRef) -> Option<u32> {
        match value {
            ValueRef::Node(index) if self.node(index).tag == Tag::Object => Some(index),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn text(self, value: ValueRef) -> Option<Text<'t>> {
        let node = self.at(value);
        node.is_text().then(|| self.string(node))
    }

    /// Returns the byte range of a value. That of a string includes its quotes.
    pub(crate) fn range(self, value: ValueRef) -> Range<usize> {
        let node = self.at(value);
        let range = node.start as usize..node.end as usize;
        match (node.tag, value) {
            (Tag::Text | Tag::Escaped, ValueRef::Node(_)) => range.start.saturating_sub(1)..range.end + 1,
            _ => range,
        }
    }
}
