//! The keys of messages in other languages, for what a request can be rejected or advised for.
use super::listed;
use super::requests::is_of_requests;
use coldsend_lint::ErrorKind;
use coldsend_lint::catalogue::Rule;
use std::collections::BTreeSet;

/// The constraint whose messages have nothing in common.
const OTHER: &str = "value_error";

/// Returns the name of a constraint, as `pkg/src/check/messages.js` does.
fn name(kind: &ErrorKind) -> &str {
    kind.error_type().rsplit('.').next().unwrap_or_default()
}

fn names(rule: &Rule) -> BTreeSet<&str> {
    rule.constraints.iter().map(|constraint| name(&constraint.kind)).collect()
}

fn of_requests(rules: &[Rule]) -> impl Iterator<Item = &Rule> {
    rules.iter().filter(|rule| is_of_requests(rule))
}

/// Returns the constraints whose messages mean the same for each rule.
pub(super) fn constraints(rules: &[Rule]) -> BTreeSet<&str> {
    of_requests(rules).flat_map(names).filter(|name| *name != OTHER).collect()
}

/// Returns a type with the constraints of each rule.
pub(super) fn of_rules(rules: &[Rule]) -> Vec<String> {
    let with_names =
        of_requests(rules).map(|rule| (rule.id, names(rule))).filter(|(_, names)| !names.is_empty());
    with_names.map(|(id, names)| format!("`{id}/${{{}}}`", listed(names, " | "))).collect()
}

/// Returns the keys that a complete translation needs in addition to the constraints.
pub(super) fn own(rules: &[Rule]) -> Vec<String> {
    let key = |rule: &Rule| match names(rule) {
        names if !names.contains(OTHER) => None,
        names if names.len() == 1 => Some(rule.id.to_owned()),
        _ => Some(format!("{}/{OTHER}", rule.id)),
    };
    of_requests(rules).filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coldsend_lint::catalogue;

    #[test]
    fn a_rule_has_keys_of_its_own_only_if_a_constraint_says_too_little() {
        let rules = catalogue::rules();
        let own = own(&rules);
        for key in ["distribution-sum", "campaign-start-date/value_error"] {
            assert!(own.iter().any(|own| own == key), "{key}");
        }
        assert!(!own.iter().any(|key| key.starts_with("campaign-name")));
        let name =
            "`campaign-name/${\"max_length\" | \"min_length\" | \"missing\" | \"not_allowed\" | \"str\"}`";
        assert!(of_rules(&rules).iter().any(|key| key == name));
        assert!(constraints(&rules).contains("min_length"));
    }
}
