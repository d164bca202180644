//! Answers as Rust errors.
use super::{Answer, AnswerKind};
use std::fmt;

impl Answer {
    /// Returns `Ok` for a success, and otherwise the answer as the error.
    ///
    /// A 2xx is not a success if its body says otherwise, such as an answer with what a launch lacks.
    ///
    /// ```
    /// use coldsend_lint::Answer;
    /// # fn send() -> (u16, &'static str) {
    /// #     (401, r#"{"detail": "Invalid or revoked API key"}"#)
    /// # }
    ///
    /// fn launch() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    ///     let (status, body) = send();
    ///     Answer::parse(status, body).into_result()?;
    ///     Ok(())
    /// }
    ///
    /// let error = launch().unwrap_err();
    /// assert_eq!(error.to_string(), "401 invalid-api-key: The API key is unknown or has been revoked");
    /// let answer: &Answer = error.downcast_ref().unwrap();
    /// assert_eq!(answer.status(), Some(401));
    /// ```
    pub fn into_result(self) -> Result<(), Answer> {
        match self.kind {
            AnswerKind::Success => Ok(()),
            _ => Err(self),
        }
    }
}

/// Shows the status, if there is one, the id and what happened, but no text that a server sent, which may repeat
/// secrets: see [`detail`](Answer::detail) and [`unread`](Answer::unread).
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status {
            write!(f, "{status} ")?;
        }
        write!(f, "{}: {}", self.kind.info().id, self.title())
    }
}

impl std::error::Error for Answer {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_sent_is_not_displayed() {
        let shown = |status: Option<u16>, body: &str| Answer::parse(status, body).to_string();
        let limited = r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;
        assert_eq!(shown(Some(429), limited), "429 rate-limited: Too many requests were sent");
        // The status that is documented.
        assert_eq!(shown(None, limited), "429 rate-limited: Too many requests were sent");
        assert_eq!(shown(None, "hunter2"), "unknown: The documentation does not describe this answer");
        assert_eq!(
            shown(Some(418), "hunter2"),
            "418 unknown: The documentation does not describe this answer"
        );
        let scopes = r#"{"detail": "Missing required scopes: hunter2"}"#;
        let lacks = "403 insufficient-scopes: The API key lacks a scope that the operation needs";
        assert_eq!(shown(Some(403), scopes), lacks);
        for info in AnswerKind::ALL {
            assert!(info.cause.ends_with('.') && info.cause.matches(['.', '\n']).count() == 1, "{}", info.id);
        }
    }

    #[test]
    fn only_a_success_is_ok() {
        let ok = |status: Option<u16>, body: &str| Answer::parse(status, body).into_result().is_ok();
        for (status, body) in [(200, "{}"), (201, ""), (204, ""), (299, "\"x\"")] {
            assert!(ok(Some(status), body), "{status}");
        }
        assert!(Answer::new(AnswerKind::Success).into_result().is_ok());
        for status in [100, 199, 300, 304, 400, 404, 429, 500, 503] {
            assert!(!ok(Some(status), "{}"), "{status}");
        }
        assert!(!ok(None, ""));
        assert!(!ok(Some(200), r#"{"is_launch_ready": false, "missing_requirements": ["leads"]}"#));
        let error = Answer::parse(401, "x").into_result().unwrap_err();
        assert!(error == Answer::parse(401, "x"));
    }

    #[test]
    fn results_with_it_are_small() {
        // From 128 bytes on, clippy warns of every function of a caller that returns it as an error.
        assert!(size_of::<Answer>() < 128, "{}", size_of::<Answer>());
        fn is_error<E: std::error::Error + Send + Sync + 'static>() {}
        is_error::<Answer>();
    }
}
