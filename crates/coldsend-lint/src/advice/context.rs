//! What a rule of advice can read from an object, and report about it.
use super::source::{AnyRef, AnySource};
use super::template::{Part, Templates};
use crate::error::hint::Remark;
use crate::error::{ErrorKind, Finding, LocItem};
use crate::host::Host;
use crate::json::{Scalar, Text};
use crate::schema::rule::RuleInfo;
use crate::schema::shape::Field;
use crate::types::IntegerValue;
use crate::validate::findings::Findings;
use crate::validate::path::LazyLocation;
use std::ops::Range;

/// One object, whose fields have been read.
pub(super) struct AdviceContext<'c, 'v> {
    pub(super) source: AnySource<'v>,
    pub(super) host: &'c dyn Host,
    pub(super) at: &'c LazyLocation<'c>,
    /// The numbers that were read so far, each with its node; those of the object begin here.
    pub(super) numbers: &'c mut Vec<(u32, i64)>,
    pub(super) frame: usize,
    pub(super) templates: &'c mut Templates,
    pub(super) findings: &'c mut Findings,
}

/// A field that a rule reads, with its value if that was sent, is valid and not null.
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
    pub(super) fn integer(&mut self, member: &Member<'v>) -> Option<i64> {
        self.integer_at(member.value?)
    }

    pub(super) fn boolean(&mut self, member: &Member<'v>) -> Option<bool> {
        self.integer(member).map(|number| number != 0)
    }

    pub(super) fn text(&self, member: &Member<'v>) -> Option<Text<'v>> {
        self.text_at(member.value?)
    }

    /// A number, read once; of a boolean, 0 or 1.
    pub(super) fn integer_at(&mut self, value: AnyRef<'v>) -> Option<i64> {
        let node = value.node();
        let mut known = self.numbers.iter().skip(self.frame);
        if let Some((_, number)) = known.find(|(known, _)| Some(*known) == node) {
            return Some(*number);
        }
        let number = IntegerValue::number(self.source.scalar(value), self.host)?;
        self.numbers.extend(node.map(|node| (node, number)));
        Some(number)
    }

    pub(super) fn text_at(&self, value: AnyRef<'v>) -> Option<Text<'v>> {
        match self.source.scalar(value) {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
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

    pub(super) fn items(&self, list: Option<AnyRef<'v>>) -> impl Iterator<Item = AnyRef<'v>> + use<'v> {
        let source = self.source;
        list.into_iter().flat_map(move |list| source.items(list))
    }

    /// The keys of an object.
    pub(super) fn keys(&self, object: AnyRef<'v>) -> Vec<Text<'v>> {
        let mut keys = Vec::new();
        self.source.each_key(object, &mut |key, _| keys.push(key));
        keys
    }

    /// A member of an object; the last one counts if it is repeated.
    pub(super) fn member(&self, object: AnyRef<'v>, name: &str) -> Option<AnyRef<'v>> {
        let [member] = self.members(object, [name]);
        member
    }

    /// Members of an object; the last one counts if they are repeated.
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

    /// The bytes of a part of a text.
    pub(super) fn part_of(&self, text: AnyRef<'v>, part: Range<usize>) -> Option<Range<usize>> {
        let start = self.source.span(text)?.start + usize::from(text.node().is_some());
        Some(start + part.start..start + part.end)
    }

    /// Advises on a field; `parts` vary in the message.
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
