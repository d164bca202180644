//! `explain`: explains an answer from the API.
use crate::args::{Explain, ExplainFormat};
use crate::excerpt::text;
use crate::exit::Exit;
use crate::input::reason;
use crate::output;
use crate::render::{MAX_FINDINGS, write_json};
use coldsend_lint::answers::{Answer, AnswerKind, Found, MAX_BYTES, Retry, STATUSES, redact_text};
use coldsend_lint::output::Explanation;
use coldsend_lint::{Backoff, ErrorItem, LocItem, catalogue};
use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// The maximum number of characters of a value to show.
const MAX_VALUE: usize = 300;
/// The maximum number of other answers to name.
const MAX_OTHERS: usize = 10;
/// The maximum size of the headers, in bytes.
const HEADERS: usize = 1 << 20;

pub(crate) fn run(options: &Explain) -> io::Result<Exit> {
    let bytes = match options.file.read_at_most(MAX_BYTES + HEADERS) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Ok(output::print_error_about(&options.file.name(), &reason(&error)));
        }
    };
    let found = find(&bytes, options.status);
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
    let header = |name: &str| match (name, found.header(name)) {
        // Without a date, assume that it was just received.
        ("date", date) => {
            let date = date.filter(|date| httpdate::parse_http_date(date).is_ok());
            Some(date.map_or_else(now, str::to_owned))
        }
        (_, value) => value.map(str::to_owned),
    };
    let answer = found.answer.clone().map(|answer| answer.with_headers(header));
    found.answer = answer;
    found
}

/// Returns the current time in the format of HTTP headers.
fn now() -> String {
    httpdate::fmt_http_date(SystemTime::now().max(UNIX_EPOCH))
}

fn human(found: &Found, out: &mut impl Write) -> io::Result<()> {
    let Some(answer) = &found.answer else { return Ok(()) };
    let info = answer.kind().info();
    match answer.status() {
        Some(status) => {
            let name = STATUSES.iter().find(|known| known.code == status).map_or("", |known| known.name);
            writeln!(out, "{}: {}", info.id, format!("{status} {name}").trim_end())?;
        }
        None => writeln!(out, "{}", info.id)?,
    }
    if let Some(expected) = answer.status_expected() {
        let known = if info.statuses.is_empty() { "expected" } else { "documented" };
        writeln!(out, "  note: the {known} status is {expected}")?;
    }
    writeln!(out, "  what happened: {}", info.cause)?;
    details(answer, out)?;
    if let Some(hint) = found.hint {
        writeln!(out, "  note: {hint}")?;
    }
    writeln!(out, "  what to do: {}", info.fix)?;
    let again = match answer.retry() {
        Retry::Never => "no".to_owned(),
        Retry::AfterFix => "after the fix".to_owned(),
        Retry::After { seconds } => format!("in {seconds} seconds"),
        Retry::Backoff => format!("after {} seconds", waits(Backoff::from(answer))),
    };
    writeln!(out, "  retry: {again}")?;
    match found.others.len() {
        0 => Ok(()),
        _ => writeln!(out, "  other answers before it: {}", others(&found.others)),
    }
}

/// Lists answers, such as `401 invalid-api-key, 429 rate-limited`.
fn others(answers: &[Answer]) -> String {
    let name = |answer: &Answer| {
        let id = answer.kind().info().id;
        answer.status().map_or_else(|| id.to_owned(), |status| format!("{status} {id}"))
    };
    let mut names: Vec<String> = answers.iter().take(MAX_OTHERS).map(name).collect();
    if let Some(more) = answers.len().checked_sub(MAX_OTHERS + 1) {
        names.push(format!("and {} more", more + 1));
    }
    names.join(", ")
}

/// Formats waits in seconds, such as `1, 2, 4, 8, then 16`.
fn waits(waits: Backoff) -> String {
    let mut waits: Vec<_> = waits.map(|wait| wait.as_secs().to_string()).collect();
    let last = waits.pop().unwrap_or_default();
    format!("{}, then {last}", waits.join(", "))
}

/// Writes the details of an answer.
fn details(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let mut line = |name: &str, value: &str| writeln!(out, "  {name}: {}", shown(value));
    match answer.kind() {
        AnswerKind::InsufficientScopes { required, granted } => {
            line("required", &required.join(", "))?;
            granted.as_ref().map_or(Ok(()), |granted| line("granted", &granted.join(", ")))
        }
        AnswerKind::LaunchRequirements { missing } if missing.is_empty() => {
            line("missing", "the answer does not say")
        }
        AnswerKind::LaunchRequirements { missing } => line("missing", &missing.join(", ")),
        AnswerKind::CampaignNotFound { campaign_id } => line("campaign", campaign_id),
        AnswerKind::DistributionSum { got } => line("sum", &format!("{got}%")),
        AnswerKind::Validation(items) => {
            for item in items.iter().take(MAX_FINDINGS) {
                let rules = catalogue::rules_for_item(item).join(" or ");
                let rules = if rules.is_empty() { rules } else { format!(" [{rules}]") };
                writeln!(out, "  at {}: {}{rules}", shown(&place(item)), cut(&item.redacted_msg()))?;
            }
            match items.len().checked_sub(MAX_FINDINGS) {
                None | Some(0) => Ok(()),
                Some(more) => writeln!(out, "  and: {more} more"),
            }
        }
        // The result of a successful request explains nothing.
        AnswerKind::Success => Ok(()),
        _ => match (answer.received_shape(), answer.detail()) {
            (None, _) => Ok(()),
            (_, Some(detail)) => {
                let detail = detail.split_whitespace().collect::<Vec<_>>().join(" ");
                writeln!(out, "  text: {}", cut(&detail))
            }
            (Some(shape), None) => writeln!(out, "  body: {shape}"),
        },
    }
}

/// Returns text from a server on one line, with secrets masked. Long text is truncated.
fn shown(sent: &str) -> String {
    cut(&redact_text(sent))
}

/// Returns text on one line, truncated if it is long.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_VALUE).and_then(|(end, _)| text.get(..end)) {
        Some(cut) => format!("{}…", text::line(cut)),
        None => text::line(text).into_owned(),
    }
}

/// Formats a location, such as `body.variants[0].name`.
fn place(item: &ErrorItem) -> String {
    let mut place = String::new();
    for step in &item.loc {
        match step {
            LocItem::Index(index) => place.push_str(&format!("[{index}]")),
            LocItem::Key(key) => {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(&text::line(key));
            }
            LocItem::Number(key) => place.push_str(&format!(".{}", text::line(key))),
            LocItem::Bool(key) => place.push_str(&format!(".{key}")),
            _ => {}
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let planted =
            ["zz_keysecret", "COOKIEsecret", "tokTOK", "dXNlcjpodW50ZXJUV08", "abcdef1234567890abcdef"];
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
        assert!((5_000..10_000).contains(&found) && statuses > 3_000, "{found} {statuses}");
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
        assert!(pastes.len() > 800);
    }
}
