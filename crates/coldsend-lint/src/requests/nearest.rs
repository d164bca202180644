//! Suggests an operation for a wrong method or path.
use super::operation::Operation;
use super::path::{BASE, placeholder};
use crate::error::suggest::is_similar;

/// Longer paths are not compared.
const MAX_SEGMENTS: usize = 12;
/// The cost of an additional or missing segment.
const GAP: usize = 3;
/// The cost of a different spelling.
const SPELLING: usize = 1;
/// The cost of a different word.
const WORD: usize = 2 * GAP - 1;
/// The cost of a word in place of a value, which usually has digits.
const WORD_AS_VALUE: usize = 1;
/// The maximum cost of a suggestion.
const MAX_COST: usize = WORD;

/// Returns the operation with the most similar path and method, if it is similar enough.
pub(super) fn nearest<'s>(method: &str, segments: impl Iterator<Item = &'s str>) -> Option<Operation> {
    let segments = segments.filter(|text| !text.is_empty()).skip_while(|text| BASE.contains(text));
    let segments: Vec<&str> = segments.take(MAX_SEGMENTS + 1).collect();
    if segments.len() > MAX_SEGMENTS {
        return None;
    }
    let cost = |operation: &Operation| {
        let template: Vec<&str> = operation.path().split('/').skip(1).collect();
        let cost = path_cost(&template, &segments) + method_cost(operation.method(), method);
        // Paths with different beginnings are unrelated.
        (segment_cost(template.first()?, segments.first()?) <= SPELLING).then_some((cost, *operation))
    };
    let costs = Operation::ALL.iter().filter_map(cost);
    costs.min_by_key(|(cost, _)| *cost).filter(|(cost, _)| *cost <= MAX_COST).map(|(_, operation)| operation)
}

/// Returns the cost of another method, which is lower if the effect is similar.
fn method_cost(method: &str, written: &str) -> usize {
    const ALIKE: [&[&str]; 2] = [&["POST", "PUT", "PATCH"], &["GET", "HEAD", "OPTIONS"]];
    let among = |alike: &[&str], method: &str| alike.iter().any(|other| other.eq_ignore_ascii_case(method));
    match method.eq_ignore_ascii_case(written) {
        true => 0,
        false if ALIKE.iter().any(|alike| among(alike, method) && among(alike, written)) => 1,
        false => GAP + 1,
    }
}

/// Returns the cost of matching a path to a template, segment by segment.
fn path_cost(template: &[&str], segments: &[&str]) -> usize {
    let mut costs: Vec<usize> = (0..=segments.len()).map(|count| count * GAP).collect();
    for (row, part) in template.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut costs[0], (row + 1) * GAP);
        for (column, segment) in segments.iter().enumerate() {
            let replaced = diagonal + segment_cost(part, segment);
            diagonal = costs[column + 1];
            costs[column + 1] = replaced.min(diagonal + GAP).min(costs[column] + GAP);
        }
    }
    costs[segments.len()]
}

fn segment_cost(part: &str, segment: &str) -> usize {
    let is_word = || segment.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    match placeholder(part) {
        Some(_) if is_word() => WORD_AS_VALUE,
        Some(_) => 0,
        None if part == segment => 0,
        None if is_similar(part, segment) => SPELLING,
        None => WORD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(method: &str, path: &str) -> Option<&'static str> {
        nearest(method, path.split('/')).map(Operation::id)
    }

    #[test]
    fn a_wrong_method_or_path_has_a_right_one() {
        for (method, path, id) in [
            ("PATCH", "/campaigns/1", "update_campaign"),
            ("POST", "/campaigns/1", "update_campaign"),
            ("PUT", "/campaigns", "create_campaign"),
            ("POST", "/campaign", "create_campaign"),
            ("GET", "/campaigns/", "list_campaigns"),
            ("POST", "/v1/campaigns", "create_campaign"),
            ("POST", "/api/v1/campaigns", "create_campaign"),
            ("POST", "/campaigns/1/launch", "update_campaign"),
            ("DELETE", "/campaigns/1/leads/2", "get_lead"),
            ("POST", "/campaigns/1/lead/manual", "add_lead"),
            ("POST", "/replies/threads/1/star", "star_thread"),
            ("GET", "/sender-account/1", "get_account"),
            ("POST", "/sender_accounts/smtp", "create_smtp_account"),
            ("HEAD", "/domains/1", "get_domain"),
            ("OPTIONS", "/campaigns", "list_campaigns"),
            ("DELETE", "/campaigns", "delete_campaign"),
            ("POST", "/sender-accounts/test-email", "send_test_email"),
            ("POST", "/campaigns/1/leads/upload", "upload_leads"),
        ] {
            assert_eq!(near(method, path), Some(id), "{method} {path}");
        }
        let long = "/x".repeat(1000);
        for path in ["", "/", "//", "/users/1/orders", "/login", &long] {
            assert_eq!(near("POST", path), None, "{path}");
        }
    }
}
