//! The same rejecting rules for other validators, in their usual form: owned structs with attributes.
pub mod by_garde;
pub mod by_validator;

use std::collections::HashSet;

/// The rules for which the derives have no attribute, as functions for both peers.
mod across {
    use super::HashSet;

    pub(super) fn are_unique<'n>(names: impl Iterator<Item = &'n str>) -> bool {
        let mut seen = HashSet::new();
        names.map(str::to_uppercase).all(|name| seen.insert(name))
    }

    pub(super) fn ends_after_start(
        start: (Option<i64>, Option<i64>),
        end: (Option<i64>, Option<i64>),
    ) -> bool {
        let (Some(from), Some(to)) = (start.0, end.0) else { return true };
        from * 60 + start.1.unwrap_or(0) < to * 60 + end.1.unwrap_or(0)
    }

    pub(super) fn is_datetime(text: &str) -> bool {
        let bytes = text.as_bytes();
        let number =
            |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u32>().ok());
        let in_range = |range, limits: std::ops::RangeInclusive<u32>| {
            number(range).is_some_and(|number| limits.contains(&number))
        };
        bytes.len() >= 16
            && bytes[4] == b'-'
            && bytes[7] == b'-'
            && in_range(0..4, 1..=9999)
            && in_range(5..7, 1..=12)
            && in_range(8..10, 1..=31)
            && in_range(11..13, 0..=23)
            && in_range(14..16, 0..=59)
    }

    pub(super) fn is_uuid(text: &str) -> bool {
        text.len() == 36 && text.bytes().filter(|byte| *byte == b'-').count() == 4
    }

    pub(super) fn are_letters(name: &str) -> bool {
        name.bytes().all(|byte| byte.is_ascii_alphabetic())
    }
}
