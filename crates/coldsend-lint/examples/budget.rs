//! Sends many requests, but at most 100 per minute and 1,000 per hour, by tokio's clock.
//!
//! `cargo run -p coldsend-lint --example budget`
#![allow(clippy::print_stdout)]

use coldsend_lint::Budget;
use std::time::Instant;
use tokio::time::sleep;

/// Returns the time of the clock that `sleep` uses, which tests can pause.
fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// Calls `send` for each request, as soon as the rate limits allow it.
async fn send_all<R>(requests: impl IntoIterator<Item = R>, mut send: impl AsyncFnMut(R)) {
    let mut budget = Budget::default();
    for request in requests {
        sleep(budget.wait(now())).await;
        budget.record(now());
        send(request).await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = now();
    send_all(1..=101, async |lead| println!("{:?}: lead {lead}", now() - start)).await;
}

#[tokio::test(start_paused = true)]
async fn no_minute_and_no_hour_exceeds_its_limit() {
    let start = now();
    let mut sent = Vec::new();
    send_all(0..1_250, async |_| sent.push((now() - start).as_secs())).await;
    for (seconds, most) in [(60, 100), (60 * 60, 1_000)] {
        let fullest =
            sent.iter().map(|from| sent.iter().filter(|at| (*from..from + seconds).contains(at)).count());
        assert_eq!(fullest.max(), Some(most));
    }
    assert_eq!((sent[99], sent[100], sent[200]), (0, 60, 120));
    assert!(sent[1_000] >= 60 * 60 && sent[1_249] < 60 * 60 + 5 * 60);
}
