//! What a rule of advice can ask of an object, and say of it.
use super::source::{AnyRef, AnySource, node};
use crate::error::hint::Remark;
use crate::error::{ErrorKind, Finding, LocItem};
use crate::host::Host;
use crate::json::{Scalar, Text};
use crate::schema::rule::RuleInfo;
use crate::schema::shape::Field;
use crate::types::{IntegerType, Reading, ScalarType};
use crate::validate::Source;
use crate::validate::findings::Findings;
use crate::validate::path::LazyLocation;
use std::ops::Range;

/// One object, whose fields have been read.
pub(super) struct AdviceContext<'c, 'v> {
    pub(super) source: AnySource<'v>,
    pub(super) host: &'c dyn Host,
    pub(super) at: &'c LazyLocation<'c>,
    /// The numbers that were read in the object, each with its node.
    pub(super) numbers: &'c [(u32, i64)],
    pub(super) findings: &'c mut Findings,
}

/// A field that a rule looks at, and its value, if that was sent, is valid and not null.
#[derive(Clone, Copy)]
pub(super) struct Member<'v> {
    pub(super) field: &'static Field,
    pub(super) value: Option<AnyRef<'v>>,
}

/// A step below a field.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Index(usize),
    Key(&'static str),
}

impl<'v> AdviceContext<'_, 'v> {
    pub(super) fn integer(&self, member: &Member<'v>) -> Option<i64> {
        self.integer_at(member.value?)
    }

    pub(super) fn boolean(&self, member: &Member<'v>) -> Option<bool> {
        self.integer(member).map(|number| number != 0)
    }

    pub(super) fn text(&self, member: &Member<'v>) -> Option<Text<'v>> {
        self.text_at(member.value?)
    }

    /// A number that was read before; of a boolean, 0 or 1.
    pub(super) fn integer_at(&self, value: AnyRef<'v>) -> Option<i64> {
        match node(value) {
            Some(node) => self.numbers.iter().find(|(read, _)| *read == node).map(|(_, number)| *number),
            None => IntegerType::ANY.read(self.source.scalar(value), self.host).ok()?.integer(),
        }
    }

    pub(super) fn text_at(&self, value: AnyRef<'v>) -> Option<Text<'v>> {
        match self.source.scalar(value) {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn items(&self, list: Option<AnyRef<'v>>) -> impl Iterator<Item = AnyRef<'v>> + use<'v> {
        let source = self.source;
        list.and_then(|list| source.items(list)).into_iter().flatten()
    }

    /// The keys of an object.
    pub(super) fn keys(&self, object: AnyRef<'v>) -> Vec<Text<'v>> {
        let mut keys = Vec::new();
        self.source.each_key(object, &mut |key, _| keys.push(key));
        keys
    }

    /// A member of an object; the last of several counts.
    pub(super) fn member(&self, object: AnyRef<'v>, name: &str) -> Option<AnyRef<'v>> {
        let mut member = None;
        self.source.each_key(object, &mut |key, value| {
            if key.is(name) {
                member = Some(value);
            }
        });
        member
    }

    /// The bytes of a part of a text.
    pub(super) fn part_of(&self, text: AnyRef<'v>, part: Range<usize>) -> Option<Range<usize>> {
        let start = self.source.span(text)?.start + usize::from(node(text).is_some());
        Some(start + part.start..start + part.end)
    }

    /// Advises on a field. What varies in the message follows.
    pub(super) fn advise(&mut self, rule: &'static RuleInfo, member: &Member<'v>, parts: &[&str]) {
        if let Some(value) = member.value {
            self.advise_at(rule, member, &[], value, parts);
        }
    }

    /// Advises on a value below a field.
    pub(super) fn advise_at(
        &mut self,
        rule: &'static RuleInfo,
        member: &Member<'v>,
        below: &[Step],
        value: AnyRef<'v>,
        parts: &[&str],
    ) {
        self.advise_part(rule, member, below, self.source.span(value), parts);
    }

    /// Advises on a part of a text.
    pub(super) fn advise_part(
        &mut self,
        rule: &'static RuleInfo,
        member: &Member<'v>,
        below: &[Step],
        span: Option<Range<usize>>,
        parts: &[&str],
    ) {
        let at = &LazyLocation::Field(self.at, member.field);
        if let Some(finding) = advise(self.findings, rule, rule.error(parts), span, at) {
            finding.loc.extend(below.iter().map(|step| match *step {
                Step::Index(index) => LocItem::Index(index),
                Step::Key(key) => LocItem::from(key),
            }));
        }
    }
}

/// Adds advice. Returns `None` if it is not kept.
pub(super) fn advise<'f>(
    findings: &'f mut Findings,
    rule: &RuleInfo,
    error: ErrorKind,
    span: Option<Range<usize>>,
    at: &LazyLocation<'_>,
) -> Option<&'f mut Finding> {
    let finding = findings.push(rule.id, error.into(), span, at)?;
    finding.remark = Remark::About(rule.about);
    Some(finding)
}
