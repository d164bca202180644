//! One of a few texts, exactly. Facts: pydantic_v1.md 2.7.
use crate::error::ErrorKind;
use crate::json::Scalar;

/// The place of the member.
pub(super) fn read(value: Scalar<'_>, members: &[&'static str]) -> Result<usize, ErrorKind> {
    match value {
        Scalar::Text(text) => members.iter().position(|member| text.is(member)),
        _ => None,
    }
    .ok_or_else(|| ErrorKind::not_among(members))
}
