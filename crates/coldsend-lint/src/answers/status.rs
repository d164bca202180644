//! The statuses of the API.

/// The status of a response: a `u16`, an `Option<u16>`, or with the feature `http` a `StatusCode`, such as
/// `reqwest` and axum have. This trait is sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status",
    note = "pass a number, such as `response.status().as_u16()`, or `None`",
    note = "with the feature `http` of coldsend-lint, a `StatusCode` fits as well"
)]
pub trait IntoStatus: sealed::Sealed {
    /// Returns the status, if there is one.
    fn into_status(self) -> Option<u16>;
}

impl IntoStatus for u16 {
    fn into_status(self) -> Option<u16> {
        Some(self)
    }
}

impl IntoStatus for Option<u16> {
    fn into_status(self) -> Option<u16> {
        self
    }
}

#[cfg(feature = "http")]
impl IntoStatus for http::StatusCode {
    fn into_status(self) -> Option<u16> {
        Some(self.as_u16())
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for u16 {}
    impl Sealed for Option<u16> {}
    #[cfg(feature = "http")]
    impl Sealed for http::StatusCode {}
}

/// A row of the page's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// The number.
    pub code: u16,
    /// Its name on the page.
    pub name: &'static str,
    /// What the page says about it.
    pub about: &'static str,
}

const fn status(code: u16, name: &'static str, about: &'static str) -> Status {
    Status { code, name, about }
}

/// All documented statuses.
pub const STATUSES: [Status; 12] = [
    status(200, "OK", "Request succeeded"),
    status(201, "Created", "Resource created"),
    status(204, "No Content", "Succeeded with no body"),
    status(400, "Bad Request", "Invalid request or validation error"),
    status(401, "Unauthorized", "Missing or invalid API key"),
    status(403, "Forbidden", "Insufficient scopes"),
    status(404, "Not Found", "Resource doesn’t exist"),
    status(409, "Conflict", "Resource already exists"),
    status(422, "Unprocessable", "Validation error"),
    status(429, "Too Many Requests", "Rate limit exceeded"),
    status(500, "Internal Server Error", "Unexpected server error"),
    status(503, "Service Unavailable", "Temporarily unavailable"),
];
