//! What a text is instead of a request, and what to do.
use crate::json::digits;
use std::borrow::Cow;
use std::fmt;

/// What a text is instead of the body of a request. [`Display`](fmt::Display) says it and what to do, and repeats
/// nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotARequest {
    /// No text at all.
    Empty,
    /// A curl command.
    Curl,
    /// An HTTP request with its method and headers.
    HttpRequest,
    /// An HTTP response.
    HttpResponse,
    /// An answer of the API.
    Answer,
    /// YAML.
    Yaml,
    /// A form, such as `name=x&email=y`.
    Form,
    /// Settings as in `.env`, INI and TOML files.
    Settings,
    /// A table with separators.
    Csv,
    /// HTML, XML or RTF.
    Markup,
    /// A block of code from a Markdown text.
    Markdown,
    /// A program or another command than curl.
    Code,
    /// JSON after other text.
    Prose,
    /// A line for the command `batch`.
    BatchLine,
    /// A file with an unresolved merge conflict.
    MergeConflict {
        /// The line of the first marker.
        line: usize,
    },
    /// Several JSON values.
    Values,
    /// A list of requests.
    List {
        /// The number of items.
        items: usize,
    },
    /// A JSON string that contains a request.
    JsonString,
    /// A request inside an object.
    Wrapped {
        /// The key that it is under.
        key: &'static str,
    },
    /// An export of another program.
    Export {
        /// What it is.
        what: &'static str,
    },
}

const EACH: &str = "save each in a file of its own, or check all of them with `batch`";

impl NotARequest {
    /// Says what it is and what to do. The machinery of `fmt` would be large in a browser.
    pub(crate) fn message(self) -> Cow<'static, str> {
        match self {
            NotARequest::Empty => "there is no text here",
            NotARequest::Curl => {
                "this is a curl command, not JSON: save only its body, which follows -d, --data or --json"
            }
            NotARequest::HttpRequest => {
                "this is an HTTP request, not JSON: give its file the ending .http, or save only its body"
            }
            NotARequest::HttpResponse | NotARequest::Answer => {
                "this is an answer, not a request: `explain` says what it means"
            }
            NotARequest::Yaml => "this is YAML, not JSON: convert it to JSON",
            NotARequest::Form => "this is a form, not JSON: send an object such as {\"name\": \"…\"}",
            NotARequest::Settings => {
                "these are settings (as in .env, INI or TOML), not JSON: send an object such as {\"name\": \"…\"}"
            }
            NotARequest::Csv => "this is a table (CSV), not JSON: a list of leads is uploaded, and `coldsend-lint leads` checks it",
            NotARequest::Markup => "this is HTML, XML or RTF, not JSON",
            NotARequest::Markdown => "this is a block of code from Markdown: remove the lines with ```",
            NotARequest::Code => "this is a command or a program, not JSON: save only the body of the request",
            NotARequest::Prose => "there is other text before the JSON: remove it",
            NotARequest::BatchLine => "this is a line for `batch`: check it with that",
            NotARequest::MergeConflict { line } => {
                let line = digits(line as u64);
                return ["this file has an unresolved merge conflict: resolve it at line ", &line].concat().into();
            }
            NotARequest::Values => return ["these are several JSON values: ", EACH].concat().into(),
            NotARequest::List { items } => {
                let noun = if items == 1 { " item" } else { " items" };
                let what = ["this is a list of ", &digits(items as u64), noun].concat();
                return [&what, ": send one request for each; ", EACH].concat().into();
            }
            NotARequest::JsonString => {
                "this is a JSON string that contains a request: send its content; it was probably encoded twice"
            }
            NotARequest::Wrapped { key } => {
                return ["the request is wrapped in `", key, "`: send only what is in it"].concat().into();
            }
            NotARequest::Export { what } => {
                return ["this is ", what, ": save only the body of one request"].concat().into();
            }
        }
        .into()
    }
}

impl fmt::Display for NotARequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}
