//! The typed requests that have their own operation.
use super::operation::Operation;
use crate::error::Rejection;
use crate::typed::{self, Declared, FromDocument, TypedObject};

/// A typed request, such as [`CreateCampaign`](super::CreateCampaign), but not a part of one, such as
/// [`Variant`](super::Variant). Use it for code that accepts any request. This trait is sealed.
///
/// ```
/// use coldsend_lint::{Checker, requests::{ApiRequest, CreateCampaign}};
///
/// fn advice<T: ApiRequest>(request: &T) -> usize {
///     Checker::new().check_typed(request).advice().len()
/// }
/// assert_eq!(CreateCampaign::OPERATION.path(), "/campaigns");
/// assert_eq!(advice(&CreateCampaign::new("Autumn campaign")), 0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request of its own",
    note = "put it into the request that contains it: for example, a `Variant` into an `UpdateCampaign`",
    note = "to check your own JSON, use `check(operation, body)`: this trait cannot be implemented outside its crate"
)]
#[allow(private_bounds)]
pub trait ApiRequest: serde::Serialize + TypedObject + Declared + FromDocument {
    /// The operation.
    const OPERATION: Operation;

    /// Reads JSON as the API does, including coercions.
    ///
    /// # Errors
    ///
    /// The API's answer, if it rejects the body.
    fn from_json(body: impl AsRef<[u8]>) -> Result<Self, Rejection> {
        typed::from_json(body.as_ref(), Self::SHAPE)
    }

    /// Returns what the API would answer, without sending anything. Advice is not included: that is
    /// [`Checker::check_typed`](crate::Checker::check_typed).
    fn check(&self) -> Result<(), Rejection> {
        typed::check(self)
    }
}
