//! Places. While a request is checked a place is a chain of stack frames, which costs nothing where
//! nothing is wrong; an error gets the owned list that the API prints.
use crate::error::LocItem;
use crate::json::Text;
use crate::schema::shape::Field;
#[cfg(any(feature = "reference", feature = "typed"))]
use crate::schema::shape::{Mode, Shape};

/// The part of a request that a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Path,
    Query,
    Body,
}

impl Section {
    /// Where an object of this shape is.
    #[cfg(any(feature = "reference", feature = "typed"))]
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

/// The key of a map, as the document has it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key<'k> {
    Text(Text<'k>),
    /// A number's JSON text, as the API prints it.
    Number(&'k str),
    Bool(bool),
    Null,
}

/// A place, as a chain of stack frames.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    Section(Section),
    Field(&'a At<'a>, &'static Field),
    Index(&'a At<'a>, usize),
    Key(&'a At<'a>, Key<'a>),
}

/// The API's server cannot print this place: a lone surrogate, or a number that JSON does not have.
#[derive(Debug, PartialEq)]
pub(crate) struct Unprintable;

impl At<'_> {
    /// The field that the place is in: the innermost one.
    pub(crate) fn field(&self) -> Option<&'static Field> {
        match self {
            At::Section(_) => None,
            At::Field(_, field) => Some(field),
            At::Index(parent, _) | At::Key(parent, _) => parent.field(),
        }
    }

    /// The `loc`.
    pub(crate) fn loc(&self) -> Result<Vec<LocItem>, Unprintable> {
        let mut loc = Vec::new();
        self.steps(&mut loc)?;
        Ok(loc)
    }

    fn steps(&self, loc: &mut Vec<LocItem>) -> Result<(), Unprintable> {
        let step = match self {
            At::Section(section) => section.name().into(),
            At::Field(parent, field) => {
                parent.steps(loc)?;
                field.name.into()
            }
            At::Index(parent, index) => {
                parent.steps(loc)?;
                (*index).into()
            }
            At::Key(parent, key) => {
                parent.steps(loc)?;
                match *key {
                    Key::Null => "__key__".into(),
                    Key::Bool(key) => LocItem::Bool(key),
                    Key::Number("nan" | "inf" | "-inf") => return Err(Unprintable),
                    Key::Number(text) => match text.parse() {
                        Ok(index) => LocItem::Index(index),
                        Err(_) => LocItem::Number(text.to_owned()),
                    },
                    Key::Text(text) => match std::str::from_utf8(&text.to_bytes()) {
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
