//! The real server, in its own process, which answers many requests at a time.
use super::case::{Answer, Case, is_parameter};
use super::{python, script};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A reply of the server.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Answer {
        /// The answer, with `understood` as Python prints it.
        answer: Answer,
        /// Our own `understood`, as Python reads and prints it.
        ours: Option<String>,
    },
    /// The process crashed: for some texts, the compiled Pydantic writes past the end of a buffer.
    BrokeDown,
}

/// A running server.
pub(super) struct Server {
    python: PathBuf,
    process: Option<(Child, ChildStdin, BufReader<ChildStdout>)>,
}

impl Server {
    pub(super) fn new() -> Result<Self, String> {
        Ok(Server { python: python()?, process: None })
    }

    /// Sends requests, each with the values that we read from it, and returns the replies in the same order.
    pub(super) fn ask(&mut self, cases: &[(&Case, Option<&str>)]) -> Result<Vec<Reply>, String> {
        let lines: Vec<String> = cases.iter().map(|(case, understood)| line(case, *understood)).collect();
        let answers = self.exchange(&lines)?;
        answers.iter().map(|answer| answer.as_ref().map_or(Ok(Reply::BrokeDown), reply)).collect()
    }

    /// Returns the server's OpenAPI description.
    pub(super) fn openapi(&mut self) -> Result<Value, String> {
        let answers = self.exchange(&[json!({"openapi": true}).to_string()])?;
        let text = answers[0].as_ref().and_then(|answer| answer["openapi"].as_str().map(str::to_owned));
        serde_json::from_str(&text.ok_or("the oracle does not describe itself")?)
            .map_err(|error| error.to_string())
    }

    /// Returns one answer per line, or `None` if the process crashed.
    fn exchange(&mut self, lines: &[String]) -> Result<Vec<Option<Value>>, String> {
        let (mut answers, mut breakdowns) = (Vec::with_capacity(lines.len()), 0);
        while answers.len() < lines.len() {
            let (_, stdin, stdout) = match &mut self.process {
                Some(process) => process,
                None => self.process.insert(start(&self.python)?),
            };
            let rest = &lines[answers.len()..];
            std::thread::scope(|scope| {
                scope.spawn(move || {
                    // A broken pipe is noticed by the missing answers.
                    let _ = rest
                        .iter()
                        .try_for_each(|line| writeln!(stdin, "{line}"))
                        .and_then(|()| stdin.flush());
                });
                for _ in rest {
                    let mut text = String::new();
                    match stdout.read_line(&mut text) {
                        Ok(1..) => answers.push(serde_json::from_str(&text).ok()),
                        _ => break,
                    }
                }
            });
            if answers.len() < lines.len() {
                self.process = None;
                answers.push(None);
                breakdowns += 1;
                if breakdowns > lines.len() / 10 + 3 {
                    return Err("the oracle's process breaks down again and again".to_owned());
                }
            }
        }
        Ok(answers)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((mut child, stdin, _)) = self.process.take() {
            drop(stdin);
            let _ = child.wait();
        }
    }
}

fn start(python: &PathBuf) -> Result<(Child, ChildStdin, BufReader<ChildStdout>), String> {
    let mut child = Command::new(python)
        .arg(script("answer.py"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the oracle could not start: {error}"))?;
    let pipes = child.stdin.take().zip(child.stdout.take());
    let (stdin, stdout) = pipes.ok_or("the oracle has no pipes")?;
    Ok((child, stdin, BufReader::new(stdout)))
}

fn line(case: &Case, understood: Option<&str>) -> String {
    let segments = case.operation.path().split('/');
    let path: Vec<&str> =
        segments.map(|segment| if is_parameter(segment) { "{}" } else { segment }).collect();
    let query = String::from_utf8_lossy(&case.sent);
    json!({
        "method": case.operation.method(),
        "path": path.join("/"),
        "values": case.values,
        "query": (!case.has_body()).then(|| query.strip_prefix('?').unwrap_or(&query)),
        "body": case.has_body().then(|| STANDARD.encode(&case.sent)),
        "content_type": case.has_body().then_some("application/json"),
        "coerced": understood,
    })
    .to_string()
}

fn reply(answer: &Value) -> Result<Reply, String> {
    let (Some(status), Some(body)) = (answer["status"].as_u64(), answer["body"].as_str()) else {
        return Err(format!("the oracle does not answer: {answer}"));
    };
    let text = |key: &str| answer[key].as_str().map(str::to_owned);
    let body = match status {
        200 => String::new(),
        // When the server fails, it answers in plain text.
        500 => format!(r#"{{"detail":"{body}"}}"#),
        _ => in_order(body),
    };
    let answer = Answer { status: status as u16, body, understood: text("value") };
    Ok(Reply::Answer { answer, ours: text("coerced") })
}

/// Rewrites a JSON decode error as documented: FastAPI writes its keys in another order and adds `input`.
fn in_order(body: &str) -> String {
    let parts = body
        .strip_prefix(r#"{"detail":[{"type":"json_invalid","loc":"#)
        .and_then(|rest| rest.split_once(r#","msg":"JSON decode error","input":{},"ctx":"#));
    match parts {
        Some((loc, ctx)) => format!(
            r#"{{"detail":[{{"loc":{loc},"msg":"JSON decode error","type":"json_invalid","ctx":{ctx}"#
        ),
        None => body.to_owned(),
    }
}
