//! How many requests the API accepts per period.
use super::Answer;
use crate::error::Evidence;
use crate::schema::{Page, page};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A number of requests in any period of a given length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The number of requests.
    pub requests: usize,
    /// The length of the period.
    pub per: Duration,
}

impl Quota {
    /// 100 requests a minute.
    pub const PER_MINUTE: Quota = Quota::new(100, Duration::from_secs(60));
    /// 1,000 requests an hour.
    pub const PER_HOUR: Quota = Quota::new(1_000, Duration::from_secs(60 * 60));
    /// How certain [`PER_MINUTE`](Self::PER_MINUTE) and [`PER_HOUR`](Self::PER_HOUR) are.
    pub const EVIDENCE: Evidence = Evidence::Printed;
    /// The page that states both.
    pub const PAGE: Page = page::RATE_LIMITS;

    /// Creates your own quota, such as one that support grants you.
    pub const fn new(requests: usize, per: Duration) -> Self {
        Quota { requests, per }
    }
}

/// A point in time: an [`Instant`], or the [`Duration`] since any fixed point.
///
/// This trait is sealed.
#[diagnostic::on_unimplemented(
    message = "a `Budget` cannot be kept by `{Self}`",
    note = "pass a `std::time::Instant`, or the `Duration` since any fixed point",
    note = "with tokio's clock, pass `tokio::time::Instant::now().into_std()`"
)]
pub trait Moment: sealed::Moment {}

impl Moment for Duration {}
impl Moment for Instant {}

mod sealed {
    use super::{Duration, Instant};

    pub trait Moment: Copy + Ord {
        /// Returns the time since an earlier point, or zero if that point is later.
        fn since(self, earlier: Self) -> Duration;

        /// Returns the point after a wait, or `None` if there is none.
        fn after(self, wait: Duration) -> Option<Self>;
    }

    impl Moment for Duration {
        fn since(self, earlier: Self) -> Duration {
            self.saturating_sub(earlier)
        }

        fn after(self, wait: Duration) -> Option<Self> {
            self.checked_add(wait).filter(|_| wait != Duration::MAX)
        }
    }

    impl Moment for Instant {
        fn since(self, earlier: Self) -> Duration {
            self.saturating_duration_since(earlier)
        }

        fn after(self, wait: Duration) -> Option<Self> {
            self.checked_add(wait)
        }
    }
}

/// Keeps count of the requests that you send, and says how long to wait before each.
///
/// All operations share one budget, and each request counts as one, retries included. No page says when the API's
/// minute or hour begins, so the quotas apply to any minute and hour.
///
/// It reads no clock: you pass the time, as an [`Instant`] or as the [`Duration`] since any fixed point.
/// [`reserve`](Self::reserve) takes the next free time, and returns how long to wait for it. Threads and tasks can
/// share a budget, since each reserves a time of its own before it sleeps:
///
/// ```
/// use coldsend_lint::Budget;
/// use std::sync::{Arc, Mutex};
/// use std::thread;
/// use std::time::Instant;
///
/// let budget = Arc::new(Mutex::new(Budget::default()));
/// let threads: Vec<_> = (0..3)
///     .map(|_| {
///         let budget = Arc::clone(&budget);
///         thread::spawn(move || {
///             let wait = budget.lock().unwrap().reserve(Instant::now());
///             thread::sleep(wait);
///             // Now send the request.
///         })
///     })
///     .collect();
/// # threads.into_iter().for_each(|thread| thread.join().unwrap());
/// ```
///
/// With tokio's clock, which tests can pause, pass `tokio::time::Instant::now().into_std()`. With durations:
///
/// ```
/// use coldsend_lint::Budget;
/// use std::time::Duration;
///
/// let mut budget = Budget::default();
/// let second = Duration::from_secs(1);
/// for _ in 0..100 {
///     assert_eq!(budget.reserve(5 * second), Duration::ZERO);
/// }
/// assert_eq!(budget.wait(6 * second), 59 * second);
/// assert_eq!(budget.reserve(6 * second), 59 * second);
/// ```
///
/// The API counts requests when they arrive, which may be closer together than they were sent:
/// [`with_margin`](Self::with_margin) leaves time for that. If the API rejects a request with a 429 all the same, call
/// [`heed`](Self::heed), so that other tasks wait as well. Retry with a [`Backoff`](crate::Backoff): first sleep as it
/// says, then reserve.
///
/// The type is inferred from the calls. If you need to write it, as in a field, it is `Budget`, or
/// `Budget<Duration>` for durations.
#[derive(Clone, Debug)]
pub struct Budget<M = Instant> {
    quotas: Vec<Quota>,
    /// The latest requests, in order; at most as many as the largest quota.
    sent: VecDeque<M>,
    /// The time before which the API accepts no request.
    closed_until: Option<M>,
}

/// The documented quotas: 100 a minute and 1,000 an hour.
impl<M: Moment> Default for Budget<M> {
    fn default() -> Self {
        Budget::new(&[Quota::PER_MINUTE, Quota::PER_HOUR])
    }
}

impl<M: Moment> Budget<M> {
    /// Creates a budget with your own quotas, such as those that support grants you.
    ///
    /// ```
    /// use coldsend_lint::{Budget, Quota};
    /// use std::time::{Duration, Instant};
    ///
    /// let budget: Budget<Instant> = Budget::new(&[Quota::new(300, Duration::from_secs(60)), Quota::PER_HOUR]);
    /// ```
    pub fn new(quotas: &[Quota]) -> Self {
        Budget { quotas: quotas.to_vec(), sent: VecDeque::new(), closed_until: None }
    }

    /// Makes each period longer by a margin, for requests that do not take equally long to arrive. With connections that
    /// are opened by the first request, a second is reasonable.
    ///
    /// ```
    /// use coldsend_lint::Budget;
    /// use std::time::{Duration, Instant};
    ///
    /// let mut budget = Budget::default().with_margin(Duration::from_secs(1));
    /// let now = Instant::now();
    /// assert!((0..100).all(|_| budget.reserve(now).is_zero()));
    /// assert_eq!(budget.reserve(now), Duration::from_secs(61));
    /// ```
    #[must_use]
    pub fn with_margin(mut self, margin: Duration) -> Self {
        for quota in &mut self.quotas {
            quota.per = quota.per.saturating_add(margin);
        }
        self
    }

    /// Takes an answer into account: if it is a 429 that gives a wait, the next request is not sent before that.
    ///
    /// ```
    /// use coldsend_lint::{Answer, Budget};
    /// use std::time::{Duration, Instant};
    ///
    /// let (mut budget, now) = (Budget::default(), Instant::now());
    /// budget.heed(&Answer::parse(429, "").with_retry_after(30), now);
    /// assert_eq!(budget.reserve(now), Duration::from_secs(30));
    /// ```
    pub fn heed(&mut self, answer: &Answer, now: M) {
        let wait = answer.retry().duration();
        self.closed_until = self.closed_until.max(wait.and_then(|wait| now.after(wait)));
    }

    /// Records a request at the first time from now on that is within every quota, and returns how long to wait for
    /// it: [`Duration::ZERO`] if that is now. [`Duration::MAX`] if a quota allows no requests; then nothing is
    /// recorded.
    #[must_use = "this does not sleep: sleep for the returned duration, then send the request"]
    pub fn reserve(&mut self, now: M) -> Duration {
        let wait = self.wait(now);
        if let Some(at) = now.after(wait) {
            self.record(at);
        }
        wait
    }

    /// Records a request that was sent without [`reserve`](Self::reserve). Calls may be in any order.
    pub fn record(&mut self, at: M) {
        let most = self.quotas.iter().map(|quota| quota.requests).max().unwrap_or(0);
        let place = self.sent.partition_point(|sent| *sent <= at);
        self.sent.insert(place, at);
        if self.sent.len() > most {
            self.sent.pop_front();
        }
    }

    /// Returns how long to wait until the next request is within every quota, without reserving that time:
    /// [`Duration::ZERO`] if it is now. Requests recorded with a later time count as well. [`Duration::MAX`] if a quota
    /// allows no requests.
    #[must_use = "this neither sleeps nor records the request: use `reserve` for that"]
    pub fn wait(&self, now: M) -> Duration {
        let closed = self.closed_until.map_or(Duration::ZERO, |until| until.since(now));
        self.quotas.iter().map(|quota| self.wait_for(quota, now)).fold(closed, Duration::max)
    }

    fn wait_for(&self, quota: &Quota, now: M) -> Duration {
        if quota.requests == 0 {
            return Duration::MAX;
        }
        // The request that must leave the period before the next one.
        let oldest = self.sent.len().checked_sub(quota.requests).and_then(|place| self.sent.get(place));
        oldest.map_or(Duration::ZERO, |sent| {
            // The request may be later than now; one of the two differences is zero.
            quota.per.saturating_sub(now.since(*sent)).saturating_add(sent.since(now))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn the_hour_holds_where_the_minute_does_not() {
        let mut budget = Budget::default();
        for minute in 0..10 {
            for _ in 0..100 {
                assert_eq!(budget.wait(seconds(60 * minute)), Duration::ZERO);
                budget.record(seconds(60 * minute));
            }
        }
        assert_eq!(budget.wait(seconds(600)), seconds(3000));
        assert_eq!(budget.wait(seconds(3599)), seconds(1));
        assert_eq!(budget.wait(seconds(3600)), Duration::ZERO);
    }

    #[test]
    fn no_time_and_no_quota_is_too_odd() {
        let mut budget = Budget::default();
        (0..100).for_each(|_| budget.record(Duration::MAX));
        assert_eq!(budget.wait(Duration::MAX), seconds(60));
        assert_eq!(budget.wait(Duration::ZERO), Duration::MAX);
        let mut none = Budget::new(&[]);
        none.record(seconds(1));
        assert_eq!(none.wait(seconds(1)), Duration::ZERO);
        let never = Budget::new(&[Quota::new(0, seconds(1))]);
        let now = Instant::now();
        let mut endless = Budget::new(&[Quota::new(1, Duration::MAX)]);
        endless.record(now);
        assert_eq!(endless.wait(now + seconds(1)), Duration::MAX - seconds(1));
        assert_eq!(never.wait(Duration::ZERO), Duration::MAX);
        let mut never = never;
        assert_eq!(never.reserve(Duration::ZERO), Duration::MAX);
        assert!(never.sent.is_empty());
        assert_eq!(Budget::default().reserve(Duration::MAX), Duration::ZERO);
    }

    #[test]
    fn memory_is_bounded() {
        let mut budget = Budget::default();
        (0..100_000).for_each(|at| budget.record(seconds(at)));
        assert_eq!(budget.sent.len(), Quota::PER_HOUR.requests);
        assert!(budget.sent.capacity() <= 2 * Quota::PER_HOUR.requests + 2);
    }

    /// The first moment from now on at which fewer requests are within the period than the quota has.
    fn model(quotas: &[Quota], sent: &[u64], now: u64) -> u64 {
        let fits = |at: u64| {
            quotas.iter().all(|quota| {
                let within = sent.iter().filter(|sent| **sent + quota.per.as_secs() > at).count();
                within < quota.requests
            })
        };
        (now..).find(|at| fits(*at)).unwrap() - now
    }

    proptest! {
        #[test]
        fn waits_as_a_model_that_forgets_nothing(
            quotas in prop::collection::vec((1usize..8, 1u64..50), 0..3),
            calls in prop::collection::vec(0u64..100, 0..40),
            now in 0u64..200,
        ) {
            let quotas: Vec<_> = quotas
                .into_iter()
                .map(|(requests, per)| Quota::new(requests, seconds(per)))
                .collect();
            let mut budget = Budget::new(&quotas);
            for (i, at) in calls.iter().enumerate() {
                budget.record(seconds(*at));
                let expected = model(&quotas, &calls[..=i], now);
                prop_assert_eq!(budget.wait(seconds(now)), seconds(expected));
            }
        }

        #[test]
        fn instants_are_as_durations(
            quotas in prop::collection::vec((0usize..8, 1u64..50_000), 0..3),
            calls in prop::collection::vec((any::<bool>(), 0u64..100_000), 0..60),
        ) {
            let start = Instant::now();
            let quotas: Vec<_> = quotas
                .into_iter()
                .map(|(requests, per)| Quota::new(requests, Duration::from_millis(per)))
                .collect();
            let (mut durations, mut instants) = (Budget::new(&quotas), Budget::new(&quotas));
            for (is_sent, at) in calls {
                let at = Duration::from_millis(at);
                prop_assert_eq!(instants.wait(start + at), durations.wait(at));
                if is_sent {
                    durations.record(at);
                    instants.record(start + at);
                }
            }
        }

        #[test]
        fn whoever_reserves_keeps_every_quota(
            gaps in prop::collection::vec(0u64..4, 0..300),
            sleeps in any::<bool>(),
        ) {
            let quotas = [Quota::new(5, seconds(10)), Quota::new(20, seconds(100))];
            let (mut budget, mut now, mut sent) = (Budget::new(&quotas), 0, Vec::new());
            for gap in gaps {
                now += gap;
                let wait = budget.reserve(seconds(now)).as_secs();
                sent.push(now + wait);
                // One task sleeps before it reserves again; many tasks reserve at once.
                if sleeps {
                    now += wait;
                }
            }
            for quota in quotas {
                // Whenever a period begins, and so also in one that the API begins.
                let mut windows = sent.windows(quota.requests + 1);
                let kept = windows.all(|window| window[quota.requests] - window[0] >= quota.per.as_secs());
                prop_assert!(kept);
            }
        }
    }
}
