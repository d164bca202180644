//! A JSON document as a source of values, with what Python's `dict()` makes of values that are no
//! objects. Facts: pydantic_v1.md 1, 2.9 and 2.10.
use crate::advice::context::{Look, Note};
use crate::error::ErrorKind;
use crate::error::suggest;
use crate::host::Host;
use crate::json::Scalar;
use crate::json::{Document, Node, Tag, Text};
use crate::python::float;
use crate::schema::rule::{AdviceRule, MOST_READ};
use crate::schema::shape::{Mode, Shape};
use crate::validate::path::Key;
use crate::validate::source::Source;
use std::ops::Range;

/// The keys of a map with more are sorted to find those that are repeated.
const FEW_KEYS: usize = 16;
/// So many keys are looked at for one that resembles a missing name.
const MOST_KEYS: usize = 1000;
/// The one key that Pydantic's constructor takes for itself.
const FORBIDDEN: &str = "__pydantic_self__";

/// A value in a document.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Node(u32),
    /// One character of a string, which is a value where a string stands for a pair.
    Character {
        start: u32,
        end: u32,
        escaped: bool,
    },
}

impl<'t> Document<'t> {
    fn at(self, place: Place) -> Node {
        match place {
            Place::Node(at) => self.node(at),
            Place::Character { start, end, escaped } => {
                Node::leaf(if escaped { Tag::Escaped } else { Tag::Text }, start, end)
            }
        }
    }

    fn literal(self, node: Node) -> &'t str {
        std::str::from_utf8(self.raw(node)).unwrap_or_default()
    }

    fn text(self, place: Place) -> Option<Text<'t>> {
        let node = self.at(place);
        node.is_text().then(|| self.string(node))
    }

    /// The key and the value of each pair, if `dict()` can make an object of this value.
    fn pairs(self, place: Place) -> Result<Vec<(Place, Place)>, ErrorKind> {
        let node = self.at(place);
        let Place::Node(list) = place else { return Err(ErrorKind::Dict) };
        match node.tag {
            Tag::Array => {
                let mut pairs = Vec::new();
                for item in self.elements(list) {
                    pairs.push(self.pair(item).ok_or(ErrorKind::Dict)?);
                }
                Ok(pairs)
            }
            Tag::Text if self.raw(node).is_empty() => Ok(Vec::new()),
            _ => Err(ErrorKind::Dict),
        }
    }

    /// A key that `dict()` takes, and its value.
    fn pair(self, item: u32) -> Option<(Place, Place)> {
        let node = self.node(item);
        let (key, value) = match node.tag {
            Tag::Array => {
                let mut items = self.elements(item);
                let pair = (Place::Node(items.next()?), Place::Node(items.next()?));
                items.next().is_none().then_some(pair)?
            }
            Tag::Object => {
                let mut distinct = Vec::with_capacity(2);
                for key in self.keys(item) {
                    let text = self.string(self.node(key)).to_bytes();
                    if !distinct.iter().any(|(_, seen)| *seen == text) {
                        distinct.push((key, text));
                    }
                    if distinct.len() > 2 {
                        return None;
                    }
                }
                let [(key, _), (value, _)] = distinct[..] else { return None };
                (Place::Node(key), Place::Node(value))
            }
            Tag::Text | Tag::Escaped => {
                let (key, value) = self.string(node).pair()?;
                let middle = node.start + key.raw.len() as u32;
                let character = |start, end| Place::Character { start, end, escaped: key.escaped };
                debug_assert_eq!(middle + value.raw.len() as u32, node.end);
                (character(node.start, middle), character(middle, node.end))
            }
            _ => return None,
        };
        let hashable = !matches!(self.at(key).tag, Tag::Array | Tag::Object);
        hashable.then_some((key, value))
    }

    /// Puts a value at the place of the field that has this key; the last of several counts.
    fn assign(
        self,
        key: Text<'t>,
        value: Place,
        shape: &Shape,
        next: &mut usize,
        found: &mut [Option<Place>],
    ) -> Result<bool, ErrorKind> {
        match shape.find(*next, |name| key.is(name)) {
            Some(field) => {
                if let Some(slot) = found.get_mut(field) {
                    *slot = Some(value);
                }
                *next = field + 1;
                Ok(true)
            }
            None if shape.mode != Mode::Query && key.is(FORBIDDEN) => Err(ErrorKind::ForbiddenKey),
            None => Ok(false),
        }
    }

    /// Equal keys are one: the first of them stands, with the last value.
    fn without_repetition(self, mut pairs: Vec<(Place, Place)>, host: &dyn Host) -> Vec<(Place, Place)> {
        let mut keys: Vec<(Vec<u8>, usize)> = Vec::with_capacity(pairs.len());
        for (place, (key, _)) in pairs.iter().enumerate() {
            keys.extend(self.identity(*key, host).map(|identity| (identity, place)));
        }
        keys.sort_unstable();
        let mut kept = vec![true; pairs.len()];
        for equal in keys.chunk_by(|(key, _), (next, _)| key == next) {
            let [(_, first), rest @ .., (_, last)] = equal else { continue };
            pairs[*first].1 = pairs[*last].1;
            rest.iter().for_each(|(_, place)| kept[*place] = false);
            kept[*last] = false;
        }
        let mut kept = kept.into_iter();
        pairs.retain(|_| kept.next().unwrap_or_default());
        pairs
    }

    /// Whether an object of few keys repeats none.
    fn plain_keys(self, object: u32) -> bool {
        let mut seen = [None; FEW_KEYS];
        for (i, key) in self.keys(object).enumerate() {
            let key = self.string(self.node(key));
            let (Some(slot), false) = (seen.get_mut(i), key.escaped) else { return false };
            *slot = Some(key.raw);
            if seen[..i].contains(&Some(key.raw)) {
                return false;
            }
        }
        true
    }
}

impl<'t> Source<'t> for Document<'t> {
    type Value = Place;
    const JSON: bool = true;

    #[inline]
    fn is_null(self, place: Place) -> bool {
        self.at(place).tag == Tag::Null
    }

    #[inline]
    fn scalar(self, place: Place) -> Scalar<'t> {
        let node = self.at(place);
        match node.tag {
            Tag::Null => Scalar::Null,
            Tag::True => Scalar::Boolean(true),
            Tag::False => Scalar::Boolean(false),
            Tag::Integer => Scalar::Integer(self.literal(node)),
            Tag::Float => Scalar::Float(self.literal(node)),
            Tag::Text | Tag::Escaped => Scalar::Text(self.string(node)),
            Tag::Array => Scalar::List,
            Tag::Object => Scalar::Object,
        }
    }

    fn members(self, value: Place, shape: &Shape, found: &mut [Option<Place>]) -> Result<bool, ErrorKind> {
        let mut next = 0;
        let and = |verdict: Result<bool, ErrorKind>, known: Result<bool, ErrorKind>| match (verdict, known) {
            (Ok(all), Ok(known)) => Ok(all & known),
            (Err(error), _) | (_, Err(error)) => Err(error),
        };
        if let (Tag::Object, Place::Node(object)) = (self.at(value).tag, value) {
            let mut verdict = Ok(true);
            for key in self.keys(object) {
                let text = self.string(self.node(key));
                verdict = and(verdict, self.assign(text, Place::Node(key + 1), shape, &mut next, found));
            }
            return verdict;
        }
        let pairs = self.pairs(value)?;
        let mut verdict = Ok(true);
        for (key, value) in pairs {
            let Some(text) = self.text(key) else { return Err(ErrorKind::Keywords) };
            verdict = and(verdict, self.assign(text, value, shape, &mut next, found));
        }
        verdict
    }

    fn items(self, value: Place) -> Option<impl Iterator<Item = Place> + Clone> {
        match (self.at(value).tag, value) {
            (Tag::Array, Place::Node(list)) => Some(self.elements(list).map(Place::Node)),
            _ => None,
        }
    }

    fn entries(
        self,
        value: Place,
        host: &dyn Host,
        each: &mut dyn FnMut(Key<'_>, Place),
    ) -> Result<(), ErrorKind> {
        let pairs = match (self.at(value).tag, value) {
            (Tag::Object, Place::Node(object)) => {
                if self.plain_keys(object) {
                    for key in self.keys(object) {
                        each(Key::Text(self.string(self.node(key))), Place::Node(key + 1));
                    }
                    return Ok(());
                }
                self.keys(object).map(|key| (Place::Node(key), Place::Node(key + 1))).collect()
            }
            _ => self.pairs(value)?,
        };
        for (key, value) in self.without_repetition(pairs, host) {
            let number;
            let key = match self.scalar(key) {
                Scalar::Text(text) => Key::Text(text),
                Scalar::Boolean(key) => Key::Bool(key),
                Scalar::Integer(literal) => Key::Number(digits(literal)),
                Scalar::Float(literal) => {
                    number = float::repr(float::literal(literal, host), host);
                    Key::Number(&number)
                }
                _ => {
                    each(Key::Null, key);
                    continue;
                }
            };
            each(key, value);
        }
        Ok(())
    }

    fn look(
        self,
        rule: &'static AdviceRule,
        values: [Option<Place>; MOST_READ],
        host: &dyn Host,
        notes: &mut Vec<Note>,
    ) {
        (rule.look)(&mut Look::new(self, rule, values, host, notes));
    }

    fn unknown(self, value: Place, shape: &Shape, each: &mut dyn FnMut(Text<'t>, Option<Range<usize>>)) {
        let Place::Node(object) = value else { return };
        if self.at(value).tag != Tag::Object {
            return;
        }
        for key in self.keys(object) {
            let text = self.string(self.node(key));
            if shape.find(0, |name| text.is(name)).is_none() {
                each(text, self.span(Place::Node(key)));
            }
        }
    }

    fn span(self, place: Place) -> Option<Range<usize>> {
        let node = self.at(place);
        let range = node.start as usize..node.end as usize;
        Some(match (node.tag, place) {
            // With its quotes.
            (Tag::Text | Tag::Escaped, Place::Node(_)) => range.start.saturating_sub(1)..range.end + 1,
            _ => range,
        })
    }

    fn opening(self, place: Place) -> Option<Range<usize>> {
        let start = self.span(place)?.start;
        Some(start..start + 1)
    }

    fn resembling(self, value: Place, shape: &Shape, name: &str) -> Option<String> {
        let Place::Node(object) = value else { return None };
        if self.at(value).tag != Tag::Object {
            return None;
        }
        let mut unknown = Vec::new();
        for key in self.keys(object).take(MOST_KEYS) {
            let key = self.string(self.node(key));
            // A key is looked at only if it can be short, even with every character escaped.
            if unknown.len() < suggest::MOST
                && key.raw.len() <= 12 * suggest::MOST
                && shape.find(0, |name| key.is(name)).is_none()
            {
                unknown.push(key.to_str());
            }
        }
        suggest::closest(name, shape.fields, &unknown)
    }
}

impl Document<'_> {
    /// What makes two keys equal for Python, numbers by value, whatever their type. Nothing if the key equals
    /// no other, not even itself.
    fn identity(self, key: Place, host: &dyn Host) -> Option<Vec<u8>> {
        // -0 is 0.
        let of_float = |number: f64| tagged(b'f', &(number + 0.0).to_bits().to_be_bytes());
        Some(match self.scalar(key) {
            Scalar::Text(text) => tagged(b't', &text.to_bytes()),
            Scalar::Boolean(key) => of_float(f64::from(key)),
            Scalar::Integer(literal) => match float::literal(literal, host) {
                number if float::truncate_exact(number).as_deref() == Some(digits(literal)) => {
                    of_float(number)
                }
                _ => tagged(b'i', literal.as_bytes()),
            },
            Scalar::Float(literal) => match float::literal(literal, host) {
                number if number.is_nan() => return None,
                number => of_float(number),
            },
            _ => tagged(b'n', &[]),
        })
    }
}

fn tagged(tag: u8, bytes: &[u8]) -> Vec<u8> {
    [&[tag], bytes].concat()
}

/// An integer literal as Python prints the number.
fn digits(literal: &str) -> &str {
    if literal == "-0" { "0" } else { literal }
}
