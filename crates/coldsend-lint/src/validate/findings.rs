//! The findings of a traversal, and the order in which the API reports them.
use super::path::LazyLocation;
use crate::error::hint::Remark;
use crate::error::{Finding, LocItem};
use crate::schema::shape::{FieldType, Shape};
use crate::types::Failure;
use std::ops::Range;

/// The maximum number of findings to keep. Further ones are only counted, so that a hostile body cannot exhaust the
/// memory.
pub(crate) const MAX_FINDINGS: usize = 100_000;

/// Findings, in the order in which they are found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) list: Vec<Finding>,
    /// The number of findings that are not kept.
    pub(crate) left_out: usize,
    /// Whether the API's server cannot serialize the location of a finding.
    pub(crate) is_unprintable: bool,
    /// Whether the findings may be out of the order of the declaration.
    pub(crate) is_unsorted: bool,
}

impl Findings {
    /// Adds a finding. Returns `None` if it is not kept.
    pub(crate) fn push(
        &mut self,
        rule: &'static str,
        failure: Failure,
        span: Option<Range<usize>>,
        at: &LazyLocation<'_>,
    ) -> Option<&mut Finding> {
        if self.list.len() >= MAX_FINDINGS {
            self.left_out += 1;
            return None;
        }
        let Ok(loc) = at.loc() else {
            self.is_unprintable = true;
            return None;
        };
        let mut finding = Finding { span, ..Finding::new(rule, loc, failure.kind) };
        if let Some(measured) = failure.measured {
            finding.measured = Some(measured.amount);
            finding.remark = if measured.as_sent { Remark::None } else { Remark::Converted };
        }
        self.list.push(finding);
        self.list.last_mut()
    }
}

/// Sorts findings by a key that is expensive to compute.
pub(crate) fn sort_by(findings: &mut [Finding], key: &dyn Fn(&Finding) -> Vec<u8>) {
    findings.sort_by_cached_key(key);
}

/// Returns a key that sorts locations in the order of the declaration. The keys of a map keep the order in which they
/// are found.
pub(crate) fn position(shape: &'static Shape, loc: &[LocItem]) -> Vec<u8> {
    let root = FieldType::Object(shape);
    let mut field_type = &root;
    let mut position = Vec::new();
    for step in loc.iter().skip(1) {
        let (index, below) = match (step, field_type) {
            (LocItem::Key(name), FieldType::Object(shape)) => {
                match shape.fields.iter().enumerate().find(|(_, field)| field.name == name) {
                    Some((index, field)) => (index, &field.field_type),
                    None => break,
                }
            }
            (LocItem::Index(index), FieldType::List { of, .. }) => (*index, *of),
            _ => break,
        };
        position.extend(index.to_be_bytes());
        field_type = below;
    }
    position
}
