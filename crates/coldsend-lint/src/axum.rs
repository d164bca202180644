//! For [axum](https://docs.rs/axum): endpoints that accept what the API accepts, and answer as it does.
use crate::error::Rejection;
use crate::requests::ApiRequest;
use crate::requests::operation::Payload;
use crate::typed;
use axum_core::body::Body;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};

/// Sends the API's answer as `application/json`.
impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body().to_string()));
        *response.status_mut() =
            StatusCode::from_u16(self.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }
}

/// An extractor that reads a request from the body as the API does; if the API would reject it, the endpoint answers
/// as the API would.
///
/// ```
/// use coldsend_lint::axum::Checked;
/// use coldsend_lint::requests::CreateCampaign;
///
/// async fn create(Checked(campaign): Checked<CreateCampaign>) -> String {
///     format!("{} is on its way", campaign.name)
/// }
/// ```
///
/// A request that has a query string instead of a body, such as [`ListCampaigns`](crate::requests::ListCampaigns), is
/// read from there. Path and headers are up to the endpoint; a body is read whatever its `Content-Type` says. If the body
/// cannot be received, for example because it is longer than axum's `DefaultBodyLimit`, axum answers.
///
/// To see why a request was rejected, for example for a log, take a `Result`:
///
/// ```
/// use coldsend_lint::axum::{Checked, NotChecked};
/// use coldsend_lint::requests::CreateCampaign;
///
/// async fn create(campaign: Result<Checked<CreateCampaign>, NotChecked>) -> Result<String, NotChecked> {
///     let Checked(campaign) = campaign.inspect_err(|error| {
///         let findings = error.rejection().into_iter().flat_map(|rejection| rejection.findings());
///         findings.for_each(|finding| eprintln!("{} at {}", finding.rule, finding.pointer()));
///     })?;
///     Ok(campaign.name)
/// }
/// ```
///
/// The example `axum` of this crate also checks the path, in a middleware for all operations at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked<T>(pub T);

impl<S: Send + Sync, T: ApiRequest> FromRequest<S> for Checked<T> {
    type Rejection = NotChecked;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotChecked> {
        let read = match T::OPERATION.payload() {
            Payload::Query(shape) => typed::from_query(request.uri().query().unwrap_or_default(), shape),
            _ => {
                let body = Bytes::from_request(request, state).await;
                T::from_json(body.map_err(|error| NotChecked::Unreceived(error.into_response()))?)
            }
        };
        read.map(Checked).map_err(NotChecked::Rejected)
    }
}

/// The reason why [`Checked`] has no request. It is a response.
#[derive(Debug)]
pub enum NotChecked {
    /// The API would reject the request; the response is its answer.
    Rejected(Rejection),
    /// The body could not be received; the response is axum's.
    Unreceived(Response),
}

impl NotChecked {
    /// Returns the API's answer, if it would reject the request.
    pub fn rejection(&self) -> Option<&Rejection> {
        match self {
            NotChecked::Rejected(rejection) => Some(rejection),
            NotChecked::Unreceived(_) => None,
        }
    }
}

impl IntoResponse for NotChecked {
    fn into_response(self) -> Response {
        match self {
            NotChecked::Rejected(rejection) => rejection.into_response(),
            NotChecked::Unreceived(response) => response,
        }
    }
}
