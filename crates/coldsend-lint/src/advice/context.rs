//! What recommendations look at: the values of an object that were sent and are valid.
use crate::error::{ErrorKind, LocItem};
use crate::host::Host;
use crate::json::Scalar;
use crate::json::{Document, Tag, Text};
use crate::schema::rule::{AdviceRule, MOST_READ, RuleInfo};
use crate::schema::shape::Kind;
use crate::types;
use crate::validate::document::Place;
use crate::validate::source::Source;
use std::ops::Range;

const WHOLE_NUMBER: Kind = kind!(integer);

/// One look at an object.
pub(crate) struct Look<'d> {
    document: Document<'d>,
    rule: &'static AdviceRule,
    values: [Option<Place>; MOST_READ],
    pub(crate) host: &'d dyn Host,
    notes: &'d mut Vec<Note>,
}

/// What is worth saying.
pub(crate) struct Note {
    pub(crate) rule: &'static RuleInfo,
    /// Which of the fields that the rule reads it is about.
    pub(crate) field: usize,
    /// Where below that field.
    pub(crate) below: Vec<LocItem>,
    pub(crate) span: Option<Range<usize>>,
    pub(crate) error: ErrorKind,
}

/// A step below a field.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    Index(usize),
    Key(&'static str),
}

impl<'d> Look<'d> {
    pub(crate) fn new(
        document: Document<'d>,
        rule: &'static AdviceRule,
        values: [Option<Place>; MOST_READ],
        host: &'d dyn Host,
        notes: &'d mut Vec<Note>,
    ) -> Self {
        Look { document, rule, values, host, notes }
    }

    /// The value of a field.
    pub(crate) fn value(&self, field: usize) -> Option<Place> {
        self.values.get(field).copied().flatten()
    }

    pub(crate) fn integer(&self, field: usize) -> Option<i64> {
        self.number(self.value(field)?)
    }

    pub(crate) fn boolean(&self, field: usize) -> Option<bool> {
        let read = types::input(&Kind::Boolean, self.document.scalar(self.value(field)?), self.host);
        read.integer().map(|number| number != 0)
    }

    pub(crate) fn text(&self, field: usize) -> Option<Text<'d>> {
        self.value(field).and_then(|value| self.text_at(value))
    }

    pub(crate) fn number(&self, value: Place) -> Option<i64> {
        types::input(&WHOLE_NUMBER, self.document.scalar(value), self.host).integer()
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

    /// Says a recommendation of a field, by their places in the rule; the parts of its message follow.
    pub(crate) fn note(&mut self, rule: usize, field: usize, parts: &[&str]) {
        if let Some(value) = self.value(field) {
            self.note_below(rule, field, &[], value, parts);
        }
    }

    /// Says it of a value below the field.
    pub(crate) fn note_below(
        &mut self,
        rule: usize,
        field: usize,
        below: &[Step],
        value: Place,
        parts: &[&str],
    ) {
        self.note_part(rule, field, below, self.document.span(value), parts);
    }

    /// Says it of a part of a text.
    pub(crate) fn note_part(
        &mut self,
        rule: usize,
        field: usize,
        below: &[Step],
        span: Option<Range<usize>>,
        parts: &[&str],
    ) {
        let Some(rule) = self.rule.rules.get(rule) else { return };
        let step = |step: &Step| match *step {
            Step::Index(index) => LocItem::Index(index),
            Step::Key(key) => LocItem::from(key),
        };
        let below = below.iter().map(step).collect();
        self.notes.push(Note { rule, field, below, span, error: rule.error(parts) });
    }
}
