//! Which scopes grant which.

/// The scope that grants everything.
const ALL: &str = "*";
/// The action that grants everything on its resource.
const ANY: &str = "all";
/// The action that preceded the specific ones, and grants all of these.
const WRITE: &str = "write";
const WRITES: [&str; 3] = ["create", "update", "delete"];

/// Returns whether one of the scopes of a key grants the one that an operation needs.
pub(super) fn grants(granted: &[String], required: &str) -> bool {
    granted.iter().any(|scope| {
        let both = scope.split_once(':').zip(required.split_once(':'));
        let wider = both.is_some_and(|((resource, action), (wanted, needed))| {
            resource == wanted && (action == ANY || action == WRITE && WRITES.contains(&needed))
        });
        scope == ALL || scope == required || wider
    })
}

/// Returns whether the scopes grant everything.
pub(super) fn grants_all(granted: &[String]) -> bool {
    granted.iter().any(|scope| scope == ALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_scopes_grant_narrower_ones() {
        let grants = |granted: &[&str], required| {
            let granted: Vec<String> = granted.iter().map(|scope| (*scope).to_owned()).collect();
            grants(&granted, required)
        };
        assert!(grants(&["leads:read", "campaigns:update"], "campaigns:update"));
        assert!(grants(&["campaigns:all"], "campaigns:pause"));
        assert!(grants(&["*"], "replies:create"));
        for required in ["campaigns:create", "campaigns:update", "campaigns:delete"] {
            assert!(grants(&["campaigns:write"], required), "{required}");
        }
        assert!(grants(&["sender_accounts:write"], "sender_accounts:delete"));
        for refused in ["campaigns:read", "campaigns:pause", "campaigns:activate", "leads:create"] {
            assert!(!grants(&["campaigns:write"], refused), "{refused}");
        }
        for other in
            ["", "campaigns", "campaigns:", "all", "leads:all", "campaigns:*", "Campaigns:all", ":all"]
        {
            assert!(!grants(&[other], "campaigns:read"), "{other}");
        }
        assert!(!grants(&[], "campaigns:read"));
    }
}
