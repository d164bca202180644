//~ cannot borrow `checker` as mutable more than once
use coldsend_lint::{Checker, Operation};

fn main() {
    let mut checker = Checker::new();
    let first = checker.check(Operation::AddLead, "{}");
    let second = checker.check(Operation::AddLead, "{}");
    let _ = (first.is_accepted(), second.is_accepted());
}
