//! Formats JSON as in the documentation: indented by two spaces, with lists of scalars on one line.
use crate::excerpt::text;

/// The maximum number of characters of a string to show.
const MAX_STRING: usize = 1000;

/// Formats JSON that contains no whitespace between tokens.
pub(crate) fn layout(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    // For each open list or object, whether its items are on separate lines.
    let mut open: Vec<bool> = Vec::new();
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => string(&mut chars, &mut out),
            '[' | '{' => {
                out.push(c);
                let close = if c == '[' { ']' } else { '}' };
                let next = chars.peek().copied();
                open.push(next != Some(close) && (c == '{' || next == Some('{')));
                line(&open, open.len(), &mut out);
            }
            ']' | '}' => {
                line(&open, open.len().saturating_sub(1), &mut out);
                open.pop();
                out.push(c);
            }
            ',' => {
                out.push(c);
                match open.last() {
                    Some(true) => line(&open, open.len(), &mut out),
                    _ => out.push(' '),
                }
            }
            ':' => out.push_str(": "),
            _ => out.push(c),
        }
    }
    out
}

/// Begins a new line if the items of the innermost list or object are on separate lines.
fn line(open: &[bool], depth: usize, out: &mut String) {
    if open.last() == Some(&true) {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    }
}

/// Copies the rest of a string. Escapes are kept; a string that is too long is truncated.
fn string(chars: &mut impl Iterator<Item = char>, out: &mut String) {
    out.push('"');
    let mut copied = 0;
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        copied += 1;
        match (c, escaped) {
            ('"', _) => break,
            _ if copied == MAX_STRING => out.push('…'),
            _ if copied > MAX_STRING => {}
            (_, None) if text::is_unsafe(c) => text::escape(c, out),
            _ => out.extend([Some(c), escaped].into_iter().flatten()),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_documentation_prints_it() {
        let json = r#"{"detail":[{"loc":["body","a, \"b\"",0],"msg":"x: {y}","type":"t"},{"loc":["body"],"ctx":{"limit_value":8,"enum_values":["A","B"]}}]}"#;
        let expected = r#"{
  "detail": [
    {
      "loc": ["body", "a, \"b\"", 0],
      "msg": "x: {y}",
      "type": "t"
    },
    {
      "loc": ["body"],
      "ctx": {
        "limit_value": 8,
        "enum_values": ["A", "B"]
      }
    }
  ]
}"#;
        assert_eq!(layout(json), expected);
        assert_eq!(layout(r#"{"detail":"x"}"#), "{\n  \"detail\": \"x\"\n}");
        assert_eq!(layout(r#"{"a":[],"b":{}}"#), "{\n  \"a\": [],\n  \"b\": {}\n}");
    }

    #[test]
    fn keys_of_the_sender_are_safe_to_look_at() {
        assert_eq!(layout("[\"\u{202e}\\n\"]"), "[\"\\u202e\\n\"]");
        let long = format!("[\"{}\",1]", "a".repeat(100_000));
        assert_eq!(layout(&long), format!("[\"{}…\", 1]", "a".repeat(MAX_STRING - 1)));
    }
}
