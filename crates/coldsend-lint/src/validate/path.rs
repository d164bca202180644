//! Locations. While a request is checked, a location is a chain of stack frames, which costs nothing if there is no
//! error. An error gets the owned list that the API sends.
use crate::error::LocItem;
use crate::json::Text;
use crate::schema::shape::Field;
use crate::schema::shape::{Mode, Shape};
use std::borrow::Cow;

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Path,
    Query,
    Body,
}

impl Section {
    /// Returns the part of a request that has objects of this shape.
    pub(crate) const fn of(shape: &Shape) -> Self {
        match shape.mode {
            Mode::Query => Section::Query,
            Mode::Whole | Mode::Partial | Mode::Facts => Section::Body,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Section::Path => "path",
            Section::Query => "query",
            Section::Body => "body",
        }
    }
}

/// The key of a map, as sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MapKey<'k> {
    Text(Text<'k>),
    /// A number, as the API prints it.
    Number(&'k str),
    Bool(bool),
    Null,
}

impl<'k> MapKey<'k> {
    /// Converts the key to text, as the API does with every key of a map.
    pub(crate) fn to_str(self) -> Cow<'k, str> {
        match self {
            MapKey::Text(text) => text.to_str(),
            MapKey::Number(number) => number.into(),
            MapKey::Bool(true) => "True".into(),
            MapKey::Bool(false) => "False".into(),
            MapKey::Null => "None".into(),
        }
    }
}

/// A location as a chain of stack frames.
#[derive(Clone, Copy)]
pub(crate) enum LazyLocation<'a> {
    Section(Section),
    Field(&'a LazyLocation<'a>, &'static Field),
    Index(&'a LazyLocation<'a>, usize),
    Key(&'a LazyLocation<'a>, MapKey<'a>),
}

/// The error for a location that the API's server cannot serialize: it contains a lone surrogate, NaN or an infinity.
#[derive(Debug, PartialEq)]
pub(crate) struct Unprintable;

impl LazyLocation<'_> {
    /// Returns the innermost field of the location.
    pub(crate) fn field(&self) -> Option<&'static Field> {
        match self {
            LazyLocation::Section(_) => None,
            LazyLocation::Field(_, field) => Some(field),
            LazyLocation::Index(parent, _) | LazyLocation::Key(parent, _) => parent.field(),
        }
    }

    /// Returns whether the location is the key of a map, or below it.
    pub(crate) fn is_in_map(&self) -> bool {
        match self {
            LazyLocation::Section(_) | LazyLocation::Field(..) => false,
            LazyLocation::Key(..) => true,
            LazyLocation::Index(parent, _) => parent.is_in_map(),
        }
    }

    /// Returns the location as `loc`.
    pub(crate) fn loc(&self) -> Result<Vec<LocItem>, Unprintable> {
        let mut loc = Vec::new();
        self.steps(&mut loc)?;
        Ok(loc)
    }

    fn steps(&self, loc: &mut Vec<LocItem>) -> Result<(), Unprintable> {
        let step = match self {
            LazyLocation::Section(section) => section.name().into(),
            LazyLocation::Field(parent, field) => {
                parent.steps(loc)?;
                field.name.into()
            }
            LazyLocation::Index(parent, index) => {
                parent.steps(loc)?;
                (*index).into()
            }
            LazyLocation::Key(parent, key) => {
                parent.steps(loc)?;
                match *key {
                    MapKey::Null => "__key__".into(),
                    MapKey::Bool(key) => LocItem::Bool(key),
                    MapKey::Number("nan" | "inf" | "-inf") => return Err(Unprintable),
                    MapKey::Number(text) => match text.parse() {
                        Ok(index) => LocItem::Index(index),
                        Err(_) => LocItem::Number(text.to_owned()),
                    },
                    MapKey::Text(text) => match std::str::from_utf8(&text.to_bytes()) {
                        Ok(text) => text.into(),
                        Err(_) => return Err(Unprintable),
                    },
                }
            }
        };
        loc.push(step);
        Ok(())
    }
}
