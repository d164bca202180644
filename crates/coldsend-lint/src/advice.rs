//! Recommendations: what is worth a look and does not reject.
//!
//! It is the traversal of `validate` with another visitor, run when [`Outcome::advice`] is called.
//!
//! - `visitor`  what it tells of: constraints that do not reject, values that only coercion saves, keys that are
//!   unknown or retired, and the rules of each object
//! - `source`   a document or a typed request, as one type
//! - `rule`     what a rule is, and which objects have which
//! - `context`  what a rule can ask and say
//! - `general`  the rules that every object has
//! - `campaign`, `variant`, `sender_account`, `domain` the rules of these
//! - `style`    how a name or a subject is written
//! - `template` the language of texts
/// Declares a number that stands in a rule and in its description.
macro_rules! shared_number {
    ($constant:ident, $name:ident = $value:literal) => {
        const $constant: i64 = $value;

        macro_rules! $name {
            () => {
                $value
            };
        }
    };
}

mod campaign;
mod context;
mod domain;
pub(crate) mod general;
pub(crate) mod rule;
mod sender_account;
mod source;
mod style;
mod template;
mod variant;
mod visitor;

use crate::check::{self, Outcome, Read};
use crate::error::Finding;
use crate::host::Host;
use crate::json::{Document, ValueRef};
use crate::schema::shape::Shape;
use crate::validate::Source;

impl Outcome<'_> {
    /// What is worth a look and does not reject, in the order of the text. It is found when this is called: a caller
    /// who wants the verdict pays for the verdict.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Operation};
    ///
    /// let mut checker = Checker::new();
    /// let outcome = checker.check(Operation::CreateCampaign, br#"{"name": 123456789, "nane": 1}"#);
    /// assert!(outcome.is_accepted());
    /// let rules: Vec<_> = outcome.advice().iter().map(|advice| advice.rule).collect();
    /// assert_eq!(rules, ["coerced-value", "unknown-field"]);
    /// ```
    pub fn advice(&self) -> Vec<Finding> {
        match &self.read {
            Read::Body(document, _) if document.is_null(ValueRef::ROOT) => Vec::new(),
            Read::Body(document, shape) => on_document(*document, shape, self.is_accepted(), self.host()),
            Read::Query(query, document, shape) => {
                let mut advice = on_document(*document, shape, self.is_accepted(), self.host());
                check::locate(query, &mut advice);
                advice
            }
            #[cfg(feature = "typed")]
            Read::Typed(request) => {
                let view = crate::typed::View::Object(*request);
                visitor::advice(crate::typed::Structs, view, request.shape(), self.is_accepted(), self.host())
            }
            Read::Nothing => Vec::new(),
        }
    }
}

/// The advice on a document.
pub(crate) fn on_document(
    document: Document<'_>,
    shape: &'static Shape,
    is_accepted: bool,
    host: &dyn Host,
) -> Vec<Finding> {
    visitor::advice(document, ValueRef::ROOT, shape, is_accepted, host)
}
