//! Text as the API's stack writes it: everything as it is but for quotes, backslashes and control
//! characters. Facts: pydantic_v1.md 1.

/// Appends a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    text.chars().for_each(|c| escape(c, out));
    out.push('"');
}

/// Appends a character of a JSON string.
pub(crate) fn escape(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        control if control < ' ' => {
            let digit = |bits: u32| char::from_digit(bits, 16).unwrap_or('0');
            out.push_str("\\u00");
            out.push(digit(u32::from(c) >> 4));
            out.push(digit(u32::from(c) & 15));
        }
        other => out.push(other),
    }
}

/// Appends parts, with commas between them, in brackets or braces.
pub(crate) fn list<T>(
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
    fn written_as_serde_json_writes_it() {
        let text: String = ('\0'..'\u{180}').chain(['\u{2028}', '😀']).collect();
        let mut out = String::new();
        super::quote(&text, &mut out);
        assert_eq!(out, serde_json::to_string(&text).unwrap());
    }
}
