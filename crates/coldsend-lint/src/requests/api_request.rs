//! The typed requests that have an operation of their own.
use super::operation::Operation;
use crate::error::Rejection;
use crate::typed::{self, Declared, FromDocument, TypedObject};

/// A typed request: [`CreateCampaign`](super::CreateCampaign), for example, and no part of one, such as
/// [`Variant`](super::Variant). It is for code that takes any of them, and cannot be implemented elsewhere.
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
    note = "put a part, such as a `Variant`, into the request that holds it, for example `UpdateCampaign`",
    note = "check JSON of your own with `check(operation, body)`; this trait cannot be implemented outside its crate"
)]
#[allow(private_bounds)]
pub trait ApiRequest: TypedObject + Declared + FromDocument {
    /// What it asks the API to do.
    const OPERATION: Operation;

    /// Reads JSON as the API does, coercions included.
    ///
    /// # Errors
    ///
    /// The API's answer, if it refuses the body.
    fn from_json(body: impl AsRef<[u8]>) -> Result<Self, Rejection> {
        typed::from_json(body.as_ref(), Self::SHAPE)
    }

    /// What the API would answer, nothing being sent.
    fn check(&self) -> Result<(), Rejection> {
        typed::check(self)
    }
}
