//~ this does not sleep: sleep for the returned duration, then send the request
#![deny(unused_must_use)]
use coldsend_lint::Budget;
use std::time::Instant;

fn main() {
    let mut budget = Budget::default();
    budget.reserve(Instant::now());
}
