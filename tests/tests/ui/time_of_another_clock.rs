//~ a `Budget` cannot be kept by `SystemTime`
//~ pass a `std::time::Instant`, or the `Duration` since any fixed point
//~ with tokio's clock, pass `tokio::time::Instant::now().into_std()`
use coldsend_lint::Budget;
use std::time::SystemTime;

fn main() {
    let mut budget = Budget::default();
    let _ = budget.reserve(SystemTime::now());
}
