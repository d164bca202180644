//! The typed requests that have an operation of their own.
use super::operation::Operation;
use crate::error::Rejection;
use crate::typed::{self, TypedObject};

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
#[allow(private_bounds)]
pub trait ApiRequest: TypedObject + Sized {
    /// What it asks the API to do.
    const OPERATION: Operation;

    /// What the API would answer, nothing being sent.
    fn check(&self) -> Result<(), Rejection> {
        typed::check(self)
    }
}
