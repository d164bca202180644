//! Finds the operation for a method and a path, or the reason why there is none.
use super::nearest::nearest;
use super::not_checked::NOT_CHECKED;
use super::operation::Operation;
use super::path::{BASE, placeholder};
use super::unknown::UnknownOperation;
use crate::python::unquote;

/// The values of a path's parameters, each with its name.
type Values = Vec<(&'static str, String)>;

/// Finds the operation for a method and a path, and the values of the path's parameters. The path is percent-decoded
/// before it is matched, as by the server, so `%2F` is a slash. A parameter's name or `id`, in braces or after a colon,
/// stands for any value.
pub(crate) fn find(method: &str, path: &str) -> Result<(Operation, Values), UnknownOperation> {
    let end = path.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(path.len());
    let Some(path) = path.get(..end).and_then(without_host) else {
        return Err(UnknownOperation::other(None));
    };
    let segments = segments(path);
    let is_method = |other: &str| other.eq_ignore_ascii_case(method);
    for (methods, template, reason) in NOT_CHECKED {
        if let Some(method) = methods.iter().find(|other| is_method(other))
            && values(template, &segments).is_some()
        {
            return Err(UnknownOperation::not_checked(method, template, *reason));
        }
    }
    for operation in Operation::ALL.iter().filter(|operation| is_method(operation.method())) {
        if let Some(values) = values(operation.path(), &segments) {
            return Ok((*operation, values));
        }
    }
    Err(UnknownOperation::other(nearest(method, segments.iter().map(|segment| segment.text.as_str()))))
}

/// Returns a path without its scheme and host, or `None` if they are invalid.
fn without_host(path: &str) -> Option<&str> {
    if path.starts_with('/') {
        return Some(path);
    }
    let address = path.split_once("://").map_or(path, |(_, address)| address);
    let (host, path) = address.split_at(address.find('/')?);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    (!host.is_empty() && host.bytes().all(fits)).then_some(path)
}

/// A segment of a path.
struct Segment<'p> {
    text: String,
    /// The name in it, if it looks like a parameter.
    placeholder: Option<&'p str>,
}

/// Returns the decoded segments of a path, without the common prefix.
fn segments(path: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    for raw in path.split('/') {
        match placeholder(raw) {
            placeholder @ Some(_) => segments.push(Segment { text: raw.to_owned(), placeholder }),
            None => {
                let part = |text: &str| Segment { text: text.to_owned(), placeholder: None };
                segments.extend(unquote(raw, false).split('/').map(part));
            }
        }
    }
    let has_base = segments.len() > BASE.len() + 1
        && segments.iter().skip(1).zip(BASE).all(|(segment, base)| segment.text == base);
    if has_base {
        segments.drain(1..=BASE.len());
    }
    segments
}

/// Returns the names and values of a path's parameters, if it matches the template.
fn values(template: &'static str, segments: &[Segment<'_>]) -> Option<Values> {
    let (mut expected, mut values) = (template.split('/').peekable(), Vec::new());
    for segment in segments {
        let part = expected.next()?;
        match placeholder(part) {
            Some(_) if segment.text.is_empty() => return None,
            Some(name) if segment.placeholder.is_some_and(|written| written == name || written == "id") => {}
            Some(name) => values.push((name, segment.text.clone())),
            None if segment.text == part => {}
            // The server's pattern ends with `$`, which also matches before a final line feed.
            None if expected.peek().is_none() && segment.text.strip_suffix('\n') == Some(part) => {}
            None => return None,
        }
    }
    expected.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(method: &str, path: &str) -> Option<(Operation, Vec<String>)> {
        let (operation, parameters) = find(method, path).ok()?;
        Some((operation, parameters.iter().map(|(name, value)| format!("{name}={value}")).collect()))
    }

    #[test]
    fn operations_are_found_by_path() {
        let update = |parameters: &[&str]| {
            Some((Operation::UpdateCampaign, parameters.iter().map(|p| (*p).to_owned()).collect()))
        };
        for path in ["{campaign_id}", "{id}", ":campaign_id", ":id"] {
            assert_eq!(route("PUT", &format!("/campaigns/{path}")), update(&[]), "{path}");
        }
        for (path, value) in [
            ("/campaigns/1", "1"),
            ("/campaigns/x%20y", "x y"),
            ("/campaigns/x+y", "x+y"),
            ("/campaigns/%7Bid%7D", "{id}"),
            ("/campaigns/{lead_id}", "{lead_id}"),
            ("/campaigns/:x", ":x"),
            ("/campaigns/x:", "x:"),
            ("/campaigns/%", "%"),
            ("/campaigns/%C3%A9%FF", "é\u{FFFD}"),
            ("/campaigns/1%0A", "1\n"),
            ("/campaigns%2f1", "1"),
            ("/api%2Fpublic/v1/campaigns/1", "1"),
            ("/api/public/v1/campaigns/1", "1"),
            ("https://api.coldsend.pro/api/public/v1/campaigns/1?x=/", "1"),
            ("api.coldsend.pro/api/public/v1/campaigns/1", "1"),
        ] {
            assert_eq!(route("PUT", path), update(&[&format!("campaign_id={value}")]), "{path}");
        }
        assert_eq!(route("put", "/campaigns/{id}"), update(&[]));
        assert_eq!(route("POST", "/campaigns").map(|found| found.0), Some(Operation::CreateCampaign));
        assert_eq!(route("POST", "/campaigns%0A").map(|found| found.0), Some(Operation::CreateCampaign));
        for (method, path) in [
            ("PUT", "/campaigns/"),
            ("PUT", "/campaigns/1%2F2"),
            ("PUT", "/campaigns"),
            ("PUT", " /campaigns/1"),
            ("PUT", "/campaigns/1/leads"),
            ("POST", "/campaigns%0A%0A"),
            ("POST", ""),
            ("POST", "https://host"),
            ("GET", "/sender-accounts/quotas"),
            ("get", "/sender-accounts/quotas"),
            ("GET", "/campaigns/1/leads/export"),
        ] {
            assert_eq!(route(method, path), None, "{method} {path}");
        }
        assert_eq!(
            route("GET", "/campaigns/{id}/leads/upload/1"),
            Some((Operation::GetLeadUpload, vec!["job_id=1".to_owned()]))
        );
        assert_eq!(
            route("get", "/sender-accounts/smtp/bulk/x/progress"),
            Some((Operation::GetSmtpAccountsJob, vec!["job_id=x".to_owned()]))
        );
        assert_eq!(route("PATCH", "/replies/threads/:id/star"), Some((Operation::StarThread, vec![])));
    }

    #[test]
    fn paths_that_are_not_checked_are_not_operations() {
        for operation in Operation::ALL {
            let found = route(operation.method(), operation.path()).map(|found| found.0);
            assert_eq!(found, Some(*operation));
        }
        for (methods, template, reason) in NOT_CHECKED {
            for method in *methods {
                let unknown = find(method, template).unwrap_err();
                assert_eq!(unknown, UnknownOperation::not_checked(method, template, *reason));
            }
        }
    }
}
