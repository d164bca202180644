//! A documented message without the JSON around it, as programs print it.
use crate::answers::Answer;
use crate::json::quote;

/// The lengths of a line that can be a message, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=300;
/// The number of lines at the end of a text that are read.
const MAX_LINES: usize = 1000;
/// The number of names before a message, as in `ApiError: detail: …`.
const MAX_NAMES: usize = 3;

/// Returns the body with the last documented message in a text.
pub(super) fn body(text: &str) -> Option<String> {
    text.lines().rev().take(MAX_LINES).find_map(of_line)
}

fn of_line(line: &str) -> Option<String> {
    let mut rest = line.trim();
    if !LENGTHS.contains(&rest.len()) {
        return None;
    }
    for _ in 0..=MAX_NAMES {
        if let Some(body) = known(rest.trim_matches(['"', '\'', ',', '`'])) {
            return Some(body);
        }
        rest = rest.split_once(": ")?.1.trim_start();
    }
    None
}

/// Returns the body of a message, if that is documented.
fn known(message: &str) -> Option<String> {
    let mut body = "{\"detail\":".to_owned();
    quote(message, &mut body);
    body.push('}');
    Answer::parse(None, &body).received().is_empty().then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_messages_are_found() {
        let limit = "{\"detail\":\"Rate limit exceeded. Retry after 60 seconds.\"}";
        for text in [
            "Rate limit exceeded. Retry after 60 seconds.",
            "x\n  detail: \"Rate limit exceeded. Retry after 60 seconds.\",\ny",
            "ApiError: Error: 429: Rate limit exceeded. Retry after 60 seconds.",
        ] {
            assert_eq!(body(text).as_deref(), Some(limit), "{text}");
        }
        for text in ["", "hunter2", "Retry after 60 seconds.", "a: b: c: d: e: f: Invalid or revoked API key"]
        {
            assert_eq!(body(text), None, "{text}");
        }
    }
}
