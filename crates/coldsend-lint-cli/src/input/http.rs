//! The output of `curl -i`: blocks of a status line and headers, then the body.
use std::borrow::Cow;
use std::iter;

/// A response: its status, its last block of headers, and its body.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Response<'t> {
    pub(crate) status: Option<u16>,
    /// The status line and the headers.
    head: &'t [u8],
    pub(crate) body: &'t [u8],
}

impl<'t> Response<'t> {
    /// Returns the value of a header; if it is repeated, the last one.
    pub(crate) fn header(&self, name: &str) -> Option<Cow<'t, str>> {
        let value = |line: &'t [u8]| {
            let (start, rest) = line.split_at_checked(name.len())?;
            start.eq_ignore_ascii_case(name.as_bytes()).then_some(rest)?.strip_prefix(b":")
        };
        let lines = iter::successors(line(self.head), |(_, rest)| line(rest));
        let value = lines.filter_map(|(line, _)| value(line)).last()?;
        Some(String::from_utf8_lossy(value.trim_ascii()))
    }
}

/// Undoes what an editor or a shell does when it saves a response: returns UTF-8, without a byte order mark or
/// leading blank lines. Text without headers is not changed, since the encoding of a body must be kept.
pub(crate) fn unsaved(bytes: &[u8]) -> Cow<'_, [u8]> {
    let wide = |unit: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let (units, _) = bytes.as_chunks();
        String::from_utf16_lossy(&units.iter().map(|bytes| unit(*bytes)).collect::<Vec<_>>())
            .into_bytes()
            .into()
    };
    let text: Cow<'_, [u8]> = match bytes {
        // The encoding that PowerShell writes.
        [0xFF, 0xFE, text @ ..] => wide(u16::from_le_bytes, text),
        [0xFE, 0xFF, text @ ..] => wide(u16::from_be_bytes, text),
        [0xEF, 0xBB, 0xBF, text @ ..] => text.into(),
        _ => bytes.into(),
    };
    match text {
        Cow::Borrowed(text) if has_status(text.trim_ascii_start()) => text.trim_ascii_start().into(),
        Cow::Owned(text) if has_status(text.trim_ascii_start()) => text.trim_ascii_start().to_vec().into(),
        _ => bytes.into(),
    }
}

fn has_status(text: &[u8]) -> bool {
    line(text).is_some_and(|(line, _)| status(line).is_some())
}

/// Parses a response; text without headers is only a body.
pub(crate) fn read(text: &[u8]) -> Response<'_> {
    let mut response = Response { body: text, ..Response::default() };
    // Redirects, proxies and `100 Continue` have blocks of their own; the last block belongs to the answer.
    while let Some(status) = line(response.body).and_then(|(line, _)| status(line)) {
        let (next, is_whole) = block(status, response.body);
        if is_whole {
            response = next;
            continue;
        }
        // Text that only begins like a block is the body of the block before it. An incomplete block ends the search:
        // otherwise, a text full of such beginnings would be read repeatedly.
        return if response.status.is_some_and(|status| status >= 200) { response } else { next };
    }
    response
}

/// Splits off a block, and returns whether it has an end: a blank line or, since `100 Continue` has no body, the next
/// status line. Without an end, the body begins at the first line that cannot be a header.
fn block(status: u16, text: &[u8]) -> (Response<'_>, bool) {
    let up_to = |rest: &[u8], body| {
        let head = text.get(..text.len() - rest.len()).unwrap_or(text);
        Response { status: Some(status), head, body }
    };
    let mut rest = line(text).map_or(text, |(_, rest)| rest);
    let mut odd = None;
    while let Some((header, after)) = line(rest) {
        if header.is_empty() {
            return (up_to(rest, after), true);
        }
        if status < 200 && self::status(header).is_some() {
            return (up_to(rest, rest), true);
        }
        if let [b'{' | b'[' | b'"' | b'<', ..] = header {
            odd = odd.or(Some(rest));
            break;
        }
        let is_header =
            String::from_utf8_lossy(header).split_once(':').is_some_and(|(name, _)| is_name(name));
        // Continuation lines are indented.
        if !is_header && !header.starts_with(b" ") && !header.starts_with(b"\t") {
            odd = odd.or(Some(rest));
        }
        rest = after;
    }
    (up_to(rest, odd.unwrap_or_default()), false)
}

/// Returns whether this is a valid header name (RFC 9110).
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Returns the first line without its line break, and the rest.
fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    if text.is_empty() {
        return None;
    }
    let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
    let line = text.get(..end)?;
    Some((line.strip_suffix(b"\r").unwrap_or(line), text.get(end + 1..).unwrap_or_default()))
}

/// Returns the status in a line such as `HTTP/1.1 429 Too Many Requests` or `HTTP/2 429`.
fn status(line: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(line).ok()?.strip_prefix("HTTP/")?;
    let status = line.split(' ').nth(1)?;
    status.parse().ok().filter(|status: &u16| status.to_string().len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_block_counts() {
        let text = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/2 429 \r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\nx-ratelimit-reset: 1704067230\r\n\r\n{}\n";
        let response = read(text);
        assert_eq!((response.status, response.body), (Some(429), b"{}\n".as_slice()));
        assert_eq!(response.header("date").unwrap(), "Mon, 01 Jan 2024 00:00:00 GMT");
        assert_eq!(response.header("X-RateLimit-Reset").unwrap(), "1704067230");
        assert_eq!(response.header("retry-after"), None);
    }

    #[test]
    fn headers_are_those_of_the_last_block() {
        let header = |text: &[u8]| read(text).header("x").map(Cow::into_owned);
        assert_eq!(header(b"HTTP/2 301\nx: 1\n\nHTTP/2 204\n\n"), None);
        assert_eq!(header(b"HTTP/2 204\nX : 1\nxy: 2\n x: 3\nx\n\nx: 4\n"), None);
        assert_eq!(header(b"HTTP/2 204\nx:1\nX: \t\xff \r\n\r\nx: 2").unwrap(), "\u{FFFD}");
        assert_eq!(header(b"HTTP/2 204\nx:").unwrap(), "");
        assert_eq!(header(b"HTTP/2 204\nx: 1\n{\nx: 2\n}").unwrap(), "1");
        assert_eq!(header(b"x: 1"), None);
    }

    #[test]
    fn a_body_alone_is_left_alone() {
        for text in ["", "{}", "HTTP/", "HTTP/1.1\n", "HTTP/1.1 4290 x\n", "HTTP/1.1 abc\n\n{}"] {
            assert_eq!(read(text.as_bytes()), Response { body: text.as_bytes(), ..Response::default() });
        }
        assert_eq!(read(b"HTTP/2 204").status, Some(204));
        assert_eq!(read(b"HTTP/1.1 500 Oops\nno header\n\nbody").body, b"body");
    }

    #[test]
    fn a_body_without_a_blank_line_before_it_is_found() {
        let body = |text: &'static str| str::from_utf8(read(text.as_bytes()).body).unwrap();
        assert_eq!(body("HTTP/2 400\ndate: x\n{\n\n}"), "{\n\n}");
        assert_eq!(body("HTTP/2 400\ndate: x\n folded\nServer down: now\nx: y"), "Server down: now\nx: y");
        assert_eq!(body("HTTP/2 400\ndate: x\n"), "");
        // Bodies that begin like a block.
        assert_eq!(body("HTTP/2 502\n\nHTTP/1.1 502 Bad Gateway"), "HTTP/1.1 502 Bad Gateway");
        assert_eq!(read(b"HTTP/2 100\n\nHTTP/2 204").status, Some(204));
        assert_eq!(read(b"HTTP/2 100\nx: y\nHTTP/2 204\n\nbody").body, b"body");
    }

    #[test]
    fn no_beginnings_of_blocks_are_read_again_and_again() {
        // Quadratic time would take minutes.
        for block in
            ["HTTP/1 100\n", "HTTP/1 100\nx\n", "HTTP/1 200\n", "HTTP/1 100\n\n", "HTTP/1 100\nHTTP/1 200\n"]
        {
            let status = read(block.repeat(100_000).as_bytes()).status;
            assert!(matches!(status, Some(100 | 200)), "{block}");
        }
    }

    #[test]
    fn mutated_headers_never_lose_the_body() {
        let head = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Too Many Requests\r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\nContent-Type: application/json\r\nX-RateLimit-Reset: 1704067230\r\n\r\n";
        let bodies = [
            "{\"detail\": \"Rate limit exceeded. Retry after 60 seconds.\"}",
            "{\n  \"is_launch_ready\": false,\n\n  \"missing_requirements\": []\n}\n",
            "<html>\n\n<h1>Too Many Requests</h1>\n</html>",
            "Internal Server Error",
        ];
        let mut random = fastrand::Rng::with_seed(6);
        let mut recognized = 0;
        for round in 0..10_000 {
            let mut text = head.as_bytes().to_vec();
            for _ in 0..random.usize(1..6) {
                // The line feed before the body stays.
                let last = text.len() - 1;
                let at = random.usize(..=last.saturating_sub(1));
                match random.u8(..6) {
                    0 if at < last => text[at] = random.u8(..),
                    1 if at < last => drop(text.remove(at)),
                    2 => text.insert(at, b"\r\n: \0/{"[random.usize(..7)]),
                    3 => drop(text.drain(at..last)),
                    4 => drop(text.drain(..at)),
                    _ => {
                        let part = text[random.usize(..=at)..=at].to_vec();
                        text.splice(at..at, part);
                    }
                }
            }
            let body = bodies[round % bodies.len()].as_bytes();
            text.extend_from_slice(body);
            let response = read(&text);
            assert!(response.body.ends_with(body), "{:?}", text.escape_ascii().to_string());
            recognized += usize::from(response.status == Some(429) && response.body == body);
        }
        assert!((1_000..10_000).contains(&recognized), "{recognized}");
    }

    #[test]
    fn what_was_saved_is_as_it_was() {
        let text = "HTTP/2 429 \r\nretry-after: 5\r\n\r\n\"é😀\"";
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| {
            format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
        };
        for saved in [
            text.into(),
            format!("\u{FEFF}{text}").into(),
            format!("\n \r\n\t{text}").into(),
            format!("\u{FEFF}\r\n{text}").into(),
            wide(text, u16::to_le_bytes),
            wide(text, u16::to_be_bytes),
            wide(&format!("\r\n{text}"), u16::to_le_bytes),
        ] {
            assert_eq!(String::from_utf8_lossy(&unsaved(&saved)), text);
        }
        // Half a unit at the end.
        assert_eq!(unsaved(b"\xFF\xFEH\0T\0T\0P\0/\x002\0 \x002\x000\x004\0x").as_ref(), b"HTTP/2 204");
        let body = wide("{}", u16::to_le_bytes);
        for alone in [&b"\n {}"[..], b"\xEF\xBB\xBF{}", &body, b"", b"\xFF\xFE", b"\n\nHTTP/"] {
            assert_eq!(unsaved(alone), alone);
        }
    }
}
