//! Detects the operation of a body from its keys.
use crate::check::Checker;
use crate::json::{Document, Guide, Tag};
use crate::requests::operation::Operation;
use crate::schema::shape::{Presence, Shape};
use std::cmp::Reverse;

/// The operation that the keys of a body suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detection {
    /// One operation matches best.
    One(Operation),
    /// The body cannot be read or is null, so the answer is the same for every operation.
    Any,
    /// These operations match equally well.
    Ambiguous(Vec<Operation>),
}

impl Checker {
    /// Detects the operation of a body: the one with the most known keys in it, then the one with the most required
    /// fields among those, then one that creates rather than updates.
    ///
    /// ```
    /// use coldsend_lint::{Checker, Detection, Operation};
    ///
    /// let detection = Checker::new().detect(br#"{"email": "ada@example.com"}"#);
    /// assert_eq!(detection, Detection::One(Operation::AddLead));
    /// ```
    pub fn detect(&mut self, body: &[u8]) -> Detection {
        let (_, Ok(document)) = self.read(body, Guide::NONE) else { return Detection::Any };
        if document.node(0).tag == Tag::Null {
            return Detection::Any;
        }
        let with_body = Operation::ALL.iter().filter_map(|operation| Some((*operation, operation.body()?)));
        let mut scores: Vec<_> =
            with_body.map(|(operation, shape)| (score(&document, operation, shape), operation)).collect();
        scores.sort_by_key(|(score, _)| Reverse(*score));
        let candidates = |keep: &dyn Fn(&(usize, usize, bool)) -> bool| {
            let kept = scores.iter().filter(|(score, _)| keep(score));
            Detection::Ambiguous(kept.map(|(_, operation)| *operation).collect())
        };
        match scores[..] {
            [((0, ..), _), ..] => candidates(&|_| true),
            [(best, first), (next, _), ..] if next < best => Detection::One(first),
            [(best, _), ..] => candidates(&|score| *score == best),
            [] => Detection::Any,
        }
    }
}

/// Returns the number of known keys, how many of them are required, and whether the operation creates something.
fn score(document: &Document<'_>, operation: Operation, shape: &Shape) -> (usize, usize, bool) {
    if document.node(0).tag != Tag::Object {
        return (0, 0, false);
    }
    let (mut known, mut required) = (0u32, 0u32);
    for key in document.keys(0) {
        let key = document.string(document.node(key));
        if let Some(place) = shape.find(&key.to_bytes()) {
            let needed = shape.fields.get(place).is_some_and(|f| f.presence == Presence::Required);
            known |= 1 << place;
            required |= u32::from(needed) << place;
        }
    }
    (known.count_ones() as usize, required.count_ones() as usize, operation.method() == "POST")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_the_operation() {
        let detect = |body: &str| Checker::new().detect(body.as_bytes());
        assert_eq!(detect(r#"{"name": 1}"#), Detection::One(Operation::CreateCampaign));
        assert_eq!(detect(r#"{"name": 1, "launch": true}"#), Detection::One(Operation::UpdateCampaign));
        assert_eq!(detect(r#"{"smtp_host": 1}"#), Detection::One(Operation::CreateSmtpAccount));
        assert_eq!(
            detect(r#"{"email": 1, "name": 2, "email": 1}"#),
            Detection::Ambiguous(vec![Operation::CreateCampaign, Operation::AddLead])
        );
        for body in ["{", "", "null", "[[["] {
            assert_eq!(detect(body), Detection::Any, "{body}");
        }
        for body in ["{}", "[]", "5", r#"{"x": 1}"#] {
            assert!(matches!(detect(body), Detection::Ambiguous(_)), "{body}");
        }
    }
}
