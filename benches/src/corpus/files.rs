//! The corpus as files, for the peers in other languages.
use super::{Body, bodies, international};
use coldsend_lint::{Checker, Operation};
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::Path;

/// Writes `bodies.ndjson`, one object per body, and `international.txt`, one address per line.
pub fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let bodies: String = bodies().iter().map(|body| format!("{}\n", line(body))).collect();
    fs::write(folder.join("bodies.ndjson"), bodies)?;
    fs::write(folder.join("international.txt"), international().join("\n") + "\n")
}

/// `pointers` says where the violations are, so that those that a peer finds can be counted.
fn line(body: &Body) -> Value {
    json!({
        "operation": body.operation.id(),
        "body": String::from_utf8_lossy(&body.text),
        "violations": body.violations,
        "pointers": pointers(body.operation, &body.text),
    })
}

fn pointers(operation: Operation, text: &[u8]) -> Vec<String> {
    let mut checker = Checker::new();
    let outcome = checker.check(operation, text);
    let findings = outcome.rejection.iter().flat_map(|rejection| rejection.findings());
    findings.map(|finding| finding.pointer()).collect()
}
