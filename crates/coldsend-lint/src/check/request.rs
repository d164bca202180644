//! What is checked: an operation, and the values in its path.
use crate::error::suggest::suggest;
use crate::requests::not_checked::Reason;
use crate::requests::operation::Operation;
use crate::requests::route::{self, Route};
use crate::schema::shape::Field;
use std::fmt;
use std::str::FromStr;

/// An operation and the values of its path's parameters. A value that is not given is not checked.
#[derive(Clone, Debug)]
pub struct Request {
    operation: Operation,
    parameters: Vec<(&'static Field, String)>,
    query: Option<String>,
}

impl Request {
    /// The operation, whatever its path's parameters are.
    pub fn new(operation: Operation) -> Self {
        Request { operation, parameters: Vec::new(), query: None }
    }

    /// Gives a parameter of the path its value, which is then checked, too. A name that the path does not
    /// have changes nothing.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation, Request};
    ///
    /// let request = Request::new(Operation::UpdateCampaign).path("campaign_id", "42");
    /// assert_eq!(
    ///     Checker::new().check(&request, b"{}").rejection.unwrap().body().to_string(),
    ///     r#"{"detail":[{"loc":["path","campaign_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"}]}"#
    /// );
    /// ```
    #[must_use]
    pub fn path(mut self, name: &str, value: impl Into<String>) -> Self {
        if let Some(field) = self.operation.parameters().find(|field| field.name == name) {
            self.parameters.retain(|(given, _)| given.rule != field.rule);
            self.parameters.push((field, value.into()));
        }
        self
    }

    /// Gives it a query string; a leading `?` is allowed.
    #[must_use]
    pub fn query(mut self, query: impl Into<String>) -> Self {
        let query = query.into();
        self.query = Some(match query.strip_prefix('?') {
            Some(rest) => rest.to_owned(),
            None => query,
        });
        self
    }

    /// Its query string; without one, the body is that.
    pub fn query_string(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// What it asks the API to do.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The value of a parameter of its path, where it is given.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters().find(|(field, _)| field.name == name).map(|(_, value)| value)
    }

    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'static Field, &str)> {
        self.parameters.iter().map(|(field, value)| (*field, value.as_str()))
    }
}

impl From<&Request> for Request {
    fn from(request: &Request) -> Self {
        request.clone()
    }
}

impl From<Operation> for Request {
    fn from(operation: Operation) -> Self {
        Request::new(operation)
    }
}

/// The text names no operation that is checked; it is not repeated, as it may hold secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownOperation(Unknown);

#[derive(Clone, Debug, PartialEq)]
enum Unknown {
    NotChecked(&'static str, &'static str, Reason),
    /// The operation that is nearest.
    Other(Option<Operation>),
}

impl UnknownOperation {
    /// The operation that was probably meant.
    pub fn nearest(&self) -> Option<Operation> {
        match self.0 {
            Unknown::Other(nearest) => nearest,
            Unknown::NotChecked(..) => None,
        }
    }
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unknown::NotChecked(method, path, reason) => write!(f, "{method} {path} {reason}"),
            Unknown::Other(Some(nearest)) => {
                let (method, path) = (nearest.method(), nearest.path());
                write!(f, "no such operation; did you mean {nearest} ({method} {path})?")
            }
            Unknown::Other(None) => {
                f.write_str("no such operation; known are ")?;
                for (i, operation) in Operation::ALL.iter().enumerate() {
                    write!(f, "{}{operation}", if i > 0 { ", " } else { "" })?;
                }
                f.write_str(", or METHOD /path")
            }
        }
    }
}

impl std::error::Error for UnknownOperation {}

/// An operation's id, or `METHOD /path`: `create_campaign`, or `PUT /campaigns/550e8400-…`. Scheme, host
/// and `/api/public/v1` may stand before the path. It is percent-decoded, as by the server, and its values are
/// checked, but for a parameter's own name or `id`, in braces or after a colon.
impl FromStr for Request {
    type Err = UnknownOperation;

    fn from_str(text: &str) -> Result<Self, UnknownOperation> {
        let unknown = |unknown| Err(UnknownOperation(unknown));
        let Some((method, path)) = text.split_once(' ') else {
            let Some(operation) = Operation::from_id(text) else {
                let id = suggest(text, Operation::ALL.iter().map(|operation| operation.id()));
                return unknown(Unknown::Other(id.and_then(Operation::from_id)));
            };
            return Ok(Request::new(operation));
        };
        let (operation, parameters) = match route::find(method, path) {
            Route::Operation(operation, parameters) => (operation, parameters),
            Route::NotChecked(method, path, reason) => {
                return unknown(Unknown::NotChecked(method, path, reason));
            }
            Route::Unknown(nearest) => return unknown(Unknown::Other(nearest)),
        };
        let without_fragment = path.split_once('#').map_or(path, |(before, _)| before);
        let query = without_fragment.split_once('?').map(|(_, query)| query.to_owned());
        Ok(Request { operation, parameters, query })
    }
}
