//! Quotes around cells.

/// Appends the content of a cell that begins with a quote. What follows the closing quote is content as it is.
pub(super) fn unescape(cell: &[u8], out: &mut Vec<u8>) {
    let mut rest = cell.get(1..).unwrap_or_default();
    while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
        out.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        let Some(after) = rest.strip_prefix(b"\"") else { break };
        out.push(b'"');
        rest = after;
    }
    out.extend_from_slice(rest);
}

/// Appends a cell, with quotes if it needs them.
pub(super) fn write(cell: &[u8], delimiter: u8, out: &mut Vec<u8>) {
    let is_special = |byte: &u8| matches!(*byte, b'"' | b'\r' | b'\n') || *byte == delimiter;
    if !cell.iter().any(is_special) {
        return out.extend_from_slice(cell);
    }
    out.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_unescaped() {
        for (cell, content) in [
            ("\"a\"\"b\"", "a\"b"),
            ("\"\"\"\"", "\""),
            ("\"a\" b", "a b"),
            ("\"a\"b\"\"c", "ab\"\"c"),
            ("\"a\"\"", "a\""),
            ("\"a", "a"),
            ("\"", ""),
        ] {
            let mut out = Vec::new();
            unescape(cell.as_bytes(), &mut out);
            assert_eq!(out, content.as_bytes(), "{cell}");
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let written = |cell: &str| {
            let mut out = Vec::new();
            write(cell.as_bytes(), b';', &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(["a,b", "a;b", "a\"b", "a\nb"].map(written), ["a,b", "\"a;b\"", "\"a\"\"b\"", "\"a\nb\""]);
    }
}
