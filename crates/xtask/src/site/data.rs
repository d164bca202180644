//! `site/api.js`: what the scripts of the page need from the declarations.
use coldsend_lint::catalogue::{self, Rule, Subject};
use coldsend_lint::leads::{self, Effect};
use coldsend_lint::requests::CampaignStatus;
use coldsend_lint::{BASE_URL, Operation, Payload};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

pub(super) fn module() -> String {
    let operations: Map<String, Value> =
        Operation::ALL.iter().map(|operation| (operation.id().to_owned(), describe(*operation))).collect();
    let scopes: BTreeSet<&str> = Operation::ALL.iter().filter_map(|operation| operation.scope()).collect();
    let lead_rules: Map<String, Value> = catalogue::rules().iter().filter_map(describe_lead_rule).collect();
    format!(
        "// Written by `cargo xtask site` from the declarations of the core.\n\
         export const base = {};\nexport const operations = {};\nexport const statuses = {};\n\
         export const scopes = {};\nexport const leadRules = {};\n",
        json!(BASE_URL),
        json!(operations),
        json!(CampaignStatus::MEMBERS),
        json!(scopes),
        json!(lead_rules)
    )
}

fn describe(operation: Operation) -> Value {
    let payload = match operation.payload() {
        Payload::Body(_) => Some("body"),
        Payload::Query(_) => Some("query"),
        Payload::Csv => Some("csv"),
        Payload::Nothing => None,
    };
    json!({
        "method": operation.method(),
        "path": operation.path(),
        "about": operation.about(),
        "payload": payload,
    })
}

/// Describes a rule for lists of leads, by its id.
fn describe_lead_rule(rule: &Rule) -> Option<(String, Value)> {
    let effect = leads::effect_of(rule.id)?;
    let description = json!({
        "about": rule.about,
        "effect": effect.name(),
        "isError": effect >= Effect::Invalid,
        "isShared": !matches!(rule.subject, Subject::List(_)),
    });
    Some((rule.id.to_owned(), description))
}
