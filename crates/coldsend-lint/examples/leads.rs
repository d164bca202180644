//! Reads a JSON list of leads, and reports every error with its index.
//!
//! `cargo run -p coldsend-lint --example leads`
#![allow(clippy::print_stdout)]

use coldsend_lint::requests::{AddLead, ApiRequest};
use coldsend_lint::{Checker, Rejection};
use serde_json::value::RawValue;
use std::error::Error;

/// The rules that leads must not break, although the API may accept such a lead.
const DENIED: [&str; 1] = ["lead-email"];

/// The leads of a list.
#[derive(Default)]
struct Leads {
    valid: Vec<AddLead>,
    /// The index and the errors of each lead that is not valid.
    rejected: Vec<(usize, Rejection)>,
}

fn read(json: &str) -> Result<Leads, serde_json::Error> {
    let (mut leads, mut checker) = (Leads::default(), Checker::new());
    // Each lead stays text, so that it is read as the API would.
    for (index, body) in serde_json::from_str::<Vec<&RawValue>>(json)?.into_iter().enumerate() {
        let checked = checker.check(AddLead::OPERATION, body.get()).into_result_denying(&DENIED);
        match checked.and_then(|()| AddLead::from_json(body.get())) {
            Ok(lead) => leads.valid.push(lead),
            Err(rejection) => leads.rejected.push((index, rejection)),
        }
    }
    Ok(leads)
}

fn main() -> Result<(), Box<dyn Error>> {
    let json = r#"[{"email": "ada@example.com"}, {"email": "nope", "company": []}, {}]"#;
    let leads = read(json)?;
    println!("{} valid", leads.valid.len());
    for (index, rejection) in leads.rejected {
        for finding in rejection.findings() {
            println!("/{index}{}: {}", finding.pointer(), finding.hint());
        }
    }
    Ok(())
}

#[test]
fn every_error_of_every_lead_is_reported() {
    let json = r#"[{"email": "ada@example.com", "title": 5}, {"email": "nope", "company": []}, {}]"#;
    let leads = read(json).unwrap();
    assert_eq!(leads.valid[0].email, "ada@example.com");
    let pointers = |(index, rejection): &(usize, Rejection)| {
        rejection
            .findings()
            .iter()
            .map(|finding| format!("/{index}{}", finding.pointer()))
            .collect::<Vec<_>>()
    };
    let pointers: Vec<String> = leads.rejected.iter().flat_map(pointers).collect();
    assert_eq!(pointers, ["/1/email", "/1/company", "/2/email"]);
}
