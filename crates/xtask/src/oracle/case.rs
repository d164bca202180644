//! A request, and our answer to it.
use coldsend_lint::catalogue;
use coldsend_lint::shape::{Field, FieldType, Shape};
use coldsend_lint::{Checker, Detail, ErrorBody, ErrorKind, Finding, Operation, Payload, Request, Wording};

/// A request as it would be sent.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Case {
    pub(super) operation: Operation,
    /// The path values.
    pub(super) values: Vec<String>,
    /// The body, or the query string.
    pub(super) sent: Vec<u8>,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// The body of a rejection, with `ctx`; empty if the request is accepted.
    pub(super) body: String,
    /// The values of an accepted request as they are read, in JSON.
    pub(super) understood: Option<String>,
}

/// Our answer, and the findings that it consists of.
pub(super) struct Expected {
    pub(super) answer: Answer,
    pub(super) findings: Vec<Finding>,
}

/// Returns the fields of an object and of those in it that the server does not know, as keys in JSON.
fn unknown_keys(shape: &Shape) -> Vec<String> {
    let of_field = |field: &Field| match &field.field_type {
        _ if !field.evidence.rejects() => vec![format!("\"{}\":", field.name)],
        FieldType::Object(inner) | FieldType::List { of: FieldType::Object(inner), .. } => {
            unknown_keys(inner)
        }
        _ => Vec::new(),
    };
    shape.fields.iter().flat_map(of_field).collect()
}

impl Case {
    /// Returns the method and path, as the command line accepts them.
    pub(super) fn request(&self) -> String {
        let mut values = self.values.iter().map(String::as_str);
        let filled = |segment| match is_parameter(segment) {
            true => values.next().unwrap_or(segment),
            false => segment,
        };
        let path: Vec<&str> = self.operation.path().split('/').map(filled).collect();
        format!("{} {}", self.operation.method(), path.join("/"))
    }

    /// Returns our answer without what the server's models do not include: rules documented only in prose, whose
    /// messages are our choice.
    pub(super) fn expected(&self) -> Expected {
        let names = self.operation.parameter_names();
        let request = names
            .zip(&self.values)
            .fold(Request::new(self.operation), |r, (name, v)| r.clone().path(name, v).unwrap_or(r));
        let mut checker = Checker::new();
        let outcome = checker.check(&request, &self.sent);
        // Values are not compared if there are fields among them that the server does not know.
        let unknown = self.operation.shape().map(unknown_keys).unwrap_or_default();
        let understood = outcome.coerced().filter(|text| !unknown.iter().any(|key| text.contains(key)));
        let Some(rejection) = &outcome.rejection else {
            return Expected {
                answer: Answer { status: 200, body: String::new(), understood },
                findings: Vec::new(),
            };
        };
        let findings: Vec<Finding> = rejection.findings().iter().filter(|f| in_models(f)).cloned().collect();
        let body = match &rejection.body().detail {
            Detail::Message(_) => rejection.body(),
            Detail::Items(_) => {
                ErrorBody { detail: Detail::Items(findings.iter().map(Finding::item).collect()) }
            }
        };
        let (status, body) = match findings.is_empty() {
            true => (200, String::new()),
            false => (rejection.status(), body.with_ctx().to_string()),
        };
        Expected { answer: Answer { status, body, understood: None }, findings }
    }

    /// Returns whether the request has a body.
    pub(super) fn has_body(&self) -> bool {
        matches!(self.operation.payload(), Payload::Body(_))
    }
}

/// Returns whether this segment of a path stands for a value.
pub(super) fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

/// Returns whether the server's models make this finding.
fn in_models(finding: &Finding) -> bool {
    match &finding.kind {
        // The models use Pydantic's messages for choices, although the API may have its own.
        ErrorKind::ServerError | ErrorKind::Enum { .. } => true,
        ErrorKind::DistributionSum { .. } => false,
        _ => catalogue::wording(finding) != Wording::Chosen,
    }
}
