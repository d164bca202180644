//! A scalar value of a document or a typed request.
use super::Text;

/// A value as scalar types see it.
#[derive(Clone, Copy)]
pub(crate) enum Scalar<'v> {
    Null,
    Boolean(bool),
    /// The text of a number without a fraction or an exponent.
    Integer(Literal<'v>),
    /// The text of any other number, or `NaN`, `Infinity` or `-Infinity`.
    Float(&'v str),
    /// A number of a typed request.
    #[cfg_attr(not(feature = "typed"), expect(dead_code))]
    Number(i64),
    Text(Text<'v>),
    List,
    Object,
}

/// The text of a whole number in a document: its digits, after a minus sign if it is negative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Literal<'v>(pub(crate) &'v [u8]);

impl<'v> Literal<'v> {
    pub(crate) fn as_str(self) -> &'v str {
        std::str::from_utf8(self.0).unwrap_or_default()
    }
}
