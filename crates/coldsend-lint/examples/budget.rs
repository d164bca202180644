//! Sends many requests at once and stays within 100 a minute and 1,000 an hour, by tokio's clock.
//!
//! `cargo run -p coldsend-lint --example budget`
#![allow(clippy::print_stdout)]

use coldsend_lint::Budget;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::sleep;

/// Returns the time of the clock that `sleep` uses, which tests can pause.
fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// Waits for the next time at which the API accepts a request. Any number of tasks may wait.
async fn turn(budget: &Mutex<Budget>) {
    // The lock is released before the task sleeps.
    let wait = budget.lock().unwrap_or_else(PoisonError::into_inner).reserve(now());
    sleep(wait).await;
}

/// Sends each request in a task of its own, and returns when each was sent.
async fn send_all(requests: usize) -> Vec<Instant> {
    // Requests may arrive closer together than they were sent.
    let budget = Arc::new(Mutex::new(Budget::default().with_margin(Duration::from_secs(1))));
    let mut tasks = JoinSet::new();
    for _ in 0..requests {
        let budget = Arc::clone(&budget);
        tasks.spawn(async move {
            turn(&budget).await;
            // Now send the request; if it is rejected all the same, call `heed`.
            now()
        });
    }
    let mut sent = tasks.join_all().await;
    sent.sort();
    sent
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = now();
    for (request, sent) in send_all(101).await.into_iter().enumerate() {
        println!("{:?}: request {request}", sent - start);
    }
}

#[tokio::test(start_paused = true)]
async fn no_minute_and_no_hour_exceeds_its_limit() {
    let start = now();
    // The timer of tokio has a resolution of a millisecond, and never wakes too early.
    let sent: Vec<_> = send_all(1_250).await.into_iter().map(|sent| (sent - start).as_secs()).collect();
    for (seconds, most) in [(60, 100), (60 * 60, 1_000)] {
        let fullest =
            sent.iter().map(|from| sent.iter().filter(|at| (*from..from + seconds).contains(at)).count());
        assert_eq!(fullest.max(), Some(most));
    }
    assert_eq!((sent[99], sent[100], sent[200]), (0, 61, 122));
    assert!(sent[1_000] >= 60 * 60 && sent[1_249] < 60 * 60 + 5 * 60);
}
