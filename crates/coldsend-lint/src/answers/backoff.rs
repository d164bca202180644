//! Waits that grow.
use super::{Answer, Retry};
use std::ops::Range;
use std::time::Duration;

/// The page's sample gives up after so many tries; before the next one it waits 2^n seconds, from n = 0.
const TRIES: u32 = 5;

/// The waits before a request is sent again: 1, 2, 4, 8 and 16 seconds, as the
/// [page on rate limits](https://docs.coldsend.pro/reference/rate-limits) has them, or longer where an answer
/// asks for more.
///
/// It neither sleeps nor reads a clock:
///
/// ```
/// use coldsend_lint::{Answer, Backoff};
/// use std::time::Duration;
///
/// # let mut answers = vec![
/// #     Answer::parse(200, b"{}"),
/// #     Answer::parse(429, br#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#),
/// #     Answer::parse(503, b""),
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
///         // It succeeded, or sending the same again is of no use, or it was tried often enough.
///         None => break answer,
///     }
/// };
/// # assert_eq!(answer.status(), Some(200));
/// # assert_eq!(slept, [1, 60]);
/// ```
#[derive(Clone, Debug)]
pub struct Backoff<J = fn(Duration) -> Duration> {
    tries: Range<u32>,
    /// What the last answer asked for.
    told: Duration,
    jitter: J,
}

impl Default for Backoff {
    fn default() -> Self {
        Backoff { tries: 0..TRIES, told: Duration::ZERO, jitter: |_| Duration::ZERO }
    }
}

/// As after a first answer: none if the same request is not to be sent again, and first the wait that the
/// answer asks for, if it does.
impl From<&Answer> for Backoff {
    fn from(answer: &Answer) -> Self {
        let mut backoff = Backoff::default();
        backoff.heed(answer);
        backoff
    }
}

impl<J> Backoff<J> {
    /// Takes what an answer says of the next wait: that it be at least so long, or that there be none.
    pub fn heed(&mut self, answer: &Answer) {
        match answer.retry() {
            Retry::Never | Retry::AfterFix => self.tries = 0..0,
            Retry::After { seconds } => self.told = Duration::from_secs(seconds),
            Retry::Backoff => self.told = Duration::ZERO,
        }
    }

    /// The same, with more to wait, so that many clients do not all return at once: `jitter` is given each
    /// wait, and what it returns is added. No wait gets shorter than an answer asked for.
    pub fn with_jitter<K: FnMut(Duration) -> Duration>(self, jitter: K) -> Backoff<K> {
        Backoff { tries: self.tries, told: self.told, jitter }
    }
}

impl<J: FnMut(Duration) -> Duration> Iterator for Backoff<J> {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        let told = std::mem::take(&mut self.told);
        let wait = Duration::from_secs(1 << self.tries.next()?).max(told);
        Some(wait.saturating_add((self.jitter)(wait)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.tries.size_hint()
    }
}

impl<J: FnMut(Duration) -> Duration> ExactSizeIterator for Backoff<J> {}
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
        assert_eq!(Backoff::default().len(), 5);
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
    fn jitter_only_adds() {
        let backoff = Backoff::default().with_jitter(|wait| wait / 2);
        let waits: Vec<_> = backoff.map(|wait| wait.as_millis()).collect();
        assert_eq!(waits, [1500, 3000, 6000, 12_000, 24_000]);
        let endless = Backoff::default().with_jitter(|_| Duration::MAX);
        assert!(endless.into_iter().all(|wait| wait == Duration::MAX));
    }
}
