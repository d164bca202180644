//! The visitor that collects advice.
use super::context::{AdviceContext, Member, advise};
use super::general::{COERCED, REPEATED, RETIRED, UNKNOWN, UNKNOWN_PARAMETER};
use super::rule::rules_of;
use super::source::Advised;
use super::template::Templates;
use crate::error::{Finding, suggest};
use crate::host::Host;
use crate::json::Scalar;
use crate::schema::rule::MAX_READ;
use crate::schema::shape::{FieldType, Mode, SCHEMA_KEY, Shape};
use crate::types::{Reading, Value};
use crate::validate::Members;
use crate::validate::findings::{Findings, sort_by};
use crate::validate::path::{LazyLocation, MapKey, Section};
use crate::validate::walk::{self, Known, Place, Visitor};

/// The maximum length of a value to repeat in advice, in bytes.
const MAX_SHOWN: usize = 100;

struct Advisor<'h, S> {
    source: S,
    host: &'h dyn Host,
    /// Whether values have types, unlike those of a query string.
    is_typed: bool,
    known: Known,
    findings: Findings,
    /// The numbers that were converted so far, each with its node, for the rules of the object that is being visited and
    /// of those around it.
    numbers: Vec<(u32, i64)>,
    templates: Templates,
    /// The number of unknown keys that were compared with the fields.
    compared: usize,
}

/// Returns the advice on an object of a request.
pub(super) fn advice<'v, S: Advised<'v>>(
    source: S,
    value: S::Ref,
    shape: &'static Shape,
    known: Known,
    host: &dyn Host,
) -> Vec<Finding> {
    let is_typed = shape.mode != Mode::Query;
    let (findings, numbers, templates) = (Findings::default(), Vec::new(), Templates::default());
    let mut advisor = Advisor { source, host, is_typed, known, findings, numbers, templates, compared: 0 };
    let at = LazyLocation::Section(Section::of(shape));
    walk::object(source, value, shape, &at, "", host, &mut advisor);
    let mut advice = advisor.findings.list;
    sort_by(&mut advice, &|finding| finding.span.iter().flat_map(|span| span.start.to_be_bytes()).collect());
    advice
}

impl<'v, S: Advised<'v>> Visitor<'v, S> for Advisor<'_, S> {
    fn advises(&self) -> bool {
        true
    }

    fn known(&self) -> Known {
        self.known
    }

    fn findings(&mut self, rejects: bool) -> Option<&mut Findings> {
        (!rejects).then_some(&mut self.findings)
    }

    fn value(&mut self, field_type: &'static FieldType, value: S::Ref, read: &Value<'v>, place: Place<'_>) {
        if read.is_as_documented() {
            return;
        }
        if let (Some(node), Some(number)) = (S::any_ref(value).node(), read.integer()) {
            self.numbers.push((node, number));
        }
        if !self.is_typed || !place.rejects {
            return;
        }
        let mut kept = String::new();
        // Under the key of a map, a value may be anything.
        if !field_type.is_secret() && !place.at.is_in_map() {
            read.write(&mut kept);
        }
        let is_short = !kept.is_empty() && kept.len() <= MAX_SHOWN;
        let shown = if !is_short || suggest::may_have_key(&kept) { "text" } else { &kept };
        let (error, span) = (COERCED.info.error(&[shown]), self.source.span(value));
        advise(&mut self.findings, &COERCED.info, error, span, place.at);
    }

    fn advise_coerced_object(&mut self, value: S::Ref, place: Place<'_>) {
        let is_object = matches!(self.source.scalar(value), Scalar::Object);
        if self.is_typed && place.rejects && !is_object {
            let (error, span) = (COERCED.info.error(&["an object"]), self.source.span(value));
            advise(&mut self.findings, &COERCED.info, error, span, place.at);
        }
    }

    fn enter(&mut self, members: &Members<S::Ref>, place: Place<'_>) -> usize {
        if !members.all_known {
            self.unknown_keys(members, place.at);
        }
        if members.repeated != 0 {
            self.repeated_keys(members, place.at);
        }
        self.advise_coerced_object(members.object, place);
        self.numbers.len()
    }

    fn leave(&mut self, frame: usize, members: &Members<S::Ref>, place: Place<'_>) {
        if !self.is_typed {
            return;
        }
        let Advisor { source, host, ref mut numbers, ref mut templates, ref mut findings, .. } = *self;
        let member = |index: usize| {
            let is_valid = members.valid & (1 << index) != 0;
            let value = members.get(index).filter(|value| is_valid && !source.is_null(*value));
            Some(Member { field: members.shape.fields.get(index)?, value: value.map(S::any_ref) })
        };
        let source = source.any();
        let context = &mut AdviceContext { source, host, at: place.at, numbers, frame, templates, findings };
        for bound in rules_of(members.shape) {
            // There is no advice on what was not sent.
            if bound.mask & members.sent == 0 {
                continue;
            }
            let indices = bound.indices();
            let Some(first) = indices.first().and_then(|index| member(*index)) else { continue };
            let mut fields = [first; MAX_READ];
            for (slot, index) in fields.iter_mut().zip(indices).skip(1) {
                *slot = member(*index).unwrap_or(first);
            }
            (bound.rule.run)(context, fields.get(..indices.len()).unwrap_or_default());
        }
    }
}

impl<'v, S: Advised<'v>> Advisor<'_, S> {
    /// Advises on the last value of each key that is repeated.
    fn repeated_keys(&mut self, members: &Members<S::Ref>, at: &LazyLocation<'_>) {
        for (index, field) in members.shape.fields.iter().enumerate() {
            if let Some(value) = members.get(index).filter(|_| members.repeated & (1 << index) != 0) {
                let (error, span) = (REPEATED.info.error(&[]), self.source.span(value));
                advise(&mut self.findings, &REPEATED.info, error, span, &LazyLocation::Field(at, field));
            }
        }
    }

    /// Advises on unknown keys or parameters: those that are retired, misspelled or ignored.
    fn unknown_keys(&mut self, members: &Members<S::Ref>, at: &LazyLocation<'_>) {
        let shape = members.shape;
        let Advisor { source, is_typed, ref mut findings, ref mut compared, .. } = *self;
        let rule = if is_typed { &UNKNOWN.info } else { &UNKNOWN_PARAMETER.info };
        source.unknown_keys(members.object, shape, &mut |key, span| {
            let at = &LazyLocation::Key(at, MapKey::Text(key));
            if let Some((_, instead)) = shape.retired.iter().find(|(name, _)| key.is(name)) {
                advise(findings, &RETIRED.info, RETIRED.info.error(&[instead]), span, at);
                return;
            }
            if key.is(SCHEMA_KEY) || shape.known_elsewhere.iter().any(|name| key.is(name)) {
                return;
            }
            *compared += 1;
            let few = *compared < suggest::MAX_ASKED && key.raw.len() <= suggest::MAX_RAW;
            let names = shape.fields.iter().map(|field| field.name);
            let suggestion = few.then(|| suggest::suggest(&key.to_str(), names)).flatten();
            if let Some(finding) = advise(findings, rule, rule.error(&[]), span, at) {
                finding.suggestion = suggestion.map(str::to_owned);
            }
        });
    }
}
