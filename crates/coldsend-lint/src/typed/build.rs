//! Builders, which report missing fields when they build.
use crate::error::Finding;
use crate::error::Rejection;
use crate::error::{ErrorKind, LocItem};
use crate::schema::shape::{Presence, Shape};
use crate::typed::TypedObject;
use crate::typed::{Patch, Secret};
use crate::validate::path::Section;

/// Builds a request: it has a method for each field.
///
/// ```
/// use coldsend_lint::requests::CreateCampaign;
///
/// let campaign = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(40).build()?;
/// assert_eq!(campaign.check(), Ok(()));
/// # Ok::<(), coldsend_lint::Rejection>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `build` to get the request"]
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

    /// Returns a part that you will put into a request at this path, such as `variants[0]` or
    /// `sequences[1].variants[0]`, or the API's answer if a required field is missing. Values are not checked yet.
    ///
    /// ```
    /// use coldsend_lint::requests::Variant;
    ///
    /// let rejection = Variant::builder().email_content("Any thoughts?").build_at("variants[0]").unwrap_err();
    /// assert_eq!(rejection.findings()[0].to_string(), "body.variants[0].subject_template: field required");
    /// ```
    pub fn build_at(self, place: &str) -> Result<T, Rejection> {
        self.finish(steps(place))
    }

    pub(crate) fn finish(self, place: Vec<LocItem>) -> Result<T, Rejection> {
        missing(self.request.shape(), &self.set, &place).map_or(Ok(self.request), Err)
    }

    /// Returns the request, if no field is required.
    pub(crate) fn request(self) -> T {
        self.request
    }
}

/// Returns the API's answer if a required field is not set. Not generic, so that it is compiled once.
fn missing(shape: &Shape, set: &[&str], place: &[LocItem]) -> Option<Rejection> {
    let fields = shape.fields.iter();
    let missing = fields.filter(|field| field.presence == Presence::Required && !set.contains(&field.name));
    let findings = missing.map(|field| {
        let section = LocItem::from(Section::of(shape).name());
        let loc = std::iter::once(section).chain(place.iter().cloned()).chain([field.name.into()]);
        Finding::new(field.rule, loc.collect(), ErrorKind::Missing)
    });
    Rejection::new(findings.collect(), None, 0)
}

/// Returns the steps of a path such as `variants[0].subject_template`.
fn steps(place: &str) -> Vec<LocItem> {
    let parts = place.split(['.', '[', ']']).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_or_else(|_| part.into(), LocItem::Index)).collect()
}

/// A value to start from; a missing required field is reported before anyone sees it.
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
