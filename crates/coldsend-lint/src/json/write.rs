//! Writes JSON as the API's software does: in strings, only quotes, backslashes and control characters are escaped.
//! Facts: pydantic_v1.md 1.
use super::Text;
use super::scan::plain;

/// Appends `text` to `out` as a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    // Most text has nothing to escape.
    while let Some((plain, after)) = rest.split_at_checked(plain(rest.as_bytes(), 0)) {
        out.push_str(plain);
        let mut after = after.chars();
        let Some(special) = after.next() else { break };
        escape(special, out);
        rest = after.as_str();
    }
    out.push('"');
}

/// Appends a JSON string. Lone surrogates are written as escapes.
pub(crate) fn quote_text(text: Text<'_>, out: &mut String) {
    out.push('"');
    for code_point in text.code_points() {
        match char::from_u32(code_point) {
            Some(c) => escape(c, out),
            None => surrogate(code_point, out),
        }
    }
    out.push('"');
}

/// Appends the escape of a lone surrogate.
pub(crate) fn surrogate(code_point: u32, out: &mut String) {
    out.push_str("\\u");
    out.extend((0..4).rev().filter_map(|place| char::from_digit(code_point >> (4 * place) & 15, 16)));
}

/// Appends a character of a JSON string, escaped if necessary.
pub(crate) fn escape(c: char, out: &mut String) {
    let short = match c {
        '"' | '\\' => c,
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        control if control < ' ' => {
            let digit = |bits: u32| char::from_digit(bits, 16).unwrap_or('0');
            out.push_str("\\u00");
            out.push(digit(u32::from(c) >> 4));
            out.push(digit(u32::from(c) & 15));
            return;
        }
        other => return out.push(other),
    };
    out.push('\\');
    out.push(short);
}

/// Returns a number as text. Does not use the formatting of the standard library, which a browser would have to load.
pub fn number(number: i64) -> String {
    let digits = digits(number.unsigned_abs());
    if number < 0 { ["-", &digits].concat() } else { digits }
}

/// Returns a nonnegative number as text.
pub(crate) fn digits(mut number: u64) -> String {
    let mut text = String::new();
    while number > 9 {
        text.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
    }
    text.insert(0, char::from(b'0' + number as u8));
    text
}

/// Returns the hexadecimal digits of a number, at least so many.
pub(crate) fn hexadecimal(number: u32, least: usize) -> String {
    let length = (8 - number.leading_zeros() as usize / 4).max(least);
    let digit = |place: usize| {
        char::from_digit(number >> (4 * place) & 0xF, 16).map(|digit| digit.to_ascii_uppercase())
    };
    (0..length).rev().filter_map(digit).collect()
}

/// Appends `parts` between `open` and `close`, with commas between them.
pub fn list<T>(
    out: &mut String,
    [open, close]: [char; 2],
    parts: impl IntoIterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(part, out);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_as_the_standard_library_writes_them() {
        for number in [0, 7, 10, -1, 1_000_000, i64::MAX, i64::MIN] {
            assert_eq!(super::number(number), number.to_string());
        }
        assert_eq!(super::digits(u64::MAX), u64::MAX.to_string());
    }

    #[test]
    fn written_as_serde_json_writes_it() {
        let text: String = ('\0'..'\u{180}').chain(['\u{2028}', '😀']).collect();
        let mut out = String::new();
        super::quote(&text, &mut out);
        assert_eq!(out, serde_json::to_string(&text).unwrap());
    }
}
