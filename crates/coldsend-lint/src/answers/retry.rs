//! Whether, and when, to send the same request again.
use std::time::Duration;

/// Whether the same request may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Retry {
    /// No: the answer would be the same.
    Never,
    /// Once the error has been fixed.
    AfterFix,
    /// After this many seconds.
    After {
        /// The wait.
        seconds: u64,
    },
    /// After a wait that grows with each attempt.
    Backoff,
}

impl Retry {
    /// Returns its name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Retry::Never => "never",
            Retry::AfterFix => "after_fix",
            Retry::After { .. } => "after",
            Retry::Backoff => "backoff",
        }
    }

    /// Returns the wait in seconds, if known.
    pub const fn seconds(self) -> Option<u64> {
        match self {
            Retry::After { seconds } => Some(seconds),
            _ => None,
        }
    }

    /// Returns the wait as a [`Duration`], if known.
    ///
    /// ```
    /// use coldsend_lint::{Answer, Retry};
    /// use std::time::Duration;
    ///
    /// let answer = Answer::parse(429, r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#);
    /// assert_eq!(answer.retry().duration(), Some(Duration::from_secs(60)));
    /// assert_eq!(Retry::Never.duration(), None);
    /// ```
    pub const fn duration(self) -> Option<Duration> {
        match self {
            Retry::After { seconds } => Some(Duration::from_secs(seconds)),
            _ => None,
        }
    }
}
