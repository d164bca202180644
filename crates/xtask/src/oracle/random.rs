//! Random requests from a seed. They follow the shape of each operation, so that a new field or operation is tested as
//! soon as it is declared.
mod damage;
mod document;
mod moment;
mod number;
mod pools;
mod query;
mod text;
mod value;

use super::case::Case;
use coldsend_lint::{Operation, Payload};
use fastrand::Rng;

/// The kind of body to make.
#[derive(Clone, Copy, PartialEq)]
enum Validity {
    /// All values are valid, in any form that the API accepts.
    Valid,
    /// Some values are just inside or just outside their bounds.
    Edge,
    /// A few values are something else.
    Mutated,
    /// Many values are something else.
    Wrong,
}

/// A source of requests.
pub(super) struct Generator {
    rng: Rng,
}

/// Generates the request with this index of a seed. It depends only on these two numbers.
pub(super) fn case(seed: u64, index: u64) -> Case {
    let mut mixer = Rng::with_seed(seed);
    let mut generator =
        Generator { rng: Rng::with_seed(mixer.u64(..) ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15)) };
    generator.case()
}

impl Generator {
    fn case(&mut self) -> Case {
        let operation = self.operation();
        let wrong_path = self.one_in(12);
        let values = operation.parameter_names().map(|_| self.path_value(wrong_path)).collect();
        let sent = match operation.payload() {
            Payload::Body(shape) => self.body(shape),
            Payload::Query(shape) => self.query(shape),
            Payload::Csv | Payload::Nothing => Vec::new(),
        };
        Case { operation, values, sent }
    }

    /// Picks an operation. Those with more fields are more likely.
    fn operation(&mut self) -> Operation {
        let weight = |operation: &Operation| match operation.payload() {
            Payload::Body(shape) => 8 + shape.fields.len(),
            Payload::Query(shape) => 4 + shape.fields.len(),
            Payload::Csv | Payload::Nothing => 1,
        };
        let all: usize = Operation::ALL.iter().map(weight).sum();
        let mut left = self.rng.usize(..all);
        for operation in Operation::ALL {
            match left.checked_sub(weight(operation)) {
                Some(rest) => left = rest,
                None => return *operation,
            }
        }
        Operation::CreateCampaign
    }

    fn body(&mut self, shape: &'static coldsend_lint::shape::Shape) -> Vec<u8> {
        let validity = match self.rng.u8(..100) {
            0..24 => Validity::Valid,
            24..44 => Validity::Edge,
            44..68 => Validity::Mutated,
            _ => Validity::Wrong,
        };
        let doc = match self.rng.u8(..100) {
            0..2 => return self.whole(),
            // Not damaged: if it were truncated, it might be just as deep as the server allows, which is not specified.
            2..5 => {
                let hostile = self.hostile(shape);
                let text = self.write(&hostile);
                return self.encoded(&text);
            }
            _ => self.object(shape, validity),
        };
        let text = self.write(&doc);
        let text = if self.one_in(12) { self.damaged(text) } else { text };
        self.encoded(&text)
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.rng.u32(..n) == 0
    }

    fn pick<'p, T: ?Sized>(&mut self, pool: &[&'p T]) -> &'p T {
        pool[self.rng.usize(..pool.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::case;

    #[test]
    fn a_seed_makes_the_same_requests_again() {
        let made = |seed| (0..50).map(|i| case(seed, i)).map(|c| (c.request(), c.sent)).collect::<Vec<_>>();
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
    }
}
