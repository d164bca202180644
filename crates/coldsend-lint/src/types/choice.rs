//! Choices: exactly one of several texts. Facts: pydantic_v1.md 2.7.
use super::{Failure, Form, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::{Scalar, quote};
use std::borrow::Cow;

/// One of these texts.
#[derive(Debug)]
pub struct ChoiceType {
    /// The permitted texts.
    pub members: &'static [&'static str],
}

/// The text that was sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ChoiceValue(&'static str);

impl ScalarType for ChoiceType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        _: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let sent = match scalar {
            Scalar::Text(text) => self.members.iter().find(|member| text.is(member)),
            _ => None,
        };
        let member = sent.ok_or_else(|| ErrorKind::not_among(self.members))?;
        put(to, || ChoiceValue(member));
        Ok(Form::AsDocumented)
    }

    fn errors(&self) -> Vec<ErrorKind> {
        vec![ErrorKind::not_among(self.members)]
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("string", None)
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let members: Vec<_> = self.members.iter().map(|member| format!("`{member}`")).collect();
        write!(f, "one of {}", members.join(", "))
    }
}

impl Reading for ChoiceValue {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(self.0.into())
    }

    fn is_as_documented(&self) -> bool {
        true
    }

    fn write(&self, out: &mut String) {
        quote(self.0, out);
    }
}

impl ChoiceType {
    /// Returns every value.
    #[cfg(feature = "schema")]
    pub(crate) fn values(&self) -> impl Iterator<Item = super::Value<'static>> {
        self.members.iter().map(|member| ChoiceValue(member).into())
    }
}
