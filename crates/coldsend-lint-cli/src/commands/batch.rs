//! `batch`: reads one request per line and writes one answer per line, with one line in memory at a time.
use super::situation::{self, Known};
use crate::args::{Batch, BatchAdvice, misused};
use crate::config::levels::Levels;
use crate::excerpt::position;
use crate::exit::Exit;
use crate::input::{self, MAX_LENGTH};
use crate::output;
use crate::render::{Checked, OperationChoice, QuerySource, record, write_json};
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use coldsend_lint::{Checker, Request, UnknownOperation};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Read, Write};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

pub(crate) fn run(options: &Batch) -> io::Result<Exit> {
    if options.file == input::Input::Stdin && options.situation == Some(input::Input::Stdin) {
        return output::print_help_or_error(&misused("standard input can be read only once"));
    }
    let levels = match Levels::of_flags(&options.allow, &options.deny) {
        Ok(levels) => levels,
        Err(message) => return output::print_help_or_error(&misused(&message)),
    };
    let known = match options.situation.as_ref().map(Known::read).transpose() {
        Ok(known) => known,
        Err(message) => return Ok(output::print_error(&message)),
    };
    let name = options.file.name();
    let unreadable = |error: io::Error| output::print_error_about(&name, &input::reason(&error));
    let mut lines = match options.file.open() {
        Ok(lines) => lines,
        Err(error) => return Ok(unreadable(error)),
    };
    let mut out = output::plain();
    let mut worst = Exit::Accepted;
    let mut check = LineCheck { options, levels, known, checker: Checker::new() };
    let (mut line, mut decoded, mut is_first) = (Vec::new(), Vec::new(), true);
    loop {
        // Flush, for programs that wait for the answer before they write the next line.
        if lines.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        match lines.by_ref().take(MAX_LENGTH).read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                out.flush()?;
                return Ok(unreadable(error));
            }
        }
        let text = match std::mem::take(&mut is_first) {
            true => position::without_mark(&line),
            false => &line,
        };
        if text.trim_ascii().is_empty() {
            continue;
        }
        let is_whole = text.ends_with(b"\n") || (line.len() as u64) < MAX_LENGTH;
        let parsed = if is_whole { Line::parse(text, &mut decoded) } else { Err(BadLine::TooLong) };
        let exit = match parsed {
            Ok((request, body)) => check.line(&request, body, &mut out)?,
            Err(bad) => {
                write_json(&mut out, &Failure { ok: None, error: bad.to_string() })?;
                Exit::CouldNotCheck
            }
        };
        out.write_all(b"\n")?;
        worst = worst.max(exit);
        if !is_whole {
            // The line may have no end.
            out.flush()?;
            lines.skip_until(b'\n')?;
        }
    }
    out.flush()?;
    Ok(worst)
}

/// The check of lines.
struct LineCheck<'o> {
    options: &'o Batch,
    levels: Levels,
    known: Option<Known>,
    checker: Checker,
}

impl LineCheck<'_> {
    fn line(&mut self, request: &Request, body: &[u8], out: &mut impl Write) -> io::Result<Exit> {
        let LineCheck { options, ref levels, ref known, ref mut checker } = *self;
        let shows_advice = options.advice == Some(BatchAdvice::On);
        // What is denied counts even where advice is not shown, unless that is asked for.
        let wants_advice = shows_advice || options.advice.is_none() && !options.deny.is_empty();
        let choice = OperationChoice::Given(request.operation());
        let (outcome, mut advice, prediction) =
            situation::check(known.as_ref(), choice, request, body, checker, wants_advice);
        advice.retain(|advice| !levels.allows(advice) && (shows_advice || levels.denies(advice)));
        let query_source = QuerySource::new(request, body);
        let checked =
            Checked { choice, outcome, advice, prediction, levels, query_source, part: None, sent: None };
        let answer = checked.explained();
        write_json(out, &record(&checked, answer.as_ref(), options.ctx, shows_advice)?)?;
        Ok(if checked.failed() { Exit::Rejected } else { Exit::Accepted })
    }
}

/// A line of input.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    operation: Cow<'l, str>,
    #[serde(borrow)]
    body: Option<&'l RawValue>,
    #[serde(borrow)]
    body_base64: Option<Cow<'l, str>>,
}

/// A line that could not be checked.
#[derive(Serialize)]
struct Failure {
    ok: Option<bool>,
    error: String,
}

/// Why a line could not be checked. It never repeats the line.
#[derive(Debug, PartialEq)]
enum BadLine {
    TooLong,
    NotJson { column: usize },
    OtherJson,
    Operation(UnknownOperation),
    NoBody,
    TwoBodies,
    Base64,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadLine::TooLong => write!(f, "the line has more than {MAX_LENGTH} bytes"),
            BadLine::NotJson { column } => write!(f, "the line is not valid JSON: there is an error at byte {column}"),
            BadLine::OtherJson => f.write_str(
                "the line must be an object with a string `operation` and a `body` (a string or an object) or `body_base64` (a string), without duplicate keys",
            ),
            BadLine::Operation(unknown) => unknown.fmt(f),
            BadLine::NoBody => f.write_str("the line has neither `body` nor `body_base64`"),
            BadLine::TwoBodies => f.write_str("the line has both `body` and `body_base64`"),
            BadLine::Base64 => f.write_str("`body_base64` is not base64"),
        }
    }
}

impl<'l> Line<'l> {
    /// Parses a line. Returns the request and its body, which is stored in `decoded` if it is not in the line as is.
    fn parse(line: &'l [u8], decoded: &'l mut Vec<u8>) -> Result<(Request, &'l [u8]), BadLine> {
        let line = line.trim_ascii();
        let data = |error: serde_json::Error| match error.classify() {
            serde_json::error::Category::Data => BadLine::OtherJson,
            _ => BadLine::NotJson { column: error.column() },
        };
        let fields: Line = serde_json::from_slice(line).map_err(data)?;
        // Serde would read a list as the fields in their order.
        if !line.starts_with(b"{") {
            return Err(BadLine::OtherJson);
        }
        let request: Request = fields.operation.parse().map_err(BadLine::Operation)?;
        decoded.clear();
        match (fields.body.map(RawValue::get), fields.body_base64) {
            (Some(object), None) if object.starts_with('{') => return Ok((request, object.as_bytes())),
            (Some(text), None) => match serde_json::from_str(text).map_err(|_| BadLine::OtherJson)? {
                Cow::Borrowed(text) => return Ok((request, str::as_bytes(text))),
                Cow::Owned(text) => *decoded = text.into_bytes(),
            },
            (None, Some(body)) => BASE64.decode_vec(&*body, decoded).map_err(|_| BadLine::Base64)?,
            (None, None) if request.operation().body().is_none() => {}
            (None, None) => return Err(BadLine::NoBody),
            (Some(_), Some(_)) => return Err(BadLine::TwoBodies),
        }
        Ok((request, decoded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(text: &str) -> UnknownOperation {
        text.parse::<Request>().unwrap_err()
    }

    #[test]
    fn lines_are_read_or_refused() {
        let parse = |line: &str| {
            Line::parse(line.as_bytes(), &mut Vec::new())
                .map(|(request, body)| format!("{} {}", request.operation(), String::from_utf8_lossy(body)))
        };
        let lead = |body: &str| Ok(format!("add_lead {body}"));
        assert_eq!(parse(r#"{"operation": "add_lead", "body": "{}"}"#), lead("{}"));
        assert_eq!(
            parse("{\"operation\": \"add\\u005flead\", \"body\": \"\\\"é\", \"id\": 1}\r\n"),
            lead("\"é")
        );
        assert_eq!(parse(r#"{"operation": "add_lead", "body_base64": "e30="}"#), lead("{}"));
        assert_eq!(parse(r#"{"operation": "add_lead", "body_base64": "e30"}"#), lead("{}"));
        assert_eq!(parse(r#"{"operation": "add_lead", "body": ""}"#), lead(""));
        let object = r#"{"operation": "add_lead", "body": { "email" : 1.50, "email":2 } }"#;
        assert_eq!(parse(object), lead(r#"{ "email" : 1.50, "email":2 }"#));
        assert_eq!(parse(r#"{"operation": "get_lead"}"#), Ok("get_lead ".to_owned()));
        assert_eq!(parse(r#"{"operation": "list_domains"}"#), Ok("list_domains ".to_owned()));
        for (line, error) in [
            ("{", BadLine::NotJson { column: 1 }),
            ("{\n", BadLine::NotJson { column: 1 }),
            ("{\"operation\": \"hunter2}", BadLine::NotJson { column: 23 }),
            ("5", BadLine::OtherJson),
            (r#"{"operation": {"hunter2": 5}}"#, BadLine::OtherJson),
            (r#"{"body": "x"}"#, BadLine::OtherJson),
            (r#"{"operation": "add_lead", "body": "1", "body": "2"}"#, BadLine::OtherJson),
            (r#"{"operation": "add_lead", "body": ["hunter2"]}"#, BadLine::OtherJson),
            (r#"["add_lead", "hunter2", null]"#, BadLine::OtherJson),
            (r#"{"operation": "hunter2", "body": "x"}"#, BadLine::Operation(unknown("hunter2"))),
            (
                r#"{"operation": "GET /campaing?hunter2", "body": "x"}"#,
                BadLine::Operation(unknown("GET /campaing?hunter2")),
            ),
            (r#"{"operation": "add_lead"}"#, BadLine::NoBody),
            (r#"{"operation": "add_lead", "body": null}"#, BadLine::NoBody),
            (r#"{"operation": "add_lead", "body": "", "body_base64": ""}"#, BadLine::TwoBodies),
            (r#"{"operation": "add_lead", "body_base64": "hunter2!"}"#, BadLine::Base64),
        ] {
            assert!(!error.to_string().contains("hunter2"));
            assert_eq!(parse(line), Err(error), "{line}");
        }
    }
}
