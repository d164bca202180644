//~ an `Outcome` may be a rejection: check `rejection`, or call `into_result()`
#![deny(unused_must_use)]
use coldsend_lint::{Checker, Operation};

fn main() {
    Checker::new().check(Operation::AddLead, "{}");
}
