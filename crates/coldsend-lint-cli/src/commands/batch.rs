//! `batch`: reads one request per line and writes one answer per line, with one line in memory at a time.
use crate::args::{Batch, BatchAdvice};
use crate::exit::Exit;
use crate::input;
use crate::output;
use crate::render::{QuerySource, places, write_json};
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use coldsend_lint::output::Record;
use coldsend_lint::{Checker, Rejection, Request, UnknownOperation};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Write};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

pub(crate) fn run(options: &Batch) -> io::Result<Exit> {
    let name = options.file.name();
    let unreadable = |error: io::Error| output::print_error_about(&name, &input::reason(&error));
    let mut lines = match options.file.open() {
        Ok(lines) => lines,
        Err(error) => return Ok(unreadable(error)),
    };
    let mut out = output::plain();
    let mut worst = Exit::Accepted;
    let (mut checker, mut line, mut decoded) = (Checker::new(), Vec::new(), Vec::new());
    loop {
        // Flush, for programs that wait for the answer before they write the next line.
        if lines.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        match lines.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                out.flush()?;
                return Ok(unreadable(error));
            }
        }
        let exit = match Line::parse(&line, &mut decoded) {
            Ok((request, body)) => answer(options, &request, body, &mut checker, &mut out)?,
            Err(bad) => {
                write_json(&mut out, &Failure { ok: None, error: bad.to_string() })?;
                Exit::CouldNotCheck
            }
        };
        out.write_all(b"\n")?;
        worst = worst.max(exit);
    }
    out.flush()?;
    Ok(worst)
}

fn answer(
    options: &Batch,
    request: &Request,
    body: &[u8],
    checker: &mut Checker,
    out: &mut impl Write,
) -> io::Result<Exit> {
    let outcome = checker.check(request, body);
    let advice = if options.advice == BatchAdvice::On { outcome.advice() } else { Vec::new() };
    let errors = outcome.rejection.as_ref().map(Rejection::findings).unwrap_or_default();
    let place = places(&outcome, errors.iter().chain(&advice), QuerySource::new(request, body), 0);
    let record = Record::new(&outcome, options.ctx, &place)?;
    match options.advice {
        BatchAdvice::Off => write_json(out, &record)?,
        BatchAdvice::On => write_json(out, &record.with_advice(&advice, &place))?,
    }
    Ok(if outcome.is_accepted() { Exit::Accepted } else { Exit::Rejected })
}

/// A line of input.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    operation: Cow<'l, str>,
    #[serde(borrow)]
    body: Option<Cow<'l, str>>,
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
    Empty,
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
            BadLine::Empty => f.write_str("the line is empty"),
            BadLine::NotJson { column } => write!(f, "the line is not valid JSON: there is an error at byte {column}"),
            BadLine::OtherJson => f.write_str(
                "the line must be an object with a string `operation` and a string `body` or `body_base64`, without duplicate keys",
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
        if line.trim_ascii().is_empty() {
            return Err(BadLine::Empty);
        }
        let line: Line =
            serde_json::from_slice(line.trim_ascii_end()).map_err(|error| match error.classify() {
                serde_json::error::Category::Data => BadLine::OtherJson,
                _ => BadLine::NotJson { column: error.column() },
            })?;
        let request: Request = line.operation.parse().map_err(BadLine::Operation)?;
        decoded.clear();
        match (line.body, line.body_base64) {
            (Some(Cow::Borrowed(body)), None) => return Ok((request, body.as_bytes())),
            (Some(Cow::Owned(body)), None) => *decoded = body.into_bytes(),
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
        assert_eq!(parse(r#"{"operation": "get_lead"}"#), Ok("get_lead ".to_owned()));
        assert_eq!(parse(r#"{"operation": "list_domains"}"#), Ok("list_domains ".to_owned()));
        for (line, error) in [
            (" \r\n", BadLine::Empty),
            ("{", BadLine::NotJson { column: 1 }),
            ("{\n", BadLine::NotJson { column: 1 }),
            ("{\"operation\": \"hunter2}", BadLine::NotJson { column: 23 }),
            ("5", BadLine::OtherJson),
            (r#"{"operation": {"hunter2": 5}}"#, BadLine::OtherJson),
            (r#"{"body": "x"}"#, BadLine::OtherJson),
            (r#"{"operation": "add_lead", "body": "1", "body": "2"}"#, BadLine::OtherJson),
            (r#"{"operation": "add_lead", "body": {"hunter2": 5}}"#, BadLine::OtherJson),
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
