//! `explain`: explains an answer from the API.
mod human;
mod unpack;

use crate::args::{Explain, ExplainFormat};
use crate::exit::Exit;
use crate::input::reason;
use crate::output;
use crate::render::write_json;
use coldsend_lint::answers::{Answer, Found, MAX_BYTES};
use coldsend_lint::output::Explanation;
use human::human;
use std::io::{self, ErrorKind, Write};
use std::time::{SystemTime, UNIX_EPOCH};
use unpack::unpack;

/// The maximum size of the headers and of what else stands around an answer, in bytes.
const AROUND: usize = 1 << 20;

pub(crate) fn run(options: &Explain) -> io::Result<Exit> {
    let bytes = match options.file.read_at_most((MAX_BYTES + AROUND) as u64) {
        Ok(bytes) => bytes,
        Err(error) => {
            let more = match error.kind() {
                ErrorKind::FileTooLarge => ": save only the part with the answer",
                _ => "",
            };
            let reason = reason(&error) + more;
            return Ok(output::print_error_about(&options.file.name(), &reason));
        }
    };
    let found = find(&unpack(&bytes, MAX_BYTES), options.status);
    if options.format == ExplainFormat::Json {
        let mut out = output::plain();
        write_json(&mut out, &Explanation::from(&found))?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    if let Some(reason) = found.reason {
        return Ok(output::print_error_about(&options.file.name(), &reason.to_string()));
    }
    if options.format == ExplainFormat::Human {
        let mut out = output::styled();
        human(&found, &mut out)?;
        out.flush()?;
    }
    Ok(Exit::Accepted)
}

/// Finds the answer in a text, with the wait in its headers.
fn find(text: &[u8], status: Option<u16>) -> Found {
    let mut found = Answer::find(status, text);
    let answer = found.answer.take();
    let header = |name: &str| match (name, found.header(name)) {
        // Without a date, assume that it was just received.
        ("date", date) => {
            let date = date.filter(|date| httpdate::parse_http_date(date).is_ok());
            Some(date.map_or_else(now, str::to_owned))
        }
        (_, value) => value.map(str::to_owned),
    };
    found.answer = answer.map(|answer| answer.with_headers(header));
    found
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
    use coldsend_lint_tests::{SECRET, mutated_answers, mutated_transcripts, planted_pastes};
    use serde_json::Value;

    #[test]
    fn mutated_answers_are_explained() {
        let (mut details, mut nothing) = (0, 0);
        for (status, body) in mutated_answers(10_000) {
            let head = status.map_or_else(String::new, |status| format!("HTTP/2 {status}\r\n\r\n"));
            let found = find(&[head.as_bytes(), &body].concat(), None);
            let mut out = Vec::new();
            human(&found, &mut out).unwrap();
            let printed = String::from_utf8(out).unwrap();
            let mut out = Vec::new();
            write_json(&mut out, &Explanation::from(&found)).unwrap();
            let data: Value = serde_json::from_slice(&out).unwrap();
            let Some(answer) = &found.answer else {
                assert!(printed.is_empty() && data["id"].is_null() && found.reason.is_some());
                nothing += 1;
                continue;
            };
            let mut lines = printed.split_terminator('\n');
            assert!(lines.next().is_some_and(|line| line.starts_with(answer.kind().info().id)), "{printed}");
            for line in lines.clone() {
                assert!(line.starts_with("  ") && line.contains(": "), "{printed}");
                assert!(line.chars().count() < 3 * MAX_VALUE && !line.contains(text::is_unsafe), "{printed}");
            }
            assert!(lines.any(|line| line.starts_with("  retry: ")), "{printed}");
            assert_eq!(data["status"], serde_json::to_value(answer.status()).unwrap());
            details += usize::from(!data["detail"].is_null());
        }
        assert!((1_000..9_000).contains(&details) && (1..5_000).contains(&nothing), "{details} {nothing}");
    }

    #[test]
    fn mutated_transcripts_show_no_secret() {
        // Those in `detail` have names that a mutation can spoil: another test has these.
        let planted = [
            "zz_keysecret",
            "COOKIEsecret",
            "tokTOK",
            "dXNlcjpodW50ZXJUV08",
            "abcdef1234567890abcdef",
            "s3cr3tCookie",
        ];
        let (mut found, mut statuses) = (0, 0);
        for text in mutated_transcripts(10_000).unwrap() {
            let result = find(&text, None);
            let mut out = Vec::new();
            human(&result, &mut out).unwrap();
            write_json(&mut out, &Explanation::from(&result)).unwrap();
            let printed = String::from_utf8(out).unwrap() + &format!("{result:?}");
            let shown = planted.iter().find(|planted| printed.contains(**planted));
            assert_eq!(shown, None, "{printed}\n{}", text.escape_ascii());
            found += usize::from(result.answer.is_some());
            statuses += usize::from(result.answer.is_some_and(|answer| answer.status() == Some(422)));
        }
        assert!((5_000..10_000).contains(&found) && statuses > 2_000, "{found} {statuses}");
    }

    #[test]
    fn planted_secrets_of_pastes_are_never_shown() {
        let pastes = planted_pastes();
        let mut shown = Vec::new();
        for text in &pastes {
            let result = find(text.as_bytes(), None);
            let mut out = Vec::new();
            human(&result, &mut out).unwrap();
            write_json(&mut out, &Explanation::from(&result)).unwrap();
            let printed = String::from_utf8(out).unwrap() + &format!("{result:?}");
            if printed.contains(SECRET) {
                shown.push(format!("{text}\n=> {printed}"));
            }
        }
        assert!(shown.is_empty(), "{} of {}\n{}", shown.len(), pastes.len(), shown.join("\n"));
        assert!(pastes.len() > 4_000);
    }
}
