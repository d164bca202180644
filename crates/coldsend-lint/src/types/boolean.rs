//! True and false, the numbers 0 and 1 in any notation, and twelve words in any letter case.
//! Facts: pydantic_v1.md 2.4.
use crate::error::ErrorKind;
use crate::host::Host;
use crate::json::Scalar;
use crate::python::float;

const TRUE: [&str; 6] = ["1", "t", "true", "on", "y", "yes"];
const FALSE: [&str; 6] = ["0", "f", "false", "off", "n", "no"];

pub(super) fn read(value: Scalar<'_>, host: &dyn Host) -> Result<bool, ErrorKind> {
    match value {
        Scalar::Boolean(value) => Some(value),
        Scalar::Integer(literal) | Scalar::Float(literal) => of_number(float::literal(literal, host)),
        Scalar::Number(value) => of_number(value as f64),
        Scalar::Text(text) => of_word(&text.to_str()),
        Scalar::Null | Scalar::List | Scalar::Object => None,
    }
    .ok_or(ErrorKind::Bool)
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
    use super::*;
    use crate::host::Native;
    use crate::json::Text;

    #[test]
    fn numbers_and_words() {
        for literal in ["0", "-0", "0.0", "1", "1.0", "10e-1"] {
            assert!(read(Scalar::Float(literal), &Native).is_ok(), "{literal}");
        }
        for literal in ["2", "0.5", "NaN", "Infinity"] {
            assert_eq!(read(Scalar::Float(literal), &Native), Err(ErrorKind::Bool), "{literal}");
        }
        for (word, value) in
            [("ON", Some(true)), ("nO", Some(false)), (" true", None), ("1.0", None), ("", None)]
        {
            assert_eq!(read(Scalar::Text(Text::plain(word)), &Native).ok(), value, "{word}");
        }
    }
}
