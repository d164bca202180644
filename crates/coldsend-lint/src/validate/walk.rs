//! The walk: shape × source → findings, in the order of the declaration. A field reports its first
//! failure only, a list of the wrong length hides its items. Its recursion follows the shape, never the
//! document. Facts: pydantic_v1.md 1 and 2.8 to 2.10.
use crate::advice::context::Note;
use crate::advice::rules::{COERCED, KNOWN_ELSEWHERE, RETIRED, RETIRED_FIELDS, UNKNOWN};
use crate::error::Finding;
use crate::error::hint::Remark;
use crate::error::suggest;
use crate::error::{ErrorKind, LocItem};
use crate::host::Host;
use crate::json::Scalar;
use crate::schema::rule::{Bound, Input, ListRule, MOST_READ, RuleInfo, Tally};
use crate::schema::shape::{DefaultValue, Field, Kind, Mode, Presence, Shape};
use crate::types;
use crate::validate::path::{At, Key};
use crate::validate::source::Source;
use std::ops::Range;

/// No request has more fields.
pub(crate) const MOST_FIELDS: usize = 32;
/// No object has more rules across a list of it.
pub(crate) const MOST_LIST_RULES: usize = 2;

/// More errors are counted and not kept: a hostile body must not fill the memory.
pub(crate) const MOST_FINDINGS: usize = 100_000;
/// After so many failures nobody asks what a missing name was meant to be.
const MOST_RESEMBLING: usize = 100;

/// A longer text is not repeated in advice.
const MOST_SHOWN: usize = 100;

type Tallies = [Tally; MOST_LIST_RULES];

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// What the API refuses, in its order.
    pub(crate) errors: Vec<Finding>,
    pub(crate) advice: Vec<Finding>,
    /// What the API says only when there is nothing else to say.
    pub(crate) last: Option<Finding>,
    /// The API's server cannot print the place of an error.
    pub(crate) unprintable: bool,
    /// How many errors there are beyond those that are kept.
    pub(crate) left_out: usize,
}

impl Found {
    pub(crate) fn only(error: Finding) -> Self {
        Found { errors: vec![error], ..Found::default() }
    }
}

/// Walks one object of a request. The rule is that of whatever is wrong with the object as a whole.
pub(crate) fn object<'v, S: Source<'v>>(
    source: S,
    value: S::Value,
    shape: &'static Shape,
    at: &At<'_>,
    rule: &'static str,
    host: &dyn Host,
) -> Found {
    let json = S::JSON && shape.mode != Mode::Query;
    let found = Found::default();
    let mut walk =
        Walk { source, host, rule, json, advising: false, unsorted: false, failures: 0, compared: 0, found };
    walk.object(shape, value, at, None);
    if walk.unsorted {
        sort(&mut walk.found.errors, &|finding| position(shape, &finding.loc));
    }
    let start = |finding: &Finding| finding.span.iter().flat_map(|span| span.start.to_be_bytes()).collect();
    sort(&mut walk.found.advice, &start);
    walk.found
}

fn sort(findings: &mut [Finding], key: &dyn Fn(&Finding) -> Vec<u8>) {
    findings.sort_by_cached_key(key);
}

/// Walks a single value.
pub(crate) fn scalar(
    field: &'static Field,
    value: Scalar<'_>,
    at: &At<'_>,
    host: &dyn Host,
) -> Option<Finding> {
    let kind = types::check(&field.kind, value, host).err()?;
    Some(Finding::new(field.rule, at.loc().ok()?, kind))
}

/// An object whose fields have been judged.
struct Members<V> {
    shape: &'static Shape,
    object: V,
    found: [Option<V>; MOST_FIELDS],
    /// A bit for each field.
    valid: u32,
}

struct Walk<'w, S> {
    source: S,
    host: &'w dyn Host,
    rule: &'static str,
    /// Values were sent as JSON, so that their types may be other than documented.
    json: bool,
    /// Inside a field that must not reject.
    advising: bool,
    /// Rules across fields were reported after the fields that follow theirs.
    unsorted: bool,
    /// Failures so far, errors or not.
    failures: usize,
    /// Unknown keys so far that were compared with the fields.
    compared: usize,
    found: Found,
}

impl<'v, S: Source<'v>> Walk<'_, S> {
    fn object(&mut self, shape: &'static Shape, value: S::Value, at: &At<'_>, tallies: Option<&mut Tallies>) {
        let mut members = Members { shape, object: value, found: [None; MOST_FIELDS], valid: 0 };
        match self.source.members(value, shape, &mut members.found) {
            Ok(known) if known || !self.json => {}
            Ok(_) => self.unknown(value, shape, at),
            Err(error) => {
                self.refuse(error, self.source.span(value), at);
                return;
            }
        }
        self.taken_as_object(value, at);
        for (i, (field, member)) in shape.fields.iter().zip(members.found).enumerate() {
            let before = self.failures;
            self.field(field, member, value, shape, at);
            members.valid |= u32::from(before == self.failures) << i;
        }
        let members = &members;
        self.recommend(members, at);
        for bound in shape.rules {
            let places = bound.places();
            let mut inputs = [const { Input::Unknown }; MOST_READ];
            let readable = inputs.iter_mut().zip(places).all(|(slot, place)| {
                let input = self.input(members, *place);
                input.map(|input| *slot = input).is_some()
            });
            let judged = inputs.get(..places.len()).filter(|_| readable);
            if let (Some(error), Some(first)) =
                (judged.and_then(|inputs| bound.rule.judge(inputs)), places.first())
            {
                self.across_fields(&bound.rule.info, error, members, *first, at);
            }
        }
        for (bound, tally) in shape.list_rules.iter().zip(tallies.into_iter().flatten()) {
            if let Some(input) = self.input(members, bound.place()) {
                tally.read += 1;
                (bound.rule.each)(tally, &input);
            }
        }
    }

    /// Notes what a rule across the fields of an object says, at one of them.
    fn across_fields(
        &mut self,
        rule: &RuleInfo,
        error: ErrorKind,
        members: &Members<S::Value>,
        place: usize,
        at: &At<'_>,
    ) {
        let member = members.found.get(place).copied().flatten();
        let span = member.map_or(self.source.opening(members.object), |member| self.source.span(member));
        if let Some(field) = members.shape.fields.get(place) {
            self.across(rule, error, span, &At::Field(at, field));
        }
    }

    /// What the recommendations about an object say of its valid values.
    fn recommend(&mut self, members: &Members<S::Value>, at: &At<'_>) {
        let mut notes = Vec::new();
        for bound in if self.json { members.shape.advice } else { &[] } {
            let values = bound.reads().map(|place| {
                let value = members.found.get(place).copied().flatten()?;
                (members.valid & (1 << place) != 0 && !self.source.is_null(value)).then_some(value)
            });
            self.source.look(bound.rule, values, self.host, &mut notes);
            for Note { rule, field, below, span, error } in notes.drain(..) {
                let place = bound.reads().get(field).copied();
                let Some(field) = place.and_then(|place| members.shape.fields.get(place)) else { continue };
                if let Some(finding) = self.advise(rule, error, span, &At::Field(at, field)) {
                    finding.loc.extend(below);
                }
            }
        }
    }

    /// Keys that no field has: once known, meant to be another, or of no use.
    fn unknown(&mut self, value: S::Value, shape: &'static Shape, at: &At<'_>) {
        let source = self.source;
        source.unknown(value, shape, &mut |key, span| {
            let at = &At::Key(at, Key::Text(key));
            let same = |(object, name, _): &&(&str, &str, &str)| *object == shape.object && key.is(name);
            if let Some((.., instead)) = RETIRED_FIELDS.iter().find(same) {
                self.advise(&RETIRED.info, RETIRED.info.error(&[instead]), span, at);
                return;
            }
            let elsewhere = |(object, name): &(&str, &str)| {
                (*object == shape.object || object.is_empty()) && key.is(name)
            };
            if KNOWN_ELSEWHERE.iter().any(elsewhere) {
                return;
            }
            self.compared += 1;
            let few = self.compared < MOST_RESEMBLING && key.raw.len() <= 12 * suggest::MOST;
            let meant = few.then(|| suggest::meant(&key.to_str(), shape.fields)).flatten();
            if let Some(finding) = self.advise(&UNKNOWN.info, UNKNOWN.info.error(&[]), span, at) {
                finding.resembling = meant.map(str::to_owned);
            }
        });
    }

    fn field(
        &mut self,
        field: &'static Field,
        member: Option<S::Value>,
        object: S::Value,
        shape: &Shape,
        at: &At<'_>,
    ) {
        let at = &At::Field(at, field);
        let outer = self.advising;
        self.advising |= !field.limit.rejects();
        match member {
            None if field.presence == Presence::Required => {
                let few = self.failures < MOST_RESEMBLING;
                let resembling = few.then(|| self.source.resembling(object, shape, field.name)).flatten();
                if let Some(finding) = self.refuse(ErrorKind::Missing, self.source.opening(object), at) {
                    finding.resembling = resembling;
                }
            }
            None => {}
            Some(value) if self.source.is_null(value) && matches!(field.presence, Presence::Nullable(_)) => {}
            Some(value) if self.source.is_null(value) => {
                let finding = self.refuse(ErrorKind::Null, self.source.span(value), at);
                if let (Some(finding), Presence::Default(_)) = (finding, field.presence) {
                    finding.remark = Remark::Optional;
                }
            }
            Some(value) => self.value(&field.kind, value, at),
        }
        self.advising = outer;
    }

    fn value(&mut self, kind: &'static Kind, value: S::Value, at: &At<'_>) {
        match kind {
            Kind::Object(_) | Kind::List { .. } | Kind::Map(_) if self.source.is_null(value) => {
                self.scalar(kind, value, at);
            }
            Kind::Object(shape) => self.object(shape, value, at, None),
            Kind::List { min, max, of } => self.list((*min, *max), of, value, at),
            Kind::Map(of) => self.map(of, value, at),
            _ => self.scalar(kind, value, at),
        }
    }

    fn scalar(&mut self, kind: &Kind, value: S::Value, at: &At<'_>) {
        let scalar = self.source.scalar(value);
        let secret = matches!(kind, Kind::Text { secret: true, .. });
        if let Err(error) = types::check(kind, scalar, self.host) {
            let measured = if secret { None } else { types::measure(&error, scalar, self.host) };
            let finding = self.refuse(error, self.source.span(value), at);
            if let (Some(finding), Some((measured, remark))) = (finding, measured) {
                (finding.measured, finding.remark) = (Some(measured), remark);
            }
        } else if self.json && !self.advising && !types::is_as_documented(kind, scalar, self.host) {
            let read = types::coerced(kind, scalar, self.host);
            let read = if secret || read.len() > MOST_SHOWN { "text" } else { &read };
            self.advise(&COERCED.info, COERCED.info.error(&[read]), self.source.span(value), at);
        }
    }

    /// A list of pairs and the empty text are objects, too.
    fn taken_as_object(&mut self, value: S::Value, at: &At<'_>) {
        if self.json && !self.advising && !matches!(self.source.scalar(value), Scalar::Object) {
            self.advise(&COERCED.info, COERCED.info.error(&["an object"]), self.source.span(value), at);
        }
    }

    fn list(&mut self, (min, max): (u32, u32), of: &'static Kind, value: S::Value, at: &At<'_>) {
        let source = self.source;
        let Some(items) = source.items(value) else {
            self.refuse(ErrorKind::List, source.span(value), at);
            return;
        };
        let count = items.clone().count();
        let wrong = match count {
            few if few < min as usize => Some(ErrorKind::MinItems { limit: min }),
            many if many > max as usize => Some(ErrorKind::MaxItems { limit: max }),
            _ => None,
        };
        if let Some(error) = wrong {
            if let Some(finding) = self.refuse(error, source.span(value), at) {
                finding.measured = count.try_into().ok();
            }
            return;
        }
        let Kind::Object(shape) = of else {
            return items.enumerate().for_each(|(i, item)| self.value(of, item, &At::Index(at, i)));
        };
        let mut tallies = Tallies::default();
        for (i, item) in items.enumerate() {
            tallies.iter_mut().for_each(|tally| tally.item = i);
            match self.source.is_null(item) {
                true => self.scalar(of, item, &At::Index(at, i)),
                false => self.object(shape, item, &At::Index(at, i), Some(&mut tallies)),
            }
        }
        for (bound, tally) in shape.list_rules.iter().zip(&mut tallies) {
            let complete = tally.read == count;
            if let Some(error) = (bound.rule.end)(tally).filter(|_| complete) {
                self.whole_list(bound, error, shape, value, at);
            }
            let mut wrong = vec![false; if tally.wrong.is_empty() { 0 } else { count }];
            for place in &tally.wrong {
                wrong.get_mut(*place).into_iter().for_each(|wrong| *wrong = true);
            }
            for (i, (item, _)) in source
                .items(value)
                .into_iter()
                .flatten()
                .zip(wrong)
                .enumerate()
                .filter(|(_, (_, wrong))| *wrong)
            {
                let error = bound.rule.info.error(&[]);
                self.across_fields(
                    &bound.rule.info,
                    error,
                    &self.members(item, shape),
                    bound.place(),
                    &At::Index(at, i),
                );
            }
        }
    }

    /// The members of an object that has been judged before, as far as it is one.
    fn members(&self, object: S::Value, shape: &'static Shape) -> Members<S::Value> {
        let mut members = Members { shape, object, found: [None; MOST_FIELDS], valid: 0 };
        if self.source.members(object, shape, &mut members.found).is_err() {
            members.found = [None; MOST_FIELDS];
        }
        members
    }

    /// A list that is wrong as a whole. What the API says alone counts only if it is the first, and if
    /// nothing else is wrong.
    fn whole_list(
        &mut self,
        bound: &Bound<ListRule>,
        error: ErrorKind,
        shape: &'static Shape,
        value: S::Value,
        at: &At<'_>,
    ) {
        if error.answers_alone().is_none() {
            return self.across(&bound.rule.info, error, self.source.span(value), at);
        }
        if self.advising || self.found.last.is_some() {
            return;
        }
        let source = self.source;
        let mut finding = Finding::new(bound.rule.info.id, at.loc().unwrap_or_default(), error);
        finding.span = source.span(value);
        for item in source.items(value).into_iter().flatten() {
            let member = self.members(item, shape).found.get(bound.place()).copied().flatten();
            finding.related.extend(member.map_or(source.opening(item), |member| source.span(member)));
        }
        self.found.last = Some(finding);
    }

    fn map(&mut self, of: &'static Kind, value: S::Value, at: &At<'_>) {
        let source = self.source;
        if matches!((of, source.scalar(value)), (Kind::Any, Scalar::Object)) {
            return;
        }
        let entries = source.entries(value, self.host, &mut |key, value| match key {
            Key::Null => {
                self.refuse(ErrorKind::Null, source.span(value), &At::Key(at, key));
            }
            key => self.value(of, value, &At::Key(at, key)),
        });
        match entries {
            Ok(()) => self.taken_as_object(value, at),
            Err(error) => drop(self.refuse(error, source.span(value), at)),
        }
    }

    /// The value of a field that is valid, as rules across fields read it.
    fn input(&self, members: &Members<S::Value>, place: usize) -> Option<Input<'v>> {
        let field = members.shape.fields.get(place).filter(|_| members.valid & (1 << place) != 0)?;
        let member = members.found.get(place).copied().flatten();
        let default = match field.presence {
            _ if members.shape.mode == Mode::Partial => DefaultValue::Null,
            Presence::Nullable(default) | Presence::Default(default) => default,
            Presence::Required | Presence::Path => DefaultValue::Null,
        };
        Some(match (member, default) {
            (Some(value), _) if self.source.is_null(value) => Input::Unknown,
            (Some(value), _) => types::input(&field.kind, self.source.scalar(value), self.host),
            (None, DefaultValue::Integer(value)) => Input::Integer(value),
            (None, DefaultValue::Text(text)) => Input::Text(text.into()),
            (None, _) => Input::Unknown,
        })
    }

    /// Notes an error of the field that the place is in. Nothing comes back if the place cannot be printed.
    fn refuse(&mut self, error: ErrorKind, span: Option<Range<usize>>, at: &At<'_>) -> Option<&mut Finding> {
        self.note(at.field().map_or(self.rule, |field| field.rule), error, span, at)
    }

    /// Notes what a rule across fields says: after the fields that follow its own, and as advice if the rule
    /// must not reject.
    fn across(&mut self, rule: &RuleInfo, error: ErrorKind, span: Option<Range<usize>>, at: &At<'_>) {
        let outer = self.advising;
        self.advising |= !rule.limit.rejects();
        if let Some(finding) = self.note(rule.id, error, span, at) {
            finding.remark = Remark::About(rule.about);
        }
        self.unsorted |= !self.advising;
        self.advising = outer;
    }

    /// Notes what is worth a look. It is no failure: what reads the field reads it all the same.
    fn advise(
        &mut self,
        rule: &RuleInfo,
        error: ErrorKind,
        span: Option<Range<usize>>,
        at: &At<'_>,
    ) -> Option<&mut Finding> {
        let loc = (self.found.advice.len() < MOST_FINDINGS).then(|| at.loc().ok())??;
        let remark = Remark::About(rule.about);
        self.found.advice.push(Finding { span, remark, ..Finding::new(rule.id, loc, error) });
        self.found.advice.last_mut()
    }

    fn note(
        &mut self,
        rule: &'static str,
        error: ErrorKind,
        span: Option<Range<usize>>,
        at: &At<'_>,
    ) -> Option<&mut Finding> {
        self.failures += 1;
        let findings = if self.advising { &mut self.found.advice } else { &mut self.found.errors };
        if findings.len() >= MOST_FINDINGS {
            self.found.left_out += usize::from(!self.advising);
            return None;
        }
        let Ok(loc) = at.loc() else {
            self.found.unprintable |= !self.advising;
            return None;
        };
        findings.push(Finding { span, ..Finding::new(rule, loc, error) });
        findings.last_mut()
    }
}

/// The place of a `loc` in the order of the declaration, as bytes that sort alike. The keys of a map stay as
/// they are found.
pub(crate) fn position(shape: &'static Shape, loc: &[LocItem]) -> Vec<u8> {
    let root = Kind::Object(shape);
    let mut kind = &root;
    let mut position = Vec::new();
    for step in loc.iter().skip(1) {
        let (place, below) = match (step, kind) {
            (LocItem::Key(name), Kind::Object(shape)) => {
                match shape.fields.iter().enumerate().find(|(_, field)| field.name == name) {
                    Some((place, field)) => (place, &field.kind),
                    None => break,
                }
            }
            (LocItem::Index(index), Kind::List { of, .. }) => (*index, *of),
            _ => break,
        };
        position.extend(place.to_be_bytes());
        kind = below;
    }
    position
}
