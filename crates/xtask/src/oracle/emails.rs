//! Addresses and what the real library makes of them, against ours: through the lead that has one.
use super::venv;
use coldsend_lint::{Checker, Operation, Request};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Compares so many addresses; tells how many, and those that differ.
pub(super) fn compare(seed: u64, count: u64) -> Result<(usize, Vec<String>), String> {
    let mut child = Command::new(venv::python()?)
        .arg(venv::folder().join("email_corpus.py"))
        .args([seed.to_string(), count.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the address corpus could not start: {error}"))?;
    let request = Request::new(Operation::AddLead);
    let (mut checker, mut compared, mut different) = (Checker::new(), 0, Vec::new());
    let lines = child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
    for line in lines.map_while(Result::ok) {
        let golden: Value = serde_json::from_str(&line).map_err(|error| format!("{line}: {error}"))?;
        let body = json!({"email": golden["input"]}).to_string();
        let outcome = checker.check(&request, body.as_bytes());
        let understood = outcome.coerced().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let kept = understood.map_or(Value::Null, |lead| lead["email"].clone());
        compared += 1;
        if kept != golden["kept"] {
            different
                .push(format!("{}\n  ours: {kept}\n  the library's: {}", golden["input"], golden["kept"]));
        }
    }
    match child.wait() {
        Ok(status) if status.success() && compared as u64 == count => Ok((compared, different)),
        _ => Err(format!("the address corpus ended after {compared} of {count}")),
    }
}
