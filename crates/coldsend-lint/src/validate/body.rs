//! Checks a body or a query string as a whole, or reports that the body cannot be read.
use super::path::{LazyLocation, Section};
use super::rules::{MALFORMED, NO_OBJECT, SERVER_ERROR, UNREADABLE};
use super::{Source, Verdict};
use crate::error::{ErrorKind, Finding, LocItem};
use crate::host::Host;
use crate::json::{Document, Malformed, ReadError, Unreadable, ValueRef};
use crate::python::Query;
use crate::schema::shape::Shape;

/// Checks the document of a body. If `is_empty`, the body has no text that a finding could point to.
pub(crate) fn judge(
    document: Document<'_>,
    shape: &'static Shape,
    is_empty: bool,
    host: &dyn Host,
) -> Verdict {
    let (root, rule) = (ValueRef::ROOT, NO_OBJECT.info.id);
    if !document.is_null(root) {
        return Verdict::of(document, root, shape, &LazyLocation::Section(Section::of(shape)), rule, host);
    }
    let mut finding = whole_body(rule, ErrorKind::Missing);
    finding.span = Source::span(document, root).filter(|_| !is_empty);
    Verdict::only(finding)
}

/// Checks a query string, of which `document` is the parameters. The spans of findings refer to what was sent.
pub(crate) fn judge_query(
    query: &Query,
    document: Document<'_>,
    shape: &'static Shape,
    host: &dyn Host,
) -> Verdict {
    let at = LazyLocation::Section(Section::Query);
    let mut verdict = Verdict::of(document, ValueRef::ROOT, shape, &at, "", host);
    locate(query, verdict.findings_mut());
    verdict
}

/// Makes the spans of findings refer to the query string as sent.
pub(crate) fn locate(query: &Query, findings: &mut [Finding]) {
    for finding in findings {
        finding.span = finding.span.take().and_then(|span| query.sent(span));
    }
}

/// Returns the API's error for a body that it cannot read.
pub(crate) fn refusal(error: ReadError) -> Finding {
    let Malformed { message, position, offset } = match error {
        ReadError::Malformed(malformed) => malformed,
        ReadError::Unreadable(Unreadable { offset, .. }) => {
            let span = offset.map(|offset| offset..offset);
            return Finding { span, ..whole_body(UNREADABLE.info.id, ErrorKind::Unreadable) };
        }
    };
    let mut finding = whole_body(MALFORMED.info.id, ErrorKind::JsonInvalid { error: message.into() });
    finding.loc.push(position.into());
    finding.span = Some(offset..offset);
    finding
}

/// Returns an error or advice about a body as a whole.
pub(crate) fn whole_body(rule: &'static str, kind: ErrorKind) -> Finding {
    Finding::new(rule, vec![LocItem::from(Section::Body.name())], kind)
}

/// Returns the API's error for an answer that its server cannot serialize.
pub(crate) fn server_error() -> Finding {
    whole_body(SERVER_ERROR.info.id, ErrorKind::ServerError)
}
