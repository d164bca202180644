//! Compares how the real library and we read email addresses. Ours are read in a sender account.
use super::{python, script};
use coldsend_lint::requests::CreateSmtpAccount;
use coldsend_lint::shape::{EmailType, FieldType};
use coldsend_lint::{Checker, Operation, Request};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// An account, and the name of its field for the address.
const ACCOUNT: &str = include_str!("../../../../tests/examples/smtp-account.json");
const FIELD: &str = "email_address";

/// Compares `count` addresses. Returns how many were compared, and those that differ.
pub(super) fn compare(seed: u64, count: u64) -> Result<(usize, Vec<String>), String> {
    let mut child = Command::new(python()?)
        .arg(script("email_corpus.py"))
        .args([seed.to_string(), count.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the address corpus could not start: {error}"))?;
    let request = Request::new(Operation::CreateSmtpAccount);
    let mut account: Value = serde_json::from_str(ACCOUNT).map_err(|error| error.to_string())?;
    let field = CreateSmtpAccount::SHAPE.field(FIELD).ok_or("no address")?;
    let FieldType::Email(EmailType { min, max }) = &field.field_type else { return Err("no address".into()) };
    let (mut checker, mut compared, mut different) = (Checker::new(), 0, Vec::new());
    let lines = child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
    for line in lines.map_while(Result::ok) {
        let golden: Value = serde_json::from_str(&line).map_err(|error| format!("{line}: {error}"))?;
        let length = golden["input"].as_str().unwrap_or_default().chars().count();
        let fits = (*min as usize..=*max as usize).contains(&length);
        let expected = if fits { &golden["kept"] } else { &Value::Null };
        account[FIELD] = golden["input"].clone();
        let body = account.to_string();
        let outcome = checker.check(&request, body.as_bytes());
        let understood = outcome.coerced().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let kept = understood.map_or(Value::Null, |account| account[FIELD].clone());
        compared += 1;
        if kept != *expected {
            different.push(format!("{}\n  ours: {kept}\n  the library's: {expected}", golden["input"]));
        }
    }
    match child.wait() {
        Ok(status) if status.success() && compared as u64 == count => Ok((compared, different)),
        _ => Err(format!("the address corpus ended after {compared} of {count}")),
    }
}
