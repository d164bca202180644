//! How many requests the API accepts per period.
use crate::error::Evidence;
use crate::schema::Page;
use crate::schema::page;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A number of requests in any period of a given length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The number of requests.
    pub requests: usize,
    /// The length of the period.
    pub per: Duration,
    /// How certain it is.
    pub evidence: Evidence,
    /// The page that states it.
    pub page: Page,
}

impl Quota {
    /// 100 requests a minute.
    pub const PER_MINUTE: Quota = Quota::printed(100, 60);
    /// 1,000 requests an hour.
    pub const PER_HOUR: Quota = Quota::printed(1_000, 60 * 60);

    const fn printed(requests: usize, seconds: u64) -> Self {
        let (evidence, page) = (Evidence::Printed, page::RATE_LIMITS);
        Quota { requests, per: Duration::from_secs(seconds), evidence, page }
    }
}

/// A point in time: an [`Instant`], or the [`Duration`] since any fixed point.
///
/// This trait is sealed.
pub trait Moment: sealed::Moment {}

impl Moment for Duration {}
impl Moment for Instant {}

mod sealed {
    use super::{Duration, Instant};

    pub trait Moment: Copy + Ord {
        /// The time since an earlier point; zero if that is later.
        fn since(self, earlier: Self) -> Duration;
    }

    impl Moment for Duration {
        fn since(self, earlier: Self) -> Duration {
            self.saturating_sub(earlier)
        }
    }

    impl Moment for Instant {
        fn since(self, earlier: Self) -> Duration {
            self.saturating_duration_since(earlier)
        }
    }
}

/// Keeps count of the requests that you sent, and says when you can send the next one.
///
/// All endpoints share one budget, and each request counts as one. No page says when the API's minute or hour begins,
/// so the quotas apply to any minute and hour.
///
/// It reads no clock: you pass the time, as an [`Instant`] or as the [`Duration`] since any fixed point.
///
/// ```
/// use coldsend_lint::Budget;
/// use std::time::Instant;
///
/// let mut budget = Budget::default();
/// for _ in 0..3 {
///     std::thread::sleep(budget.wait(Instant::now()));
///     budget.record(Instant::now());
///     // Now the request is sent.
/// }
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
///     assert_eq!(budget.wait(5 * second), Duration::ZERO);
///     budget.record(5 * second);
/// }
/// assert_eq!(budget.wait(6 * second), 59 * second);
/// assert_eq!(budget.wait(65 * second), Duration::ZERO);
/// ```
///
/// The type is inferred from the calls. If you need to write it, as in a field, it is `Budget<Instant>`, or `Budget`
/// for durations.
#[derive(Clone, Debug)]
pub struct Budget<M = Duration> {
    quotas: Vec<Quota>,
    /// The latest requests, in order; at most as many as the largest quota.
    sent: VecDeque<M>,
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
    /// use std::time::Instant;
    ///
    /// let budget: Budget<Instant> = Budget::new(&[Quota { requests: 300, ..Quota::PER_MINUTE }]);
    /// ```
    pub fn new(quotas: &[Quota]) -> Self {
        Budget { quotas: quotas.to_vec(), sent: VecDeque::new() }
    }

    /// Records a request that you sent. Calls may be in any order.
    pub fn record(&mut self, at: M) {
        let most = self.quotas.iter().map(|quota| quota.requests).max().unwrap_or(0);
        let place = self.sent.partition_point(|sent| *sent <= at);
        self.sent.insert(place, at);
        if self.sent.len() > most {
            self.sent.pop_front();
        }
    }

    /// How long to wait until the next request is within every quota; zero if it is now. Requests recorded with a
    /// later time count as well. [`Duration::MAX`] if a quota allows no requests.
    #[must_use = "this does not sleep: sleep for the returned duration, then call it again"]
    pub fn wait(&self, now: M) -> Duration {
        self.quotas.iter().map(|quota| self.wait_for(quota, now)).max().unwrap_or_default()
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
        let never = Budget::new(&[Quota { requests: 0, ..Quota::PER_HOUR }]);
        let now = Instant::now();
        let mut endless = Budget::new(&[Quota { requests: 1, per: Duration::MAX, ..Quota::PER_HOUR }]);
        endless.record(now);
        assert_eq!(endless.wait(now + seconds(1)), Duration::MAX - seconds(1));
        assert_eq!(never.wait(Duration::ZERO), Duration::MAX);
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
                .map(|(requests, per)| Quota { requests, per: seconds(per), ..Quota::PER_MINUTE })
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
                .map(|(requests, per)| Quota { requests, per: Duration::from_millis(per), ..Quota::PER_MINUTE })
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
        fn whoever_waits_keeps_every_quota(gaps in prop::collection::vec(0u64..4, 0..300)) {
            let quotas = [Quota { requests: 5, per: seconds(10), ..Quota::PER_MINUTE },
                Quota { requests: 20, per: seconds(100), ..Quota::PER_HOUR }];
            let (mut budget, mut now, mut sent) = (Budget::new(&quotas), 0, Vec::new());
            for gap in gaps {
                now += gap;
                now += budget.wait(seconds(now)).as_secs();
                budget.record(seconds(now));
                sent.push(now);
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
