//! A documented message without the JSON around it, as programs print it.
use super::notation::floor;
use crate::answers::Answer;
use crate::answers::words::is_status_name;
use crate::json::quote;

/// The lengths of a message, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=300;
/// The number of lines at the end of a text that are read.
const MAX_LINES: usize = 1000;
/// The number of bytes at the beginning of a line that are read.
const MAX_LINE: usize = 500;
/// What may stand after a message.
const AFTER: [char; 8] = ['"', '\'', '`', '\\', '<', '(', ',', '|'];

/// Returns the body with the last documented message in a text.
pub(super) fn body(text: &str) -> Option<String> {
    text.lines().rev().take(MAX_LINES).find_map(of_line)
}

/// Returns the body of the message in a line. Every message begins with a capital letter.
fn of_line(line: &str) -> Option<String> {
    let line = line.get(..floor(line, MAX_LINE))?.trim();
    let mut is_inside = false;
    line.char_indices().find_map(|(at, c)| {
        let is_start = !std::mem::replace(&mut is_inside, c.is_alphanumeric()) && c.is_ascii_uppercase();
        let message = line.get(at..).filter(|_| is_start)?;
        let quoted = message.find(AFTER).and_then(|end| message.get(..end));
        known(message).or_else(|| known(quoted?.trim_end()))
    })
}

/// Returns the body of a message, if that is documented.
fn known(message: &str) -> Option<String> {
    // The name of a status says no more than the status.
    if !LENGTHS.contains(&message.len()) || is_status_name(message) {
        return None;
    }
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
            "[429] Rate limit exceeded. Retry after 60 seconds.",
            "  string(44) \"Rate limit exceeded. Retry after 60 seconds.\"",
            "<p>Rate limit exceeded. Retry after 60 seconds.</p>",
            "Rate limit exceeded. Retry after 60 seconds. (429)",
        ] {
            assert_eq!(body(text).as_deref(), Some(limit), "{text}");
        }
        for text in [
            "",
            "hunter2",
            "Retry after 60 seconds.",
            "xRate limit exceeded. Retry after 60 seconds.",
            "500 Internal Server Error",
        ] {
            assert_eq!(body(text), None, "{text}");
        }
    }
}
