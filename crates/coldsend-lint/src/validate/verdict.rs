//! The verdict: what rejects a request.
use super::findings::{Findings, position, sort_by};
use super::path::LazyLocation;
use super::source::Source;
use super::walk::{self, Known, Visitor};
use crate::error::{Finding, Rejection};
use crate::host::Host;
use crate::schema::shape::Shape;

/// The findings that reject a request.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    findings: Findings,
    /// The error that the API reports only if there is no other.
    deferred: Option<Box<Finding>>,
    is_converted: bool,
}

impl<'v, S: Source<'v>> Visitor<'v, S> for Verdict {
    fn findings(&mut self, _: bool) -> Option<&mut Findings> {
        Some(&mut self.findings)
    }

    fn deferred(&mut self) -> Option<&mut Option<Box<Finding>>> {
        Some(&mut self.deferred)
    }

    fn converted(&mut self) {
        self.is_converted = true;
    }
}

impl Verdict {
    /// Checks an object of a request. `rule` is the id of the rule for errors about the object as a whole.
    pub(crate) fn of<'v, S: Source<'v>>(
        source: S,
        value: S::Ref,
        shape: &'static Shape,
        at: &LazyLocation<'_>,
        rule: &'static str,
        host: &dyn Host,
    ) -> Self {
        let mut verdict = Verdict::default();
        walk::object(source, value, shape, at, rule, host, &mut verdict);
        if verdict.findings.is_unsorted {
            sort_by(&mut verdict.findings.list, &|finding| position(shape, &finding.loc));
        }
        verdict
    }

    /// Creates a verdict with a single finding.
    pub(crate) fn only(finding: Finding) -> Self {
        let mut verdict = Verdict::default();
        verdict.findings.list.push(finding);
        verdict
    }

    /// Returns whether the API's server cannot serialize the location of a finding.
    pub(crate) fn is_unprintable(&self) -> bool {
        self.findings.is_unprintable
    }

    /// Returns the findings, in the API's order.
    pub(crate) fn findings_mut(&mut self) -> &mut Vec<Finding> {
        &mut self.findings.list
    }

    /// Returns what is known of the request.
    pub(crate) fn known(&self) -> Known {
        match self.findings.list.is_empty() && self.deferred.is_none() {
            false => Known::Nothing,
            true if self.is_converted => Known::Accepted,
            true => Known::AsDocumented,
        }
    }

    /// Puts the findings of a part of the request that the API reports first before these.
    pub(crate) fn begin_with(&mut self, mut first: Findings) {
        if !first.list.is_empty() {
            first.list.append(&mut self.findings.list);
            self.findings.list = first.list;
        }
    }

    /// Returns the API's answer if it rejects the request.
    pub(crate) fn rejection(self) -> Option<Rejection> {
        Rejection::new(self.findings.list, self.deferred, self.findings.left_out)
    }
}
