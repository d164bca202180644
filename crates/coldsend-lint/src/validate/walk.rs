//! The traversal: compares a source with a shape and reports findings, in the order of the declaration. A field reports
//! only its first failure, and the items of a list of the wrong length are not checked. The recursion follows the
//! shape, never the document. Facts: pydantic_v1.md 1 and 2.8 to 2.10.
use super::findings::Findings;
use super::list_state::ListState;
use super::path::{LazyLocation, MapKey};
use super::source::{Members, Source};
use crate::error::hint::Remark;
use crate::error::{ErrorKind, Finding, suggest};
use crate::host::Host;
use crate::json::Scalar;
use crate::schema::rule::{Bound, CrossRule, ListRule, MAX_READ, RuleInfo};
use crate::schema::shape::{Field, FieldType, MAX_KEPT, MAX_LIST_RULES, Mode, Presence, Shape};
use crate::types::{Failure, Form, Measured, Soft, To, Value, put};
use std::ops::Range;

/// The purpose of a traversal, known at compile time so that a verdict does not pay for advice.
pub(crate) trait Visitor<'v, S: Source<'v>> {
    /// Returns whether to check constraints that do not reject, too.
    fn advises(&self) -> bool {
        false
    }

    /// Returns what is known of the request, so that what cannot be found need not be looked for.
    fn known(&self) -> Known {
        Known::Nothing
    }

    /// Called if a value of a constraint that rejects is valid, but not as documented.
    fn converted(&mut self) {}

    /// Returns the list for failures that reject or, if not `rejects`, for those that do not; `None` if this visitor
    /// ignores them.
    fn findings(&mut self, rejects: bool) -> Option<&mut Findings>;

    /// Returns the slot for a finding that the API reports only if there is no other; `None` if this visitor ignores
    /// it.
    fn deferred(&mut self) -> Option<&mut Option<Box<Finding>>> {
        None
    }

    /// Called for each scalar value that was read and is valid.
    fn value(&mut self, _: &'static FieldType, _: S::Ref, _: &Value<'v>, _: Place<'_>) {}

    /// Called for each value that is read as a map, although it may not be an object.
    fn advise_coerced_object(&mut self, _: S::Ref, _: Place<'_>) {}

    /// Called before the fields of an object are visited. The result is passed to `leave`.
    fn enter(&mut self, _: &Members<S::Ref>, _: Place<'_>) -> usize {
        0
    }

    /// Called after the fields of an object have been visited.
    fn leave(&mut self, _: usize, _: &Members<S::Ref>, _: Place<'_>) {}
}

/// The point that a traversal has reached.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) at: &'a LazyLocation<'a>,
    /// Whether a failure here rejects.
    pub(crate) rejects: bool,
}

/// What is known of a request before a traversal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Nothing,
    /// Nothing in it rejects.
    Accepted,
    /// Nothing in it rejects, and all values that could are as documented.
    AsDocumented,
}

/// Visits an object of a request. `rule` is the id of the rule for errors about the object as a whole.
pub(crate) fn object<'v, S: Source<'v>, V: Visitor<'v, S>>(
    source: S,
    value: S::Ref,
    shape: &'static Shape,
    at: &LazyLocation<'_>,
    rule: &'static str,
    host: &dyn Host,
    visitor: &mut V,
) {
    // One traversal for all visitors is smaller, two are faster.
    #[cfg(feature = "small")]
    let visitor: &mut dyn Visitor<'v, S> = visitor;
    let mut walk = Walk { source, host, rule, failures: 0, rejecting: 0, visitor };
    walk.object(shape, value, Place { at, rejects: true }, None);
}

struct Walk<'w, S, V: ?Sized> {
    source: S,
    host: &'w dyn Host,
    rule: &'static str,
    /// The number of failures so far, whether they reject or not.
    failures: usize,
    /// The number of failures that reject.
    rejecting: usize,
    visitor: &'w mut V,
}

/// An object's index in a list, and the state of the rules across the list.
struct Item<'i> {
    index: usize,
    states: &'i mut [ListState; MAX_LIST_RULES],
}

impl<'v, S: Source<'v>, V: ?Sized + Visitor<'v, S>> Walk<'_, S, V> {
    fn object(&mut self, shape: &'static Shape, value: S::Ref, place: Place<'_>, item: Option<Item<'_>>) {
        let mut members = Members::new(shape, value);
        if let Err(error) = self.source.find(&mut members) {
            self.reject(error.into(), self.source.span(value), place);
            return;
        }
        if !members.is_object {
            self.visitor.converted();
        }
        let frame = self.visitor.enter(&members, place);
        let mut kept = (shape.kept != 0).then(Kept::default);
        self.fields(&mut members, kept.as_mut(), place);
        self.visitor.leave(frame, &members, place);
        let Some(kept) = kept else { return };
        for bound in shape.rules {
            self.cross_rule(bound, &members, &kept, place);
        }
        if let Some(Item { index, states }) = item {
            for (bound, state) in shape.list_rules.iter().zip(states) {
                if !self.asks(&bound.rule.info, place) {
                    continue;
                }
                if let Some(value) = kept.get(&members, bound.index()) {
                    state.visit(bound.rule, index, value);
                }
            }
        }
    }

    /// Visits the fields of an object.
    fn fields(&mut self, members: &mut Members<S::Ref>, mut kept: Option<&mut Kept<'v>>, place: Place<'_>) {
        let shape = members.shape;
        // An omitted field matters only if it is required, or if rules read its default.
        let mut left = members.sent | shape.required | shape.kept;
        if !self.visitor.advises() {
            left &= shape.rejecting;
        } else if place.rejects && self.visitor.known() == Known::AsDocumented {
            members.valid = left & !shape.advised;
            left &= shape.advised;
        }
        while left != 0 {
            let index = left.trailing_zeros() as usize;
            let bit = 1 << index;
            left ^= bit;
            let Some(field) = shape.fields.get(index) else { break };
            let rejects = place.rejects && shape.rejecting & bit != 0;
            let before = self.failed(rejects);
            let kept = kept.as_deref_mut().filter(|_| shape.kept & bit != 0);
            let to = kept.and_then(|kept| kept.slot(index));
            let at = || LazyLocation::Field(place.at, field);
            match members.get(index).map(|value| (value, self.source.scalar(value))) {
                None => self.absent(field, members, Place { at: &at(), rejects }, to),
                Some((value, Scalar::Null)) => self.null(field, value, Place { at: &at(), rejects }),
                Some((value, scalar)) => {
                    self.value(&field.field_type, field.soft, (value, scalar), rejects, at, to);
                }
            }
            if before == self.failed(rejects) {
                members.valid |= bit;
            }
        }
    }

    /// Returns the number of failures that count for a field: for one that rejects, only those that reject.
    fn failed(&self, rejects: bool) -> usize {
        if rejects { self.rejecting } else { self.failures }
    }

    /// Visits a field that was not sent.
    fn absent(&mut self, field: &'static Field, members: &Members<S::Ref>, place: Place<'_>, to: To<'_, 'v>) {
        let source = self.source;
        if field.presence != Presence::Required {
            // A field that an update omits keeps the server's value.
            if members.shape.mode != Mode::Partial {
                put(to, || field.presence.default_value());
            }
            return;
        }
        let few = self.failures < suggest::MAX_ASKED && self.visitor.findings(place.rejects).is_some();
        let suggestion = few.then(|| source.suggestion(members.object, members.shape, field.name)).flatten();
        let opening = source.opening(members.object);
        if let Some(finding) = self.reject(ErrorKind::Missing.into(), opening, place) {
            finding.suggestion = suggestion;
        }
    }

    /// Visits a field that is null.
    fn null(&mut self, field: &'static Field, value: S::Ref, place: Place<'_>) {
        if matches!(field.presence, Presence::Nullable(_)) {
            return;
        }
        let finding = self.reject(ErrorKind::Null.into(), self.source.span(value), place);
        if let (Some(finding), Presence::Default(_)) = (finding, field.presence) {
            finding.remark = Remark::Optional;
        }
    }

    /// Visits a value, which is also given in the form that types read. `at` returns its location. A value that rules
    /// read is stored in `to`.
    #[inline]
    fn value<'p>(
        &mut self,
        field_type: &'static FieldType,
        soft: Soft,
        (value, scalar): (S::Ref, Scalar<'v>),
        rejects: bool,
        at: impl Fn() -> LazyLocation<'p>,
        to: To<'_, 'v>,
    ) {
        match field_type {
            FieldType::Object(shape) if !matches!(scalar, Scalar::Null) => {
                self.object(shape, value, Place { at: &at(), rejects }, None);
            }
            FieldType::List { min, max, of } if !matches!(scalar, Scalar::Null) => {
                self.list((*min, *max), soft, of, value, Place { at: &at(), rejects });
            }
            FieldType::Map(of) if !matches!(scalar, Scalar::Null) => {
                self.map(of, value, scalar, Place { at: &at(), rejects });
            }
            _ if self.visitor.advises() => {
                self.advised_scalar(field_type, soft, value, scalar, Place { at: &at(), rejects }, to);
            }
            _ => match field_type.read_to(scalar, soft, self.host, to) {
                Ok(Form::AsDocumented) => {}
                Ok(Form::Other) => self.visitor.converted(),
                Err(failure) => {
                    self.reject(*failure, self.source.span(value), Place { at: &at(), rejects });
                }
            },
        }
    }

    /// Visits a scalar value that the visitor wants to see.
    fn advised_scalar(
        &mut self,
        field_type: &'static FieldType,
        soft: Soft,
        value: S::Ref,
        scalar: Scalar<'v>,
        place: Place<'_>,
        to: To<'_, 'v>,
    ) {
        match field_type.read(scalar, soft, self.host) {
            Ok(read) => {
                if !soft.is_none()
                    && let Some(failure) = field_type.advise(&read, soft, self.host)
                {
                    self.advise(failure, self.source.span(value), place);
                }
                self.visitor.value(field_type, value, &read, place);
                put(to, || read);
            }
            Err(failure) => drop(self.reject(*failure, self.source.span(value), place)),
        }
    }

    fn list(
        &mut self,
        (min, max): (u32, u32),
        soft: Soft,
        of: &'static FieldType,
        value: S::Ref,
        place: Place<'_>,
    ) {
        let source = self.source;
        let Some(items) = source.items(value) else {
            self.reject(ErrorKind::List.into(), source.span(value), place);
            return;
        };
        let count = items.clone().count();
        let failure = |(min, max): (u32, u32)| {
            let kind = match count {
                few if few < min as usize => ErrorKind::MinItems { limit: min },
                many if many > max as usize => ErrorKind::MaxItems { limit: max },
                _ => return None,
            };
            let measured = count.try_into().ok().map(|amount| Measured { amount, as_sent: true });
            Some(Failure { kind, measured })
        };
        if let Some(failure) = failure(soft.rejecting(min, max)) {
            self.reject(failure, source.span(value), place);
            return;
        }
        if self.visitor.advises()
            && let Some(failure) = failure(soft.advising(min, max))
        {
            self.advise(failure, source.span(value), place);
        }
        let FieldType::Object(shape) = of else {
            for (index, item) in items.enumerate() {
                let at = || LazyLocation::Index(place.at, index);
                self.value(of, Soft::NONE, (item, source.scalar(item)), place.rejects, at, None);
            }
            return;
        };
        let mut states = <[ListState; MAX_LIST_RULES]>::default();
        for (index, item) in items.enumerate() {
            let place = Place { at: &LazyLocation::Index(place.at, index), ..place };
            match source.is_null(item) {
                true => drop(self.reject(ErrorKind::Null.into(), source.span(item), place)),
                false => self.object(shape, item, place, Some(Item { index, states: &mut states })),
            }
        }
        for (bound, state) in shape.list_rules.iter().zip(&mut states) {
            if !self.asks(&bound.rule.info, place) {
                continue;
            }
            if let Some(error) = state.finish(bound.rule, count) {
                self.report_list(bound, error, shape, value, place);
            }
            self.report_items(bound, state.wrong(), shape, value, place);
        }
    }

    /// Reports the objects of a list that conflict with others, at the field that the rule reads.
    fn report_items(
        &mut self,
        bound: &Bound<ListRule>,
        wrong: &[usize],
        shape: &'static Shape,
        list: S::Ref,
        place: Place<'_>,
    ) {
        if wrong.is_empty() {
            return;
        }
        let source = self.source;
        let mut wrong = wrong.iter().copied().peekable();
        for (index, item) in source.items(list).into_iter().flatten().enumerate() {
            if wrong.next_if_eq(&index).is_some() {
                while wrong.next_if_eq(&index).is_some() {}
                let place = Place { at: &LazyLocation::Index(place.at, index), ..place };
                let info = &bound.rule.info;
                self.report_cross_field(
                    info,
                    info.error(&[]),
                    &self.members(item, shape),
                    bound.index(),
                    place,
                );
            }
        }
    }

    /// Returns the members of an object that has been visited before.
    fn members(&self, object: S::Ref, shape: &'static Shape) -> Members<S::Ref> {
        self.source.members(object, shape).unwrap_or_else(|_| Members::new(shape, object))
    }

    /// Reports a list that breaks a rule as a whole. An error that is an answer by itself counts only if it is the
    /// first of its kind and there is no other error.
    fn report_list(
        &mut self,
        bound: &Bound<ListRule>,
        error: ErrorKind,
        shape: &'static Shape,
        list: S::Ref,
        place: Place<'_>,
    ) {
        let (source, info) = (self.source, &bound.rule.info);
        if error.answers_alone().is_none() {
            return self.report_cross(info, error, source.span(list), place);
        }
        if !place.rejects || !matches!(self.visitor.deferred(), Some(None)) {
            return;
        }
        let members = |item| self.members(item, shape).get(bound.index());
        let related = |item| match members(item) {
            Some(member) => source.span(member),
            None => source.opening(item),
        };
        let finding = Finding {
            span: source.span(list),
            related: source.items(list).into_iter().flatten().filter_map(related).collect(),
            ..Finding::new(info.id, place.at.loc().unwrap_or_default(), error)
        };
        if let Some(deferred) = self.visitor.deferred() {
            *deferred = Some(Box::new(finding));
        }
    }

    fn map(&mut self, of: &'static FieldType, value: S::Ref, scalar: Scalar<'v>, place: Place<'_>) {
        let (source, host) = (self.source, self.host);
        if matches!((of, scalar), (FieldType::Any, Scalar::Object)) {
            return;
        }
        if !matches!(scalar, Scalar::Object) {
            self.visitor.converted();
        }
        let entries = source.entries(value, host, &mut |key, value| {
            let at = || LazyLocation::Key(place.at, key);
            match key {
                MapKey::Null => {
                    self.reject(ErrorKind::Null.into(), source.span(value), Place { at: &at(), ..place });
                }
                _ => self.value(of, Soft::NONE, (value, source.scalar(value)), place.rejects, at, None),
            }
        });
        match entries {
            Ok(()) => self.visitor.advise_coerced_object(value, place),
            Err(error) => drop(self.reject(error.into(), source.span(value), place)),
        }
    }

    /// Returns whether a rule across fields can report anything here that this visitor does not ignore.
    fn asks(&self, rule: &RuleInfo, place: Place<'_>) -> bool {
        match place.rejects && rule.evidence.rejects() {
            true => self.visitor.known() == Known::Nothing,
            false => self.visitor.advises(),
        }
    }

    fn cross_rule(
        &mut self,
        bound: &Bound<CrossRule>,
        members: &Members<S::Ref>,
        kept: &Kept<'v>,
        place: Place<'_>,
    ) {
        if !self.asks(&bound.rule.info, place) {
            return;
        }
        let indices = bound.indices();
        let mut values = [&Value::Null; MAX_READ];
        for (value, index) in values.iter_mut().zip(indices) {
            let Some(kept) = kept.get(members, *index) else { return };
            *value = kept;
        }
        let error = values.get(..indices.len()).and_then(|values| bound.rule.check(values));
        if let (Some(error), Some(first)) = (error, indices.first()) {
            self.report_cross_field(&bound.rule.info, error, members, *first, place);
        }
    }

    /// Reports the error of a rule across the fields of an object, at one of them.
    fn report_cross_field(
        &mut self,
        rule: &RuleInfo,
        error: ErrorKind,
        members: &Members<S::Ref>,
        index: usize,
        place: Place<'_>,
    ) {
        let span = match members.get(index) {
            Some(member) => self.source.span(member),
            None => self.source.opening(members.object),
        };
        if let Some(field) = members.shape.fields.get(index) {
            self.report_cross(
                rule,
                error,
                span,
                Place { at: &LazyLocation::Field(place.at, field), ..place },
            );
        }
    }

    /// Reports the error of a rule across fields.
    fn report_cross(
        &mut self,
        rule: &RuleInfo,
        error: ErrorKind,
        span: Option<Range<usize>>,
        place: Place<'_>,
    ) {
        let place = Place { rejects: place.rejects && rule.evidence.rejects(), ..place };
        if let Some(finding) = self.report(rule.id, error.into(), span, place) {
            finding.remark = Remark::About(rule.about);
        }
        if let Some(findings) = self.visitor.findings(place.rejects) {
            // The finding comes after those of the fields that follow its own.
            findings.is_unsorted = true;
        }
    }

    /// Reports a broken soft constraint. It is not a failure: the value is read anyway.
    fn advise(&mut self, failure: Failure, span: Option<Range<usize>>, place: Place<'_>) {
        let rule = place.at.field().map_or(self.rule, |field| field.rule);
        if let Some(findings) = self.visitor.findings(false) {
            findings.push(rule, failure, span, place.at);
        }
    }

    /// Reports a failure of the innermost field at a place. Returns `None` if the finding is not kept.
    fn reject(
        &mut self,
        failure: Failure,
        span: Option<Range<usize>>,
        place: Place<'_>,
    ) -> Option<&mut Finding> {
        let rule = place.at.field().map_or(self.rule, |field| field.rule);
        self.report(rule, failure, span, place)
    }

    fn report(
        &mut self,
        rule: &'static str,
        failure: Failure,
        span: Option<Range<usize>>,
        place: Place<'_>,
    ) -> Option<&mut Finding> {
        self.failures += 1;
        self.rejecting += usize::from(place.rejects);
        self.visitor.findings(place.rejects)?.push(rule, failure, span, place.at)
    }
}

/// The values that rules read, each with the index of its field.
#[derive(Default)]
struct Kept<'v> {
    values: [Value<'v>; MAX_KEPT],
    fields: [u8; MAX_KEPT],
    count: usize,
}

impl<'v> Kept<'v> {
    /// Returns where to store the value of a field.
    fn slot(&mut self, field: usize) -> To<'_, 'v> {
        let at = self.count;
        self.count += 1;
        *self.fields.get_mut(at)? = field as u8;
        self.values.get_mut(at)
    }

    /// Returns the value of a field, if it is valid.
    fn get<R>(&self, members: &Members<R>, field: usize) -> Option<&Value<'v>> {
        let is_valid = members.valid & (1 << field) != 0;
        let mut kept = self.values.iter().zip(&self.fields).take(self.count);
        kept.find_map(|(value, kept)| (is_valid && usize::from(*kept) == field).then_some(value))
    }
}
