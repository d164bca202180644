//! Requests with the real server's answers, one JSON object per line, in the format of `coldsend-lint batch`.
//! `bodies.ndjson` is chosen from random requests so that each answer occurs at each location. `found.ndjson` has every
//! request whose answers ever differed, and some written by hand.
use super::case::{Case, is_parameter};
use super::compare::compare;
use super::coverage::signature;
use super::random;
use super::server::{Reply, Server};
use crate::tool::root::root;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use coldsend_lint::{Operation, Request};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The files, and whether their requests are made from a seed.
const FILES: [(&str, bool); 2] = [("bodies.ndjson", true), ("found.ndjson", false)];
/// The seed of the goldens, the number of requests to choose from, and the maximum length of one.
const SEED: u64 = 1;
const LOOKED_AT: u64 = 60_000;
const MAX_LENGTH: usize = 1_500;

fn path(name: &str) -> PathBuf {
    root().join("tests/goldens").join(name)
}

/// Returns the requests of all golden files.
pub(super) fn cases() -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (name, _) in FILES {
        cases.append(&mut read(name)?);
    }
    Ok(cases)
}

fn read(name: &str) -> Result<Vec<Case>, String> {
    let path = path(name);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let parse =
        |(number, line)| case(line).ok_or_else(|| format!("{}:{}: no golden", path.display(), number + 1));
    text.lines().enumerate().map(parse).collect()
}

/// Rewrites both files: chooses requests from the seed for the first, and asks the server again for all answers.
pub(super) fn write(server: &mut Server) -> Result<(), String> {
    for (name, made) in FILES {
        let cases = if made { chosen(server)? } else { read(name)? };
        let asked: Vec<(&Case, Option<&str>)> = cases.iter().map(|case| (case, None)).collect();
        let mut out = String::new();
        for (case, reply) in cases.iter().zip(server.ask(&asked)?) {
            match reply {
                Reply::Answer { answer, .. } => {
                    let understood = answer.understood.map_or(Value::Null, Value::String);
                    out += &line(case, answer.status, &answer.body, understood);
                    out.push('\n');
                }
                Reply::BrokeDown => println!("left out, since the server breaks down: {}", case.request()),
            }
        }
        std::fs::write(path(name), out).map_err(|error| format!("{name}: {error}"))?;
        println!("{name}: {} requests", cases.len());
    }
    Ok(())
}

/// Chooses short requests with an answer that no earlier one has at that location.
fn chosen(server: &mut Server) -> Result<Vec<Case>, String> {
    let (mut seen, mut chosen) = (BTreeSet::new(), Vec::new());
    for start in (0..LOOKED_AT).step_by(1_000) {
        let cases: Vec<Case> = (start..start + 1_000).map(|index| random::case(SEED, index)).collect();
        let expected = compare(server, &cases)?.expected;
        for (case, expected) in cases.into_iter().zip(expected) {
            if case.sent.len() > MAX_LENGTH {
                continue;
            }
            let before = seen.len();
            // Keep the first 20 of each operation in any case: some are accepted, some malformed.
            let known = chosen.iter().filter(|other: &&Case| other.operation == case.operation).count();
            seen.extend(signature(&expected).into_iter().map(|answer| (case.operation, answer)));
            if seen.len() > before || known < 20 {
                chosen.push(case);
            }
        }
    }
    chosen.sort_by_key(|case| case.operation);
    Ok(chosen)
}

/// Returns a line: the request as `coldsend-lint batch` reads it, and the server's answer.
pub(super) fn line(case: &Case, status: u16, answer: &str, understood: Value) -> String {
    let (body, text) = match std::str::from_utf8(&case.sent) {
        Ok(text) => ("body", text.to_owned()),
        Err(_) => ("body_base64", STANDARD.encode(&case.sent)),
    };
    let members = [
        ("operation", Value::String(case.request())),
        (body, Value::String(text)),
        ("status", Value::from(status)),
        ("answer", Value::String(answer.to_owned())),
        ("understood", understood),
    ];
    Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
        .to_string()
}

fn case(line: &str) -> Option<Case> {
    let golden: Value = serde_json::from_str(line).ok()?;
    let name = golden["operation"].as_str()?;
    let operation: Operation = name.parse::<Request>().ok()?.operation();
    let template = operation.path().split('/');
    let (_, path) = name.split_once(' ')?;
    let values = template.zip(path.split('/')).filter(|(segment, _)| is_parameter(segment));
    let values = values.map(|(_, value)| value.to_owned()).collect();
    let sent = match golden["body_base64"].as_str() {
        Some(text) => STANDARD.decode(text).ok()?,
        None => golden["body"].as_str()?.as_bytes().to_vec(),
    };
    Some(Case { operation, values, sent })
}
