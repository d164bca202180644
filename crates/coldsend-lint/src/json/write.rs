//! Text as the API's stack writes it: everything as it is but for quotes, backslashes and control
//! characters. Facts: pydantic_v1.md 1.

/// Appends a JSON string.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                out.push_str("\\u00");
                out.extend(
                    [u32::from(c) >> 4, u32::from(c) & 15]
                        .map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
            }
            other => out.push(other),
        }
    }
    out.push('"');
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
