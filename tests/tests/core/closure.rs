//! Checks that everything declared is documented, has passing and failing fixtures, and is emitted, and that nothing
//! else is documented or has fixtures.
use coldsend_lint::Constraint;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::{Answer, AnswerKind, ErrorKind, Finding};
use coldsend_lint_tests::{Promise, compact, files, fixtures, folder, responses};
use std::collections::BTreeSet;

/// Rules that no fixture shows: `large.rs` violates the first with a request of several megabytes, `texts.rs` the second
/// with a situation, and `leads.rs` the others.
const BUILT: [&str; 8] = [
    "attachments-size",
    "wildcard-scope",
    "lead-file-size",
    "lead-count",
    "lead-row-length",
    "upload-mapping",
    "lead-variable-column",
    "lead-variable-empty",
];

fn ids() -> BTreeSet<String> {
    catalogue::rules().iter().map(|rule| rule.id.to_owned()).collect()
}

/// Returns the names in a folder, without this ending.
fn names(path: &str, ending: &str) -> BTreeSet<String> {
    let names = files(&folder().join(path)).unwrap_or_default();
    names
        .iter()
        .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .map(|name| name.strip_suffix(ending).map(str::to_owned).unwrap_or(name))
        .collect()
}

/// Asserts that both are the same, or shows what only one of them has.
fn same(found: &BTreeSet<String>, expected: &BTreeSet<String>) {
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    let (unknown, missing) = (only(found, expected), only(expected, found));
    assert!(unknown.is_empty() && missing.is_empty(), "unknown: {unknown:?}, missing: {missing:?}");
}

#[test]
fn ids_are_unique_and_never_change() {
    let rules = catalogue::rules();
    assert_eq!(ids().len(), rules.len(), "an id stands twice");
    let kebab = |id: &str| {
        id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
    };
    assert_eq!(rules.iter().find(|rule| !kebab(rule.id)).map(|rule| rule.id), None, "not kebab-case");
    insta::assert_snapshot!("ids", ids().into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    same(&names("../crates/coldsend-lint/docs/rules", ".md"), &ids());
}

#[test]
fn every_rule_has_fixtures_and_every_fixture_a_rule() {
    same(&names("fixtures", ""), &ids());
    for rule in catalogue::rules() {
        let (id, fixtures) = (rule.id, fixtures(rule.id).unwrap());
        if !rule.is_rule() {
            assert!(fixtures.is_empty(), "{id} is no rule, and has requests");
            continue;
        }
        let has = |promise| fixtures.iter().any(|fixture| fixture.promise == promise);
        let declares = |rejects| {
            let mut constraints = rule.constraints.iter();
            constraints.any(|constraint| constraint.rejects() == rejects) && !BUILT.contains(&id)
        };
        assert!(has(Promise::Passes), "{id} has no passing fixture");
        assert_eq!(has(Promise::Fails), declares(true), "{id}: failing fixtures");
        assert_eq!(has(Promise::Advises), declares(false), "{id}: advising fixtures");
    }
}

#[test]
fn every_answer_is_declared_recognized_and_emitted() {
    let ids: BTreeSet<_> = AnswerKind::ALL.iter().map(|info| info.id).collect();
    assert_eq!(ids.len(), AnswerKind::ALL.len(), "an id stands twice");
    for rule in catalogue::rules() {
        let (id, responses) = (rule.id, responses(rule.id).unwrap());
        let Some(info) = rule.answer else {
            assert!(responses.is_empty(), "{id} is no answer, and has responses");
            continue;
        };
        assert_eq!(info.id, id);
        assert!(!responses.is_empty(), "{id} has no response");
        let mut emitted = false;
        for response in responses {
            let (name, answer) = (&response.name, response.read());
            assert_eq!(answer.kind().info(), info, "{id}/{name} is read as another answer");
            let again = Answer::new(answer.kind().clone()).body();
            assert_eq!(again, answer.body(), "{id}/{name}");
            let same = again.is_some_and(|body| body.as_bytes() == compacted(&response.body));
            // A body from the errors page is emitted exactly as it is there.
            assert!(same || !name.starts_with("answers-printed") || info.wording.is_none(), "{id}/{name}");
            emitted |= same;
        }
        assert_eq!(emitted, info.wording.is_some(), "{id}: whether a response is emitted again");
    }
}

fn compacted(body: &[u8]) -> Vec<u8> {
    std::str::from_utf8(body).map(compact).unwrap_or_default().into_bytes()
}

#[test]
fn the_wording_of_a_finding_is_that_of_the_catalog() {
    let rules = catalogue::rules();
    for fixture in rules.iter().flat_map(|rule| fixtures(rule.id).unwrap()) {
        let answer = fixture.http.answer().unwrap();
        for finding in answer.findings.iter().chain(&answer.advice) {
            let rule = rules.iter().find(|rule| rule.id == finding.rule).unwrap();
            assert_eq!(catalogue::wording(finding), rule.wording_of(&finding.kind), "{}", fixture.name);
        }
    }
}

#[test]
fn an_item_leads_back_to_its_rule() {
    let (mut lost, mut unsure) = (Vec::new(), BTreeSet::new());
    for rule in catalogue::rules() {
        // What is wrong with a list of leads is no item of an answer.
        for fixture in fixtures(rule.id).unwrap().iter().filter(|fixture| !fixture.name.ends_with(".csv")) {
            for finding in fixture.http.answer().unwrap().findings {
                // A message without items has no location.
                if AnswerKind::ALL.iter().any(|info| info.id == finding.rule) {
                    continue;
                }
                let behind = catalogue::rules_for_item(&finding.item());
                if !behind.contains(&finding.rule) {
                    lost.push(format!(
                        "{}: {:?} {} is of {behind:?}",
                        finding.rule, finding.loc, finding.kind
                    ));
                }
                if behind.len() > 1 {
                    unsure.insert(behind.join(" or "));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    insta::assert_snapshot!("unsure", unsure.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_rule_has_a_snapshot_and_every_snapshot_a_rule() {
    let expected: BTreeSet<String> =
        ids().into_iter().chain(["core__closure__ids", "core__closure__unsure"].map(str::to_owned)).collect();
    same(&names("tests/core/snapshots", ".snap"), &expected);
}

#[test]
fn every_constraint_is_emitted() {
    let mut silent = Vec::new();
    for rule in catalogue::rules().iter().filter(|rule| !BUILT.contains(&rule.id)) {
        let fixtures = fixtures(rule.id).unwrap();
        let (mut refused, mut advised) = (Vec::new(), Vec::new());
        for answer in fixtures.iter().map(|fixture| fixture.http.answer().unwrap()) {
            refused.extend(answer.findings.into_iter().filter(|finding| finding.rule == rule.id));
            advised.extend(answer.advice.into_iter().filter(|finding| finding.rule == rule.id));
        }
        for constraint in &rule.constraints {
            let said = if constraint.rejects() { &refused } else { &advised };
            if !said.iter().any(|finding| emits(rule, constraint, finding)) {
                silent.push(format!("{}{}: {}", rule.id, constraint.at, constraint.kind));
            }
        }
    }
    assert!(silent.is_empty(), "no fixture shows these {}:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn nothing_is_emitted_that_is_not_declared() {
    let mut undeclared = Vec::new();
    let rules = catalogue::rules();
    for fixture in rules.iter().flat_map(|rule| fixtures(rule.id).unwrap()) {
        let answer = fixture.http.answer().unwrap();
        for finding in answer.findings.iter().chain(&answer.advice) {
            let rule = rules.iter().find(|rule| rule.id == finding.rule);
            let declared =
                |rule: &Rule| rule.constraints.iter().any(|constraint| emits(rule, constraint, finding));
            if !rule.is_some_and(declared) {
                undeclared.push(format!("{}: {} ({:?})", finding.rule, finding.kind, finding.loc));
            }
        }
    }
    assert!(undeclared.is_empty(), "{}", undeclared.join("\n"));
}

fn emits(rule: &Rule, constraint: &Constraint, finding: &Finding) -> bool {
    let same_place = constraint.at.is_empty() != below(rule, finding);
    match (&constraint.kind, &finding.kind) {
        (ErrorKind::JsonInvalid { .. }, ErrorKind::JsonInvalid { .. }) => true,
        (ErrorKind::DistributionSum { .. }, ErrorKind::DistributionSum { .. }) => true,
        (ErrorKind::ValueError { message: template }, ErrorKind::ValueError { message }) => {
            let mut parts = template.split("{}");
            parts.all(|part| message.contains(part))
        }
        (declared, said) => declared == said && same_place,
    }
}

/// Returns whether a finding is about an item or a value in the field, not about the field itself.
fn below(rule: &Rule, finding: &Finding) -> bool {
    match &rule.subject {
        catalogue::Subject::Field(fields) => {
            let name = fields.first().map(|(_, field)| field.name).unwrap_or_default();
            !matches!(finding.loc.last(), Some(coldsend_lint::LocItem::Key(last)) if last == name)
        }
        _ => false,
    }
}
