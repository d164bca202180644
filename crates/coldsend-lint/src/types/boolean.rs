//! Booleans: true and false, the numbers 0 and 1 in any notation, and twelve words in any letter case. Facts:
//! pydantic_v1.md 2.4.
use super::{Failure, Form, Reading, ScalarType, Soft, To, put};
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
use crate::python::float;

/// A boolean.
#[derive(Debug)]
pub struct BooleanType;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BooleanValue {
    value: bool,
    is_as_documented: bool,
}

const TRUE: [&str; 6] = ["1", "t", "true", "on", "y", "yes"];
const FALSE: [&str; 6] = ["0", "f", "false", "off", "n", "no"];

impl ScalarType for BooleanType {
    #[inline]
    fn read<'v>(
        &self,
        scalar: Scalar<'v>,
        _: Soft,
        host: &dyn Host,
        to: To<'_, 'v>,
    ) -> Result<Form, Box<Failure>> {
        let value = match scalar {
            Scalar::Boolean(value) => Some(value),
            Scalar::Integer(literal) => of_number(float::literal(literal.as_str(), host)),
            Scalar::Float(literal) => of_number(float::literal(literal, host)),
            Scalar::Number(value) => of_number(value as f64),
            Scalar::Text(text) => of_word(&text.to_str()),
            Scalar::Null | Scalar::List | Scalar::Object => None,
        };
        let Some(value) = value else { return Err(ErrorKind::Bool.into()) };
        let is_as_documented = matches!(scalar, Scalar::Boolean(_));
        put(to, || BooleanValue { value, is_as_documented });
        Ok(Form::of(is_as_documented))
    }

    fn errors(&self) -> Vec<ErrorKind> {
        vec![ErrorKind::Bool]
    }

    #[cfg(feature = "schema")]
    fn json(&self) -> (&'static str, Option<&'static str>) {
        ("boolean", None)
    }

    #[cfg(feature = "reference")]
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("true or false")
    }
}

impl Reading for BooleanValue {
    fn integer(&self) -> Option<i64> {
        Some(self.value.into())
    }

    fn is_as_documented(&self) -> bool {
        self.is_as_documented
    }

    fn write(&self, out: &mut String) {
        out.push_str(if self.value { "true" } else { "false" });
    }
}

fn of_number(number: f64) -> Option<bool> {
    [(0.0, false), (1.0, true)].into_iter().find_map(|(same, value)| (number == same).then_some(value))
}

fn of_word(word: &str) -> Option<bool> {
    let among = |words: [&str; 6]| words.iter().any(|same| word.eq_ignore_ascii_case(same));
    if among(TRUE) { Some(true) } else { among(FALSE).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;
    use crate::host::Native;
    use crate::json::Text;

    fn read(scalar: Scalar<'_>) -> Option<bool> {
        let mut value = Value::Null;
        BooleanType.read(scalar, Soft::NONE, &Native, Some(&mut value)).ok()?;
        value.integer().map(|value| value == 1)
    }

    #[test]
    fn numbers_and_words() {
        for literal in ["0", "-0", "0.0", "1", "1.0", "10e-1"] {
            assert!(read(Scalar::Float(literal)).is_some(), "{literal}");
        }
        for literal in ["2", "0.5", "NaN", "Infinity"] {
            assert_eq!(read(Scalar::Float(literal)), None, "{literal}");
        }
        for (word, value) in
            [("ON", Some(true)), ("nO", Some(false)), (" true", None), ("1.0", None), ("", None)]
        {
            assert_eq!(read(Scalar::Text(Text::plain(word))), value, "{word}");
        }
    }
}
