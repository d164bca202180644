//! What an advice rule can read from an object, and report about it.
use super::source::{AnyRef, AnySource};
use super::template::{Part, Templates};
use crate::error::hint::Remark;
use crate::error::{ErrorKind, Finding, LocItem};
use crate::host::Host;
use crate::json::{Scalar, Text, ValueRef};
use crate::schema::rule::RuleInfo;
use crate::schema::shape::Field;
use crate::types::IntegerValue;
use crate::validate::findings::Findings;
use crate::validate::path::LazyLocation;
use std::ops::Range;

/// The context of a rule: an object whose fields have been read.
pub(super) struct AdviceContext<'c, 'v> {
    pub(super) source: AnySource<'v>,
    pub(super) host: &'c dyn Host,
    pub(super) at: &'c LazyLocation<'c>,
    /// The numbers that were converted so far, each with its node. Those of the object begin at `frame`.
    pub(super) numbers: &'c mut Vec<(u32, i64)>,
    pub(super) frame: usize,
    pub(super) templates: &'c mut Templates,
    pub(super) findings: &'c mut Findings,
}

/// A field that a rule reads, with its value if it was sent, is valid and is not null.
#[derive(Clone, Copy)]
pub(super) struct Member<'v> {
    pub(super) field: &'static Field,
    pub(super) value: Option<AnyRef<'v>>,
}

/// A step of a location below a field.
#[derive(Clone, Copy)]
pub(super) enum Step<'s> {
    Index(usize),
    Key(&'s str),
}

impl<'v> AdviceContext<'_, 'v> {
    pub(super) fn integer(&mut self, member: &Member<'v>) -> Option<i64> {
        self.integer_at(member.value?)
    }

    pub(super) fn boolean(&mut self, member: &Member<'v>) -> Option<bool> {
        self.integer(member).map(|number| number != 0)
    }

    pub(super) fn text(&self, member: &Member<'v>) -> Option<Text<'v>> {
        self.text_at(member.value?)
    }

    /// Returns the number at a value, which is read only once unless it is a literal. For a boolean, it is 0 or 1.
    pub(super) fn integer_at(&mut self, value: AnyRef<'v>) -> Option<i64> {
        let scalar = self.source.scalar(value);
        if let Scalar::Integer(_) | Scalar::Number(_) | Scalar::Boolean(_) = scalar {
            return IntegerValue::number(scalar, self.host);
        }
        let node = value.node();
        let mut known = self.numbers.iter().skip(self.frame);
        if let Some((_, number)) = known.find(|(known, _)| Some(*known) == node) {
            return Some(*number);
        }
        let number = IntegerValue::number(scalar, self.host)?;
        self.numbers.extend(node.map(|node| (node, number)));
        Some(number)
    }

    pub(super) fn text_at(&self, value: AnyRef<'v>) -> Option<Text<'v>> {
        self.source.text(value)
    }

    /// Visits the parts of a template.
    #[inline]
    pub(super) fn each_part(&mut self, template: AnyRef<'v>, mut visit: impl FnMut(&mut Self, Part)) {
        let Some(text) = self.text_at(template) else { return };
        for index in self.templates.parts(template.node(), text.raw) {
            if let Some(part) = self.templates.part(index) {
                visit(self, part);
            }
        }
    }

    /// Returns whether there may be a variable without a fallback, in any template so far, for which a condition holds.
    pub(super) fn may_need(&self, condition: impl FnMut(&'v [u8]) -> bool) -> bool {
        self.templates.may_need(|node| self.source.text(AnyRef::Document(ValueRef::Node(node))), condition)
    }

    pub(super) fn items(&self, list: Option<AnyRef<'v>>) -> impl Iterator<Item = AnyRef<'v>> + use<'v> {
        let source = self.source;
        list.into_iter().flat_map(move |list| source.items(list))
    }

    /// Returns the keys of an object.
    pub(super) fn keys(&self, object: AnyRef<'v>) -> Vec<Text<'v>> {
        let mut keys = Vec::new();
        self.source.each_key(object, &mut |key, _| keys.push(key));
        keys
    }

    /// Returns the keys and values of an object.
    pub(super) fn entries(&self, object: AnyRef<'v>) -> Vec<(Text<'v>, AnyRef<'v>)> {
        let mut entries = Vec::new();
        self.source.each_key(object, &mut |key, value| entries.push((key, value)));
        entries
    }

    /// Returns a member of an object. If it is repeated, the last one counts.
    pub(super) fn member(&self, object: AnyRef<'v>, name: &str) -> Option<AnyRef<'v>> {
        let [member] = self.members(object, [name]);
        member
    }

    /// Returns members of an object. If one is repeated, the last one counts.
    pub(super) fn members<const N: usize>(
        &self,
        object: AnyRef<'v>,
        names: [&str; N],
    ) -> [Option<AnyRef<'v>>; N] {
        let mut members = [None; N];
        self.source.each_key(object, &mut |key, value| {
            if let Some(index) = names.iter().position(|name| key.is(name)) {
                members[index] = Some(value);
            }
        });
        members
    }

    /// Returns the byte range in the source of a part of a text.
    pub(super) fn part_of(&self, text: AnyRef<'v>, part: Range<usize>) -> Option<Range<usize>> {
        let start = self.source.span(text)?.start + usize::from(text.node().is_some());
        Some(start + part.start..start + part.end)
    }

    /// Advises on a field. `parts` are the varying parts of the message.
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
        below: &[Step<'_>],
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
        below: &[Step<'_>],
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
