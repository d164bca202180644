//! Waits that grow with each retry.
use super::{Answer, AnswerKind, Retry};
use crate::requests::operation::Operation;
use std::ops::Range;
use std::time::Duration;

/// The sample on the page stops after this many waits of 2^n seconds, starting with n = 0.
const RETRIES: u32 = 5;

/// The waits before you send a request again: 1, 2, 4, 8 and 16 seconds, as on the [page on rate
/// limits](https://docs.coldsend.pro/reference/rate-limits), or longer if an answer asks for more. So with the first
/// attempt, a request is sent up to 6 times.
///
/// It neither sleeps nor reads a clock:
///
/// ```
/// use coldsend_lint::{Answer, Backoff};
/// use std::time::Duration;
///
/// # let mut answers = vec![
/// #     Answer::parse(200, "{}"),
/// #     Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#),
/// #     Answer::parse(503, ""),
/// # ];
/// # let mut send = || answers.pop().unwrap();
/// # let mut slept = Vec::new();
/// # let mut sleep = |wait: Duration| slept.push(wait.as_secs());
/// let mut backoff = Backoff::default();
/// let answer = loop {
///     let answer = send();
///     backoff.heed(&answer);
///     match backoff.next() {
///         Some(wait) => sleep(wait),
///         // It succeeded, or sending it again cannot help, or there were enough attempts.
///         None => break answer,
///     }
/// };
/// # assert_eq!(answer.status(), Some(200));
/// # assert_eq!(slept, [1, 60]);
/// ```
///
/// If the connection fails, there is no answer to heed: call only [`next`](Iterator::next).
///
/// A request that ended in a 5xx or in a failed connection may have been carried out all the same, and the API documents
/// no idempotency keys. With [`for_operation`](Self::for_operation), only a 429 is retried if sending the request twice
/// could have two effects.
#[derive(Clone, Debug)]
#[must_use = "`Backoff` does not sleep: sleep for each duration that it returns"]
pub struct Backoff<J = fn(Duration) -> Duration> {
    retries: Range<u32>,
    /// The wait that the last answer asked for.
    requested: Duration,
    longest: Duration,
    /// What is left of the total, if it is limited.
    total: Option<Duration>,
    /// Whether a request that may have been carried out can be sent again.
    is_idempotent: bool,
    /// Whether the next retry is known to be safe.
    is_safe: bool,
    jitter: J,
}

/// The start of `retries` that leaves no further ones.
const STOPPED: u32 = u32::MAX;

impl Default for Backoff {
    fn default() -> Self {
        Backoff {
            retries: 0..RETRIES,
            requested: Duration::ZERO,
            longest: Duration::MAX,
            total: None,
            is_idempotent: true,
            is_safe: true,
            jitter: |_| Duration::ZERO,
        }
    }
}

/// The waits after a first answer: none if sending the request again cannot help; otherwise first the wait that the
/// answer asks for, if any.
impl From<&Answer> for Backoff {
    fn from(answer: &Answer) -> Self {
        let mut backoff = Backoff::default();
        backoff.heed(answer);
        backoff
    }
}

impl<J> Backoff<J> {
    /// Takes an answer into account: it may ask for a longer wait, or rule out a retry.
    pub fn heed(&mut self, answer: &Answer) {
        match answer.retry() {
            Retry::Never | Retry::AfterFix => self.retries.start = STOPPED,
            Retry::After { seconds } => self.requested = Duration::from_secs(seconds),
            Retry::Backoff => self.requested = Duration::ZERO,
        }
        self.is_safe = self.is_idempotent || matches!(answer.kind(), AnswerKind::RateLimited { .. });
    }

    /// Retries only what cannot have two effects: if the operation is not
    /// [idempotent](crate::Operation::is_idempotent), only a 429, which says that the request was rejected.
    ///
    /// ```
    /// use coldsend_lint::{Answer, Backoff, Operation};
    ///
    /// let mut backoff = Backoff::default().for_operation(Operation::AddLead);
    /// backoff.heed(&Answer::parse(429, ""));
    /// assert!(backoff.next().is_some());
    /// // The lead may have been added.
    /// backoff.heed(&Answer::parse(503, ""));
    /// assert!(backoff.next().is_none());
    /// ```
    pub fn for_operation(mut self, operation: Operation) -> Self {
        self.is_idempotent = operation.is_idempotent();
        self.is_safe &= self.is_idempotent;
        self
    }

    /// Adds jitter, so that many clients do not all return at once: `jitter` receives each wait and returns how much
    /// to add. The sum never exceeds the [longest wait](Self::with_longest_wait).
    ///
    /// ```
    /// use coldsend_lint::Backoff;
    /// use std::time::Duration;
    ///
    /// // A crate for random numbers has better ones.
    /// let random = || Duration::from_millis(300);
    /// let mut backoff = Backoff::default().with_jitter(|wait| random().min(wait));
    /// assert_eq!(backoff.next(), Some(Duration::from_millis(1300)));
    /// ```
    pub fn with_jitter<K: FnMut(Duration) -> Duration>(self, jitter: K) -> Backoff<K> {
        let Backoff { retries, requested, longest, total, is_idempotent, is_safe, jitter: _ } = self;
        Backoff { retries, requested, longest, total, is_idempotent, is_safe, jitter }
    }

    /// Sets the number of retries, instead of 5, including those already made: with 3, the request is sent up to 4
    /// times. If an answer rules out a retry, there is still none.
    ///
    /// ```
    /// use coldsend_lint::{Answer, Backoff};
    ///
    /// let waits = |status| Backoff::from(&Answer::parse(status, "")).with_retries(3).map(|wait| wait.as_secs());
    /// assert_eq!(waits(503).collect::<Vec<_>>(), [1, 2, 4]);
    /// assert_eq!(waits(401).count(), 0);
    /// ```
    pub fn with_retries(mut self, retries: u32) -> Self {
        self.retries.end = retries;
        self
    }

    /// Sets the longest single wait, jitter included. A wait that an answer asks for is never shortened, since an
    /// earlier request would be rejected again: if an answer asks for more, there is no further retry. Its wait is in
    /// [`Answer::retry`].
    ///
    /// ```
    /// use coldsend_lint::{Answer, Backoff};
    /// use std::time::Duration;
    ///
    /// let mut backoff = Backoff::default().with_retries(7).with_longest_wait(Duration::from_secs(10));
    /// assert!(backoff.clone().map(|wait| wait.as_secs()).eq([1, 2, 4, 8, 10, 10, 10]));
    ///
    /// backoff.heed(&Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 9 seconds."}"#));
    /// assert_eq!(backoff.next(), Some(Duration::from_secs(9)));
    /// backoff.heed(&Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#));
    /// assert_eq!(backoff.next(), None);
    /// ```
    pub fn with_longest_wait(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// Sets the longest time that all further waits may take together. A wait that would exceed it is not made: there
    /// is no further retry.
    ///
    /// ```
    /// use coldsend_lint::Backoff;
    /// use std::time::Duration;
    ///
    /// let backoff = Backoff::default().with_total_wait(Duration::from_secs(10));
    /// assert!(backoff.map(|wait| wait.as_secs()).eq([1, 2, 4]));
    /// ```
    pub fn with_total_wait(mut self, total: Duration) -> Self {
        self.total = Some(total);
        self
    }
}

impl<J: FnMut(Duration) -> Duration> Iterator for Backoff<J> {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        let requested = std::mem::take(&mut self.requested);
        let is_safe = std::mem::replace(&mut self.is_safe, self.is_idempotent);
        if requested > self.longest || !is_safe {
            self.retries.start = STOPPED;
        }
        let seconds = 2_u64.saturating_pow(self.retries.next()?);
        let wait = Duration::from_secs(seconds).min(self.longest).max(requested);
        let wait = wait.saturating_add((self.jitter)(wait)).min(self.longest);
        if let Some(total) = &mut self.total {
            match total.checked_sub(wait) {
                Some(left) => *total = left,
                None => {
                    self.retries.start = STOPPED;
                    return None;
                }
            }
        }
        Some(wait)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.retries.len()))
    }
}

impl<J: FnMut(Duration) -> Duration> std::iter::FusedIterator for Backoff<J> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(waits: impl Iterator<Item = Duration>) -> Vec<u64> {
        waits.map(|wait| wait.as_secs()).collect()
    }

    #[test]
    fn waits_double() {
        assert_eq!(seconds(Backoff::default()), [1, 2, 4, 8, 16]);
    }

    #[test]
    fn many_retries_do_not_overflow() {
        let waits: Vec<_> = Backoff::default().with_retries(100).collect();
        assert_eq!(waits.len(), 100);
        for (n, wait) in waits.iter().enumerate() {
            assert_eq!(wait.as_secs(), if n < 64 { 1 << n } else { u64::MAX }, "{n}");
        }
        assert_eq!(Backoff::default().with_retries(u32::MAX).nth(100), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(Backoff::default().with_retries(0).next(), None);
    }

    #[test]
    fn retries_are_counted_in_all() {
        let mut backoff = Backoff::default().with_retries(2);
        assert_eq!(seconds(backoff.by_ref()), [1, 2]);
        let mut backoff = backoff.with_retries(3);
        assert_eq!(seconds(backoff.by_ref()), [4]);
        assert_eq!(seconds(backoff.with_retries(1)), [0; 0]);
        let never = Answer::parse(401, "");
        assert_eq!(Backoff::from(&never).with_retries(u32::MAX).next(), None);
        assert_eq!(seconds(Backoff::from(&never).with_retries(9)), [0; 0]);
    }

    #[test]
    fn the_longest_wait_is_its_own() {
        let most = Duration::from_secs(5);
        assert_eq!(seconds(Backoff::default().with_longest_wait(most)), [1, 2, 4, 5, 5]);
        assert_eq!(seconds(Backoff::default().with_longest_wait(Duration::ZERO)), [0; 5]);
        assert_eq!(seconds(Backoff::default().with_longest_wait(most).with_retries(100)).len(), 100);
        let millis = Duration::from_millis(1500);
        let waits = Backoff::default().with_longest_wait(millis).with_jitter(|wait| wait / 10);
        assert_eq!(waits.map(|wait| wait.as_millis()).collect::<Vec<_>>(), [1100, 1500, 1500, 1500, 1500]);
    }

    #[test]
    fn what_asks_for_more_than_the_longest_wait_ends_it() {
        let most = Duration::from_secs(30);
        let asks = |seconds| Answer::parse(429, "").with_retry_after(seconds);
        assert_eq!(seconds(Backoff::from(&asks(30)).with_longest_wait(most)), [30, 2, 4, 8, 16]);
        let mut backoff = Backoff::from(&asks(31)).with_longest_wait(most);
        assert_eq!((backoff.next(), backoff.next()), (None, None));
        // For good.
        backoff.heed(&asks(1));
        assert_eq!((backoff.next(), backoff.with_retries(100).next()), (None, None));
        // The last value counts, as everywhere.
        let mut backoff = Backoff::from(&asks(31)).with_longest_wait(most);
        backoff.heed(&asks(3));
        assert_eq!(seconds(backoff), [3, 2, 4, 8, 16]);
        let wider = Backoff::from(&asks(31)).with_longest_wait(most).with_longest_wait(2 * most);
        assert_eq!(seconds(wider), [31, 2, 4, 8, 16]);
    }

    #[test]
    fn an_answer_sets_the_first_wait() {
        let after = |status, body: &[u8]| seconds(Backoff::from(&Answer::parse(status, body)));
        let limited = br#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;
        assert_eq!(after(429, limited), [60, 2, 4, 8, 16]);
        assert_eq!(after(429, b""), [1, 2, 4, 8, 16]);
        assert_eq!(after(500, b""), [1, 2, 4, 8, 16]);
        for (status, body) in [(200, "{}"), (401, ""), (400, r#"{"detail":"x"}"#)] {
            assert_eq!(after(status, body.as_bytes()), [0; 0], "{status}");
        }
        let reset = Answer::parse(429, b"").with_reset(1_704_067_230, 1_704_067_200);
        assert_eq!(seconds(Backoff::from(&reset)), [30, 2, 4, 8, 16]);
        // The reset is past: the usual wait.
        assert_eq!(seconds(Backoff::from(&Answer::parse(429, b"").with_reset(5, 10)).take(1)), [1]);
    }

    #[test]
    fn every_answer_is_heeded() {
        let mut backoff = Backoff::default();
        let asks = |seconds| {
            Answer::parse(
                429,
                format!(r#"{{"detail":"Rate limit exceeded. Retry after {seconds} seconds."}}"#).as_bytes(),
            )
        };
        backoff.heed(&asks(7));
        assert_eq!(backoff.next(), Some(Duration::from_secs(7)));
        backoff.heed(&asks(1));
        assert_eq!(backoff.next(), Some(Duration::from_secs(2)));
        backoff.heed(&asks(u64::MAX));
        backoff.heed(&Answer::parse(503, b""));
        assert_eq!(backoff.next(), Some(Duration::from_secs(4)));
        backoff.heed(&Answer::parse(200, b""));
        assert_eq!(backoff.next(), None);
    }

    #[test]
    fn all_waits_together_have_a_limit() {
        let total = |seconds| Backoff::default().with_total_wait(Duration::from_secs(seconds));
        assert_eq!(seconds(total(0)), [0; 0]);
        assert_eq!(seconds(total(7)), [1, 2, 4]);
        assert_eq!(seconds(total(31)), [1, 2, 4, 8, 16]);
        // Jitter counts, and once it has stopped, it stays stopped.
        let mut backoff = total(3).with_jitter(|wait| wait);
        assert_eq!((backoff.next(), backoff.next()), (Some(Duration::from_secs(2)), None));
        backoff.heed(&Answer::parse(503, ""));
        assert_eq!(backoff.next(), None);
    }

    #[test]
    fn jitter_only_adds() {
        let backoff = Backoff::default().with_jitter(|wait| wait / 2);
        let waits: Vec<_> = backoff.map(|wait| wait.as_millis()).collect();
        assert_eq!(waits, [1500, 3000, 6000, 12_000, 24_000]);
        let endless = Backoff::default().with_jitter(|_| Duration::MAX);
        assert!(endless.into_iter().all(|wait| wait == Duration::MAX));
    }
}
