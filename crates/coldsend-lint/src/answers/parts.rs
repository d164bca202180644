//! The parts of an answer that may be shown.
use super::AnswerKind;
use super::body::Body;
use super::kind::INSUFFICIENT_SCOPES;
use super::meaning::{is_success, sentence};
use super::read::message;
use crate::json::Tag;

/// The members beside `detail` that say what happened: those of gateways, and of problem details (RFC 9457).
const EXTRA: [&str; 4] = ["title", MESSAGE, "error", "code"];
pub(super) const MESSAGE: &str = "message";
/// The keys of lists of items, which are shown beside `detail` as well.
pub(super) const ITEM_LISTS: [&str; 4] = ["errors", "violations", "invalid-params", "invalid_params"];

/// The parts of an answer that may be shown, without what may be a secret.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Parts {
    /// The JSON text of `detail`.
    pub(super) detail: Option<String>,
    /// What people may want to read in addition, as names and JSON texts: `detail`, or its members if it is an object.
    pub(super) unread: Vec<(String, String)>,
    /// The same for what stands beside `detail`.
    pub(super) extra: Vec<(&'static str, String)>,
    /// What a launch lacks, although the request succeeded.
    pub(super) missing: Option<Vec<String>>,
}

impl Body<'_> {
    /// Returns the parts of an answer with this meaning. `is_read` says that `detail` is part of it as a whole.
    pub(super) fn parts(&self, kind: Option<&AnswerKind>, is_read: bool, status: Option<u16>) -> Parts {
        let missing = self.missing(0).filter(|_| kind.is_none());
        let detail = self.member(0, "detail");
        // What a success contains is its result, and explains nothing.
        let is_result = kind.is_none() && is_success(status);
        let is_unread = |name: &str, at: u32| !is_result && !self.is_read(kind, name, at);
        let found = EXTRA.iter().chain(&ITEM_LISTS).filter_map(|name| Some((*name, self.member(0, name)?)));
        let extra: Vec<_> =
            found.filter(|(name, at)| !self.is(*at, Tag::Null) && is_unread(name, *at)).collect();
        if detail.is_none() && extra.is_empty() {
            return Parts { missing, ..Parts::default() };
        }
        let hidden = self.hidden();
        let shown = |at: u32| self.shown(at, &hidden);
        let unread = match detail {
            Some(detail) if self.is(detail, Tag::Object) => {
                let names = self.0.keys(detail).map(|key| (key, self.text(key).unwrap_or_default()));
                let unread = names.filter(|(key, name)| is_unread(name, key + 1));
                unread.map(|(key, _)| (message(&shown(key)).unwrap_or_default(), shown(key + 1))).collect()
            }
            Some(detail) if !is_read && !is_result && !self.is(detail, Tag::Null) => {
                vec![("detail".to_owned(), shown(detail))]
            }
            _ => Vec::new(),
        };
        Parts {
            detail: detail.map(shown),
            unread,
            extra: extra.into_iter().map(|(name, at)| (name, shown(at))).collect(),
            missing,
        }
    }

    /// Returns whether the meaning of the body says all that a member of it does.
    fn is_read(&self, kind: Option<&AnswerKind>, name: &str, at: u32) -> bool {
        match kind {
            Some(AnswerKind::Validation(items)) => {
                ITEM_LISTS.contains(&name)
                    && self.items_in_any_form(at).is_some_and(|errors| errors == *items)
            }
            Some(AnswerKind::InsufficientScopes { .. }) => match name {
                "required" | "granted" => true,
                "error" => self.text(at).is_some_and(|text| text == INSUFFICIENT_SCOPES),
                _ => false,
            },
            Some(AnswerKind::LaunchRequirements { .. }) => {
                matches!(name, "is_launch_ready" | "missing_requirements")
            }
            Some(_) => name == MESSAGE && self.text(at).and_then(|text| sentence(&text)).is_some(),
            None => false,
        }
    }
}
