//! What recommendations look at: the values of an object that were sent and are valid.
use crate::document::Place;
use crate::error::LocItem;
use crate::json::{Document, Tag, Text};
use crate::kinds;
use crate::rule::MOST_READ;
use crate::shape::Kind;
use crate::source::{Scalar, Source};
use std::ops::Range;

const WHOLE_NUMBER: Kind = kind!(integer);

/// One look at an object.
pub(crate) struct Look<'d> {
    document: Document<'d>,
    values: [Option<Place>; MOST_READ],
    notes: &'d mut Vec<Note>,
}

/// What is worth saying.
pub(crate) struct Note {
    /// Which of the recommendations it is, and which of the fields that they read it is about.
    pub(crate) rule: usize,
    pub(crate) field: usize,
    /// Where below that field.
    pub(crate) below: Vec<LocItem>,
    pub(crate) span: Option<Range<usize>>,
    pub(crate) parts: Vec<String>,
}

impl<'d> Look<'d> {
    pub(crate) fn new(
        document: Document<'d>,
        values: [Option<Place>; MOST_READ],
        notes: &'d mut Vec<Note>,
    ) -> Self {
        Look { document, values, notes }
    }

    /// The value of a field.
    pub(crate) fn value(&self, field: usize) -> Option<Place> {
        self.values.get(field).copied().flatten()
    }

    pub(crate) fn integer(&self, field: usize) -> Option<i64> {
        self.number(self.value(field)?)
    }

    pub(crate) fn boolean(&self, field: usize) -> Option<bool> {
        let read = kinds::input(&Kind::Boolean, self.document.scalar(self.value(field)?));
        read.integer().map(|number| number != 0)
    }

    pub(crate) fn text(&self, field: usize) -> Option<Text<'d>> {
        self.value(field).and_then(|value| self.text_at(value))
    }

    pub(crate) fn number(&self, value: Place) -> Option<i64> {
        kinds::input(&WHOLE_NUMBER, self.document.scalar(value)).integer()
    }

    pub(crate) fn text_at(&self, value: Place) -> Option<Text<'d>> {
        match self.document.scalar(value) {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Where the text of a string begins, after its quote.
    pub(crate) fn start(&self, value: Place) -> usize {
        let span = self.document.span(value).unwrap_or_default();
        span.start + usize::from(matches!(value, Place::Node(_)))
    }

    pub(crate) fn items(&self, list: Option<Place>) -> impl Iterator<Item = Place> + use<'d> {
        let document = self.document;
        list.and_then(|list| document.items(list)).into_iter().flatten()
    }

    /// The keys of an object.
    pub(crate) fn keys(&self, value: Place) -> impl Iterator<Item = (Text<'d>, Place)> + use<'d> {
        let document = self.document;
        let object = match value {
            Place::Node(at) if document.node(at).tag == Tag::Object => Some(at),
            _ => None,
        };
        let keys = object.into_iter().flat_map(move |at| document.keys(at));
        keys.map(move |key| (document.string(document.node(key)), Place::Node(key + 1)))
    }

    /// A member of an object; the last of several counts.
    pub(crate) fn member(&self, value: Place, name: &str) -> Option<Place> {
        self.keys(value).filter(|(key, _)| key.is(name)).last().map(|(_, member)| member)
    }

    /// Says a recommendation of a field.
    pub(crate) fn note(&mut self, rule: usize, field: usize, parts: Vec<String>) {
        if let Some(value) = self.value(field) {
            self.note_below(rule, field, Vec::new(), value, parts);
        }
    }

    /// Says it of a value below the field.
    pub(crate) fn note_below(
        &mut self,
        rule: usize,
        field: usize,
        below: Vec<LocItem>,
        value: Place,
        parts: Vec<String>,
    ) {
        let span = self.document.span(value);
        self.notes.push(Note { rule, field, below, span, parts });
    }

    /// Says it of a part of a text.
    pub(crate) fn note_part(
        &mut self,
        rule: usize,
        field: usize,
        below: Vec<LocItem>,
        span: Range<usize>,
        parts: Vec<String>,
    ) {
        self.notes.push(Note { rule, field, below, span: Some(span), parts });
    }
}
