//! Answers of the API in fixtures.
use crate::fixtures::texts;

/// An answer of the API in a file, as `curl -i` prints it, or only its body:
///
/// ```text
/// HTTP/1.1 401 Unauthorized
///
/// {"detail": "Invalid or revoked API key"}
/// ```
#[derive(Debug)]
pub struct Response {
    /// The file name without the extension, such as `answers-printed`.
    pub name: String,
    /// The status, if the file has one.
    pub status: Option<u16>,
    /// What follows the blank line, or the whole file if it has no status.
    pub body: Vec<u8>,
}

impl Response {
    fn parse(name: String, text: Vec<u8>) -> Result<Self, String> {
        let Some(rest) = text.strip_prefix(b"HTTP/1.1 ") else {
            return Ok(Response { name, status: None, body: text });
        };
        let text = std::str::from_utf8(rest).map_err(|error| error.to_string())?;
        let (head, body) = text.split_once("\n\n").ok_or("a blank line must follow the status")?;
        let code = head.split(' ').next().unwrap_or_default();
        let status = code.parse().map_err(|error| format!("{code}: {error}"))?;
        Ok(Response { name, status: Some(status), body: body.into() })
    }

    /// Parses the answer.
    pub fn read(&self) -> coldsend_lint::Answer {
        coldsend_lint::Answer::parse(self.status, &self.body)
    }
}

/// Returns the fixtures of an answer, whose names are `answers-….http`.
pub fn responses(answer: &str) -> Result<Vec<Response>, String> {
    let texts = texts(answer)?.into_iter().filter(|(name, _)| name.starts_with("answers-"));
    texts
        .map(|(name, text)| {
            Response::parse(name.clone(), text).map_err(|error| format!("{answer}/{name}: {error}"))
        })
        .collect()
}
