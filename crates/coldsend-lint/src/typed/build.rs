//! Builders: a field at a time, and what is missing only at the end.
use crate::error::Finding;
use crate::error::Rejection;
use crate::error::{ErrorKind, LocItem};
use crate::schema::shape::{Presence, Shape};
use crate::typed::TypedObject;
use crate::typed::{Patch, Secret};
use crate::validate::path::Section;

/// Sets the fields of a request one by one, under their names.
///
/// ```
/// use coldsend_lint::requests::CreateCampaign;
///
/// let campaign = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(40).build()?;
/// assert_eq!(campaign.check(), Ok(()));
/// # Ok::<(), coldsend_lint::Rejection>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder<T> {
    pub(crate) request: T,
    set: Vec<&'static str>,
}

#[allow(private_bounds)]
impl<T: Placeholder + TypedObject> Builder<T> {
    pub(crate) fn new() -> Self {
        Builder { request: T::placeholder(), set: Vec::new() }
    }

    pub(crate) fn set(&mut self, name: &'static str) {
        self.set.push(name);
    }

    /// The request, or the API's answer if a required field was not set. Values are not checked yet.
    pub fn build(self) -> Result<T, Rejection> {
        let shape: &Shape = self.request.shape();
        let missing = shape
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required && !self.set.contains(&field.name));
        let findings = missing.map(|field| {
            let loc = vec![LocItem::from(Section::of(shape).name()), field.name.into()];
            Finding::new(field.rule, loc, ErrorKind::Missing)
        });
        Rejection::new(findings.collect(), None, 0).map_or(Ok(self.request), Err)
    }
}

/// A value to start from; what is required and not set is told before anyone sees it.
pub(crate) trait Placeholder {
    fn placeholder() -> Self;
}

impl<T> Placeholder for Option<T> {
    fn placeholder() -> Self {
        None
    }
}

impl<T> Placeholder for Patch<T> {
    fn placeholder() -> Self {
        Patch::Unset
    }
}

impl<T> Placeholder for Vec<T> {
    fn placeholder() -> Self {
        Vec::new()
    }
}

impl Placeholder for String {
    fn placeholder() -> Self {
        String::new()
    }
}

impl Placeholder for Secret {
    fn placeholder() -> Self {
        "".into()
    }
}

impl Placeholder for i64 {
    fn placeholder() -> Self {
        0
    }
}

impl Placeholder for bool {
    fn placeholder() -> Self {
        false
    }
}
