//! `explain`: explains an answer from the API.
mod human;

use crate::args::{Explain, ExplainFormat};
use crate::exit::Exit;
use crate::input::http;
use crate::input::reason;
use crate::output;
use crate::render::write_json;
use coldsend_lint::answers::{Answer, MAX_BYTES};
use coldsend_lint::output::Explanation;
use human::human;
use std::borrow::Cow;
use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// The maximum size of the headers, in bytes.
const HEADERS: usize = 1 << 20;

pub(crate) fn run(options: &Explain) -> io::Result<Exit> {
    let bytes = match options.file.read_at_most(MAX_BYTES + HEADERS) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Ok(output::print_error_about(&options.file.name(), &reason(&error)));
        }
    };
    let answer = answer(&bytes, options.status);
    match options.format {
        ExplainFormat::Json => {
            let mut out = output::plain();
            write_json(&mut out, &Explanation::from(&answer))?;
            out.write_all(b"\n")?;
            out.flush()?;
        }
        ExplainFormat::Human => {
            let mut out = output::styled();
            human(&answer, &mut out)?;
            out.flush()?;
        }
    }
    Ok(Exit::Accepted)
}

/// Reads an answer, with or without headers.
fn answer(text: &[u8], status: Option<u16>) -> Answer {
    let text = http::unsaved(text);
    let response = http::read(&text);
    let is_date = |value: &Cow<str>| httpdate::parse_http_date(value).is_ok();
    Answer::parse(status.or(response.status), response.body).with_headers(|name| match name {
        // Without a date, assume that it was just received.
        "date" => response.header(name).filter(is_date).or_else(|| Some(now().into())),
        _ => response.header(name),
    })
}

/// Returns the current time in the format of HTTP headers.
fn now() -> String {
    httpdate::fmt_http_date(SystemTime::now().max(UNIX_EPOCH))
}

#[cfg(test)]
mod tests {
    use super::human::MAX_VALUE;
    use super::*;
    use crate::excerpt::text;
    use coldsend_lint_tests::mutated_answers;
    use serde_json::Value;

    #[test]
    fn mutated_answers_are_explained() {
        let mut details = 0;
        for (status, body) in mutated_answers(10_000) {
            let head = status.map_or_else(String::new, |status| format!("HTTP/2 {status}\r\n\r\n"));
            let answer = answer(&[head.as_bytes(), &body].concat(), None);
            let mut out = Vec::new();
            human(&answer, &mut out).unwrap();
            let printed = String::from_utf8(out).unwrap();
            let mut lines = printed.split_terminator('\n');
            assert!(lines.next().is_some_and(|line| line.starts_with(answer.kind().info().id)), "{printed}");
            for line in lines.clone() {
                assert!(line.starts_with("  ") && line.contains(": "), "{printed}");
                assert!(line.chars().count() < 3 * MAX_VALUE && !line.contains(text::is_unsafe), "{printed}");
            }
            assert!(lines.next_back().is_some_and(|line| line.starts_with("  retry: ")), "{printed}");
            let mut out = Vec::new();
            write_json(&mut out, &Explanation::from(&answer)).unwrap();
            let data: Value = serde_json::from_slice(&out).unwrap();
            assert_eq!(data["status"], serde_json::to_value(answer.status()).unwrap());
            details += usize::from(!data["detail"].is_null());
        }
        assert!((1_000..9_000).contains(&details), "{details}");
    }
}
