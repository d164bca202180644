//! The request to check: an operation, the values in its path, and its query string.
use crate::python::quote_segment;
use crate::redact::redact_credentials;
use crate::requests::operation::Operation;
use crate::requests::path::{BASE_URL, placeholder};
use crate::requests::route;
use crate::requests::unknown::UnknownOperation;
use crate::schema::shape::Field;
#[cfg(feature = "typed")]
use crate::{check::Checker, error::Rejection, requests::ApiRequest};
use std::fmt;
use std::str::FromStr;

/// An operation, with the values of the parameters in its path and, optionally, its query string. Values that are not
/// given are not checked.
///
/// [`Debug`](fmt::Debug) and [`Display`](fmt::Display) show no values of the path or the query string.
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct Request {
    operation: Operation,
    /// The names and values of parameters.
    parameters: Vec<(&'static str, String)>,
    query: Option<String>,
}

impl Request {
    /// Creates a request without values for its path.
    pub fn new(operation: Operation) -> Self {
        Request { operation, parameters: Vec::new(), query: None }
    }

    /// Sets a parameter of the path, so that its value is checked by [`Checker::check`](crate::Checker::check) or
    /// [`check_typed`](Self::check_typed).
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation, Request};
    ///
    /// let request = Request::new(Operation::UpdateCampaign).path("campaign_id", "42")?;
    /// assert_eq!(
    ///     Checker::new().check(&request, "{}").rejection.unwrap().body().to_string(),
    ///     r#"{"detail":[{"loc":["path","campaign_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"}]}"#
    /// );
    /// let error = Request::new(Operation::UpdateCampaign).path("campaignid", "42").unwrap_err();
    /// assert_eq!(error.to_string(), "PUT /campaigns/{campaign_id} has no parameter `campaignid`; it has campaign_id");
    /// # Ok::<(), coldsend_lint::UnknownParameter>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the path has no parameter of this name.
    pub fn path(mut self, name: &str, value: impl Into<String>) -> Result<Self, UnknownParameter> {
        let Some(known) = self.operation.parameter_names().find(|known| *known == name) else {
            return Err(UnknownParameter {
                operation: self.operation,
                name: redact_credentials(name).into_owned(),
            });
        };
        self.parameters.retain(|(given, _)| *given != known);
        self.parameters.push((known, value.into()));
        Ok(self)
    }

    /// Sets the query string; a leading `?` is allowed.
    pub fn query(mut self, query: impl Into<String>) -> Self {
        let query = query.into();
        self.query = Some(match query.strip_prefix('?') {
            Some(rest) => rest.to_owned(),
            None => query,
        });
        self
    }

    /// Creates a request from a method and a URL or path, which are read as in [`FromStr`](Self::from_str).
    ///
    /// # Errors
    ///
    /// If there is no such operation, or if this crate does not check it.
    pub fn of(method: &str, address: &str) -> Result<Self, UnknownOperation> {
        let (operation, parameters) = route::find(method, address)?;
        let without_fragment = address.split_once('#').map_or(address, |(before, _)| before);
        let query = without_fragment.split_once('?').map(|(_, query)| query.to_owned());
        Ok(Request { operation, parameters, query })
    }

    /// Returns the URL to send it to, with the values of its path percent-encoded and its query string as given.
    ///
    /// ```
    /// use coldsend_lint::{BASE_URL, Operation, Request};
    ///
    /// let request = Request::new(Operation::ListThreadMessages).path("thread_id", "a b")?.query("limit=5");
    /// assert_eq!(request.url()?, format!("{BASE_URL}/replies/threads/a%20b/messages?limit=5"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a parameter of the path has no value.
    pub fn url(&self) -> Result<String, MissingParameter> {
        self.url_at(BASE_URL)
    }

    /// Returns the URL at another base, such as that of a test server; see [`url`](Self::url).
    ///
    /// # Errors
    ///
    /// If a parameter of the path has no value.
    pub fn url_at(&self, base: &str) -> Result<String, MissingParameter> {
        let mut url = base.to_owned();
        for segment in self.operation.path().split('/').skip(1) {
            url.push('/');
            match placeholder(segment) {
                None => url.push_str(segment),
                Some(name) => match self.parameter(name) {
                    Some(value) => url.push_str(&quote_segment(value)),
                    None => return Err(MissingParameter { operation: self.operation, name }),
                },
            }
        }
        if let Some(query) = &self.query {
            url.extend(["?", query]);
        }
        Ok(url)
    }

    /// Returns what the API would answer to this request with a typed body, the values of the path included. For
    /// advice, use [`Checker::check_typed_at`](crate::Checker::check_typed_at).
    ///
    /// ```
    /// use coldsend_lint::{Request, requests::UpdateCampaign};
    ///
    /// let update = UpdateCampaign::builder().name("Hi").build();
    /// let request = Request::from(&update).path("campaign_id", "42")?;
    /// assert_eq!(request.check_typed(&update).unwrap_err().findings().len(), 2);
    /// # Ok::<(), coldsend_lint::UnknownParameter>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The API's answer, if it rejects the request.
    #[cfg(feature = "typed")]
    pub fn check_typed<T: ApiRequest>(&self, body: &T) -> Result<(), Rejection> {
        Checker::new().check_typed_at(self, body).into_result()
    }

    /// Returns the query string. If there is none, the body is read as one.
    pub fn query_string(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Returns the operation.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// Returns the value of a parameter of the path, if it is given.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(given, _)| *given == name).map(|(_, value)| value.as_str())
    }

    /// Returns the parameters that have values to check, in the order of the path.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'static Field, &str)> {
        // Most requests have none.
        let fields = (!self.parameters.is_empty()).then(|| self.operation.parameters());
        fields.into_iter().flatten().filter_map(|field| Some((field, self.parameter(field.name)?)))
    }
}

/// The error for a parameter that the path of an operation does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownParameter {
    operation: Operation,
    name: String,
}

impl fmt::Display for UnknownParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (method, path) = (self.operation.method(), self.operation.path());
        let names: Vec<&str> = self.operation.parameter_names().collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        write!(f, "{method} {path} has no parameter `{}`; it has {names}", self.name)
    }
}

impl std::error::Error for UnknownParameter {}

/// A parameter of the path has no value, so that there is no URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingParameter {
    operation: Operation,
    name: &'static str,
}

impl fmt::Display for MissingParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (method, path) = (self.operation.method(), self.operation.path());
        write!(f, "{method} {path} needs a value for `{}`: set it with `path`", self.name)
    }
}

impl std::error::Error for MissingParameter {}

/// Shows the method and the path, such as `PUT /campaigns/{campaign_id}`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query = if self.query.is_some() { "?…" } else { "" };
        write!(f, "{} {}{query}", self.operation.method(), self.operation.path())
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.parameters.iter().map(|(name, _)| *name).collect();
        f.debug_struct("Request")
            .field("operation", &self.operation)
            .field("parameters", &names)
            .field("has_query", &self.query.is_some())
            .finish()
    }
}

/// Creates the request of a typed request. One that is sent as a query string gets its query string:
///
/// ```
/// use coldsend_lint::{BASE_URL, Request, requests::ListCampaigns};
///
/// let list = ListCampaigns::builder().limit(5).search("autumn & winter").build();
/// assert_eq!(Request::from(&list).url()?, format!("{BASE_URL}/campaigns?limit=5&search=autumn%20%26%20winter"));
/// # Ok::<(), coldsend_lint::MissingParameter>(())
/// ```
///
/// Set the values of its path, if it has any, before you [check it](Request::check_typed).
#[cfg(feature = "typed")]
impl<T: ApiRequest> From<&T> for Request {
    fn from(request: &T) -> Self {
        let query = T::OPERATION.query().map(|_| crate::typed::query_string(request));
        Request { query: query.filter(|query| !query.is_empty()), ..Request::new(T::OPERATION) }
    }
}

/// Reads the method and the URL; the host is ignored. The body is checked separately.
///
/// ```
/// use coldsend_lint::{Operation, Request};
///
/// let sent = http::Request::put("https://api.coldsend.pro/api/public/v1/campaigns/42").body(())?;
/// assert_eq!(Request::try_from(&sent)?.operation(), Operation::UpdateCampaign);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[cfg(feature = "http")]
impl<B> TryFrom<&http::Request<B>> for Request {
    type Error = UnknownOperation;

    fn try_from(request: &http::Request<B>) -> Result<Self, UnknownOperation> {
        Request::of(request.method().as_str(), &request.uri().to_string())
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

/// Parses the id of an operation, such as `create_campaign`, or `METHOD /path`, such as `PUT /campaigns/550e8400-…`. A
/// scheme, a host and `/api/public/v1` may precede the path. The path is percent-decoded, as on the server, and its
/// values are checked, except for placeholders: the parameter's own name or `id`, in braces or after a colon.
impl FromStr for Request {
    type Err = UnknownOperation;

    fn from_str(text: &str) -> Result<Self, UnknownOperation> {
        match text.split_once(' ') {
            Some((method, path)) => Request::of(method, path),
            None => text.parse().map(Request::new),
        }
    }
}
