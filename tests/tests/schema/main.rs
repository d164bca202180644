//! The JSON Schemas, tested with an independent validator.
// Clippy recognizes tests only by their attribute, but their helpers may panic too.
#![allow(clippy::unwrap_used)]

mod across;
mod verdicts;

use coldsend_lint::catalogue::{self, Subject};
use coldsend_lint::{Operation, Situation};
use coldsend_lint_tests::{files, folder};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

pub(crate) fn schema(operation: Operation) -> Option<Value> {
    Some(serde_json::from_str(&operation.json_schema()?).unwrap())
}

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

pub(crate) fn schemas() -> impl Iterator<Item = (Operation, Value)> {
    Operation::ALL.iter().filter_map(|operation| Some((*operation, schema(*operation)?)))
}

#[test]
fn every_operation_with_a_body_or_a_query_has_a_valid_schema() {
    for operation in Operation::ALL {
        let takes = operation.body().is_some() || operation.query().is_some();
        assert_eq!(operation.json_schema().is_some(), takes, "{operation}");
    }
    let mut ids = BTreeSet::new();
    for (operation, schema) in schemas() {
        jsonschema::meta::validate(&schema).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("urn:coldsend-lint:{}:{operation}", env!("CARGO_PKG_VERSION")));
        assert!(ids.insert(schema["$id"].to_string()));
        validator(&schema);
    }
}

fn situation_schema() -> Value {
    serde_json::from_str(&Situation::json_schema()).unwrap()
}

#[test]
fn a_situation_is_described_as_it_is_read() {
    jsonschema::meta::validate(&situation_schema()).unwrap();
    let schema = validator(&situation_schema());
    let id = "550e8400-e29b-41d4-a716-446655440000";
    let cases = [
        (json!({}), true),
        (json!({"$schema": "./situation.schema.json", "api_key": null, "scopes": null}), true),
        (
            json!({
                "api_key": "cs_live_abc123", "api_key_valid": true, "scopes": ["*"], "requests_seconds_ago": [0, 5],
                "wait_seconds": 0, "campaign_ids": [id], "connected_addresses": ["ada@example.com"],
                "inboxes_in_use": [], "campaigns": [{"campaign_id": id, "status": "PAUSED", "has_leads": null}],
            }),
            true,
        ),
        (json!({"scope": []}), false),
        (json!({"wait_seconds": -1}), false),
        (json!({"campaigns": [{}]}), false),
        (json!({"campaigns": [{"campaign_id": id, "status": "draft"}]}), false),
        (json!({"campaigns": [{"campaign_id": id, "leads": true}]}), false),
        (json!([]), false),
    ];
    for (situation, right) in cases {
        assert_eq!(schema.is_valid(&situation), right, "{situation}");
        assert_eq!(situation.to_string().parse::<Situation>().is_ok(), right, "{situation}");
    }
    assert_eq!(situation_schema()["properties"]["api_key"]["writeOnly"], true);
}

#[test]
fn a_small_schema() {
    let schema = Operation::AddLead.json_schema().unwrap().replace(env!("CARGO_PKG_VERSION"), "[version]");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("add_lead", schema));
}

/// Returns the objects of a schema: the request itself and those in it.
fn objects(schema: &Value) -> Vec<&Value> {
    let inner = schema["$defs"].as_object().into_iter().flat_map(Map::values);
    std::iter::once(schema).chain(inner).collect()
}

#[test]
fn every_default_is_right() {
    let mut defaults = 0;
    for (operation, schema) in schemas() {
        let inner = schema.get("$defs").cloned().unwrap_or(json!({}));
        for object in objects(&schema) {
            for (name, property) in object["properties"].as_object().unwrap() {
                let Some(default) = property.get("default") else { continue };
                let alone = json!({"properties": {name: property}, "$defs": inner});
                assert!(validator(&alone).is_valid(&json!({name: default})), "{operation} {name}");
                defaults += 1;
            }
        }
    }
    assert!(defaults > 50, "{defaults}");
}

#[test]
fn fields_that_only_advise_reject_nothing() {
    let (mut fields, odd) = (0, [json!(null), json!("?"), json!(-1.5), json!([[]]), json!({"": 0})]);
    let all_rules = catalogue::rules();
    let unsure = all_rules.iter().filter(|rule| !rule.evidence.rejects());
    for rule in unsure {
        let Subject::Field(subjects) = &rule.subject else { continue };
        for (_, schema) in schemas() {
            for (_, field) in subjects {
                let objects = objects(&schema).into_iter();
                for object in objects.filter(|object| object["title"] == subjects[0].0.name) {
                    let property = &object["properties"][field.name];
                    assert!(odd.iter().all(|value| validator(property).is_valid(value)), "{}", rule.id);
                    let required = object["required"].as_array().into_iter().flatten();
                    assert!(required.into_iter().all(|name| name != field.name), "{}", rule.id);
                    fields += 1;
                }
            }
        }
    }
    assert!(fields > 0);
}

#[test]
fn secrets_are_write_only() {
    for name in ["smtp_password", "imap_password"] {
        assert_eq!(schema(Operation::CreateSmtpAccount).unwrap()["properties"][name]["writeOnly"], true);
    }
}

#[test]
fn a_query_is_described_by_its_documented_types() {
    let cases = [
        (json!({}), true),
        (json!({"page": 1, "limit": 100, "status": "active", "other": null}), true),
        (json!({"page": 0}), false),
        (json!({"limit": 101}), false),
        (json!({"page": "1"}), false),
        (json!({"status": null}), false),
    ];
    let schema = schema(Operation::ListCampaigns).unwrap();
    for (parameters, right) in cases {
        assert_eq!(validator(&schema).is_valid(&parameters), right, "{parameters}");
    }
}

#[test]
fn the_examples_fit_their_schemas() {
    let examples = folder().join("examples");
    let read = |name: &str| serde_json::from_slice(&std::fs::read(examples.join(name)).unwrap()).unwrap();
    let of = |operation: Operation| validator(&schema(operation).unwrap());
    let good = [
        ("campaign.json", Operation::CreateCampaign),
        ("lead.json", Operation::AddLead),
        ("smtp-account.json", Operation::CreateSmtpAccount),
        ("update-campaign.json", Operation::UpdateCampaign),
    ];
    for (name, operation) in good {
        let mut example: Value = read(name);
        assert!(of(operation).is_valid(&example), "{name}");
        // Editors need it, and the API ignores it.
        example["$schema"] = json!("./campaign.schema.json");
        assert!(of(operation).is_valid(&example), "{name}");
        assert!(coldsend_lint::check(operation, example.to_string().as_bytes()).is_ok(), "{name}");
    }
    let situation = validator(&situation_schema());
    assert!(situation.is_valid(&read("situation.json")));
    let all = files(&examples).unwrap().into_iter().filter(|path| path.is_file());
    assert_eq!(all.count(), good.len() + 1);
    let broken = [
        ("broken/limit-101.json", Operation::CreateCampaign),
        ("broken/missing-field.json", Operation::CreateCampaign),
        ("broken/name-too-short.json", Operation::CreateCampaign),
    ];
    for (name, operation) in broken {
        assert!(!of(operation).is_valid(&read(name)), "{name}");
    }
}
