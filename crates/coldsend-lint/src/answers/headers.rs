//! The wait in headers.
use super::Answer;
use std::time::UNIX_EPOCH;

impl Answer {
    /// Adds the wait in the headers, if the message has none: that of `X-RateLimit-Reset`, or else of `Retry-After`.
    ///
    /// `header` is called with names in lower case. It works with any HTTP client:
    ///
    /// ```
    /// use coldsend_lint::{Answer, Retry};
    ///
    /// use std::collections::HashMap;
    ///
    /// let headers = HashMap::from([("date", "Mon, 01 Jan 2024 00:00:00 GMT"), ("x-ratelimit-reset", "1704067230")]);
    /// let answer = Answer::parse(429, "slow down").with_headers(|name| headers.get(name));
    /// assert_eq!(answer.retry(), Retry::After { seconds: 30 });
    /// ```
    ///
    /// With `reqwest`, take the headers before the body, which consumes the response:
    ///
    /// ```
    /// # use coldsend_lint::Answer;
    /// # async fn read(response: reqwest::Response) -> Result<Answer, reqwest::Error> {
    /// let (status, headers) = (response.status().as_u16(), response.headers().clone());
    /// let body = response.bytes().await?;
    /// let answer = Answer::parse(status, body).with_headers(|name| headers.get(name)?.to_str().ok());
    /// # Ok(answer)
    /// # }
    /// ```
    ///
    /// No clock is read: the current time is that of the header `Date`. Without it, `X-RateLimit-Reset` and a
    /// `Retry-After` that is a date are ignored; use [`with_reset`](Self::with_reset) to pass the time yourself.
    /// Invalid values are ignored, and a time in the past gives a wait of 0.
    pub fn with_headers<S: AsRef<str>>(self, mut header: impl FnMut(&'static str) -> Option<S>) -> Self {
        let now = header("date").and_then(|value| date(value.as_ref()));
        let reset = header("x-ratelimit-reset").and_then(|value| value.as_ref().trim().parse().ok());
        let wait = header("retry-after").and_then(|value| wait(value.as_ref(), now));
        let answer = match (reset, now) {
            (Some(reset), Some(now)) => self.with_reset(reset, now),
            _ => self,
        };
        match wait {
            Some(wait) => answer.with_retry_after(wait),
            None => answer,
        }
    }
}

/// Returns the wait of `Retry-After`: seconds or a date, as in RFC 9110.
fn wait(value: &str, now: Option<u64>) -> Option<u64> {
    value.trim().parse().ok().or_else(|| Some(date(value)?.saturating_sub(now?)))
}

/// Returns the Unix seconds of `Mon, 01 Jan 2024 00:00:00 GMT`.
fn date(text: &str) -> Option<u64> {
    let date = httpdate::parse_http_date(text).ok()?;
    date.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::super::Retry;
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    const DATE: (&str, &str) = ("date", "Mon, 01 Jan 2024 00:00:00 GMT");

    fn seconds(body: &str, headers: &[(&str, &str)]) -> Option<u64> {
        let header = |name| headers.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        Answer::parse(429, body).with_headers(header).retry().seconds()
    }

    #[test]
    fn the_message_counts_first_then_the_reset() {
        let with_wait = r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;
        let (reset, after) = (("x-ratelimit-reset", "1704067230"), ("retry-after", "5"));
        assert_eq!(seconds(with_wait, &[DATE, reset, after]), Some(60));
        assert_eq!(seconds("", &[after, reset, DATE]), Some(30));
        assert_eq!(seconds("", &[DATE, after]), Some(5));
        // Without a date, the current time is unknown.
        assert_eq!(seconds("", &[reset, after]), Some(5));
        assert_eq!(seconds("", &[reset]), None);
        assert_eq!(seconds("", &[]), None);
        for status in [200, 401, 503] {
            let answer = Answer::parse(status, "");
            assert!(
                answer.clone().with_headers(|name| Some(if name == "date" { DATE.1 } else { "5" })) == answer
            );
        }
    }

    #[test]
    fn a_wait_is_seconds_or_a_date() {
        let after = |value| seconds("", &[DATE, ("retry-after", value)]);
        assert_eq!(after("3600"), Some(3600));
        assert_eq!(after(" 0\t"), Some(0));
        assert_eq!(after("18446744073709551615"), Some(u64::MAX));
        // The three forms of RFC 9110.
        assert_eq!(after("Mon, 01 Jan 2024 00:01:00 GMT"), Some(60));
        assert_eq!(after("Monday, 01-Jan-24 00:01:00 GMT"), Some(60));
        assert_eq!(after("Mon Jan  1 00:01:00 2024"), Some(60));
        // In the past.
        assert_eq!(after("Sun, 31 Dec 2023 23:59:59 GMT"), Some(0));
        assert_eq!(seconds("", &[("retry-after", "Mon, 01 Jan 2024 00:01:00 GMT")]), None);
    }

    #[test]
    fn odd_values_are_passed_over() {
        for odd in [
            "",
            " ",
            "-1",
            "1.5",
            "1e3",
            "soon",
            "99999999999999999999",
            "５",
            "Mon, 01 Foo 2024 00:01:00 GMT",
        ] {
            assert_eq!(seconds("", &[DATE, ("x-ratelimit-reset", odd), ("retry-after", odd)]), None, "{odd}");
            assert_eq!(seconds("", &[("date", odd), ("x-ratelimit-reset", "1704067230")]), None, "{odd}");
        }
        let reset = |value| seconds("", &[DATE, ("x-ratelimit-reset", value)]);
        assert_eq!(reset("0"), Some(0));
        assert_eq!(reset("18446744073709551615"), Some(u64::MAX - 1_704_067_200));
    }

    #[test]
    fn dates_are_unix_seconds() {
        assert_eq!(date("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(date("Thu, 29 Feb 2024 12:34:56 GMT"), Some(1_709_210_096));
        for odd in [
            "",
            "Thu, 00 Jan 1970 00:00:00 GMT",
            "Thu, 01 Foo 1970 00:00:00 GMT",
            "Thu, 01 Jan 1970 99:00:00",
        ] {
            assert_eq!(date(odd), None, "{odd}");
        }
    }

    #[test]
    fn headers_are_taken_from_what_callers_have() {
        let map = HashMap::from([("Retry-After".to_owned(), "7".to_owned())]);
        let named = |name: &str| map.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let after = Retry::After { seconds: 7 };
        assert_eq!(
            Answer::parse(429, "").with_headers(|name| named(name).map(|(_, value)| value)).retry(),
            after
        );
        assert_eq!(Answer::parse(429, "").with_headers(|name| Some(named(name)?.1.clone())).retry(), after);
        // What lives no longer than the name.
        fn either<'t>(name: &'t str, value: &'t str) -> Option<&'t str> {
            Some(if name == "retry-after" { value } else { name })
        }
        let value = "7".to_owned();
        assert_eq!(Answer::parse(429, "").with_headers(|name| either(name, &value)).retry(), after);
        // One that counts what it is asked.
        let mut asked = Vec::new();
        let _ = Answer::parse(429, "").with_headers(|name| {
            asked.push(name);
            None::<&str>
        });
        assert_eq!(asked, ["date", "x-ratelimit-reset", "retry-after"]);
    }

    proptest! {
        #[test]
        fn no_value_panics(
            now in "\\PC*|[0-9]{1,21}|[MTWFS][a-z]{2,8},? ?[0-9]{2}[ -][JFMAND][a-z]{2}[ -][0-9]{2,4} [0-9:]{8} GMT",
            reset in "\\PC*|[+-]?[0-9]{1,21}",
            after in "\\PC*|[0-9]{1,21}|[MTWFS][a-z]{2} [JFMAND][a-z]{2} [ 0-9]{2} [0-9:]{8} [0-9]{4}",
        ) {
            let headers = [("date", &*now), ("x-ratelimit-reset", &reset), ("retry-after", &after)];
            seconds("", &headers);
        }
    }
}
