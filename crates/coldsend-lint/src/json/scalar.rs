//! A value that holds no others, as a document or a typed request has it.
use super::Text;

/// A value, as far as kinds that hold no others look at it.
#[derive(Clone, Copy)]
pub(crate) enum Scalar<'v> {
    Null,
    Boolean(bool),
    /// The text of a number without fraction and exponent.
    Integer(&'v str),
    /// The text of any other number; also `NaN` and the infinities.
    Float(&'v str),
    /// A number of a typed request.
    #[cfg_attr(not(feature = "typed"), expect(dead_code))]
    Number(i64),
    Text(Text<'v>),
    List,
    Object,
}
