//! Measures each row by itself, with divan: `cargo bench -p coldsend-lint-benches`. The program of this crate compares
//! them.
use coldsend_lint_benches::rows::rows;
use std::cell::RefCell;

fn names() -> Vec<String> {
    rows().iter().map(|row| format!("{:?}: {}", row.group, row.name)).collect()
}

#[divan::bench(args = names())]
fn row(bencher: divan::Bencher, name: &String) {
    let row = rows().into_iter().find(|row| format!("{:?}: {}", row.group, row.name) == *name);
    if let Some(row) = row {
        let row = RefCell::new(row);
        bencher.bench_local(|| row.borrow_mut().round());
    }
}

fn main() {
    divan::main();
}
