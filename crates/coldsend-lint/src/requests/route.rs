//! From a method and a path to the operation that they name, or to why there is none.
use super::nearest::nearest;
use super::not_checked::{NOT_CHECKED, Reason};
use super::operation::Operation;
use super::path::{self, BASE, placeholder};
use crate::python::unquote;
use crate::schema::shape::Field;

/// What a method and a path lead to.
#[derive(Clone, Debug)]
pub(crate) enum Route {
    /// An operation, and the values of the path's parameters.
    Operation(Operation, Vec<(&'static Field, String)>),
    /// What is not checked: its method, its path, and why.
    NotChecked(&'static str, &'static str, Reason),
    /// Nothing; the operation whose method and path are nearest.
    Unknown(Option<Operation>),
}

/// What a method and a path lead to. The path is percent-decoded before it is matched, as the server does: `%2F` is a
/// slash. A parameter's own name or `id`, in braces or after a colon, stands for any value.
pub(crate) fn find(method: &str, path: &str) -> Route {
    let end = path.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(path.len());
    let Some(path) = path.get(..end).and_then(without_host) else { return Route::Unknown(None) };
    let segments = segments(path);
    let is_method = |other: &str| other.eq_ignore_ascii_case(method);
    for (methods, template, reason) in NOT_CHECKED {
        if let Some(method) = methods.iter().find(|other| is_method(other))
            && values(template, &segments).is_some()
        {
            return Route::NotChecked(method, template, *reason);
        }
    }
    for operation in Operation::ALL.iter().filter(|operation| is_method(operation.method())) {
        if let Some(values) = values(operation.path(), &segments) {
            return Route::Operation(*operation, values);
        }
    }
    Route::Unknown(nearest(method, segments.iter().map(|segment| segment.text.as_str())))
}

/// A path without the scheme and the host before it.
fn without_host(path: &str) -> Option<&str> {
    if path.starts_with('/') {
        return Some(path);
    }
    let address = path.split_once("://").map_or(path, |(_, address)| address);
    let (host, path) = address.split_at(address.find('/')?);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    (!host.is_empty() && host.bytes().all(fits)).then_some(path)
}

/// A part of a path between two slashes.
struct Segment<'p> {
    text: String,
    /// The name in it, if it may be that of a parameter.
    placeholder: Option<&'p str>,
}

/// The segments of a path, decoded, without those before every path.
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

/// The values of a path's parameters, if it fits the template. Of those that may be any text, none is kept.
fn values(template: &str, segments: &[Segment<'_>]) -> Option<Vec<(&'static Field, String)>> {
    let (mut expected, mut values) = (template.split('/').peekable(), Vec::new());
    for segment in segments {
        let part = expected.next()?;
        match placeholder(part) {
            Some(_) if segment.text.is_empty() => return None,
            Some(name) if segment.placeholder.is_some_and(|written| written == name || written == "id") => {}
            Some(name) => {
                values.extend(path::parameter(template, name).map(|field| (field, segment.text.clone())));
            }
            None if segment.text == part => {}
            // The server's pattern ends in a `$`, before which a line feed may stand.
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
        let Route::Operation(operation, parameters) = find(method, path) else { return None };
        Some((operation, parameters.iter().map(|(field, value)| format!("{}={value}", field.name)).collect()))
    }

    #[test]
    fn paths_name_operations() {
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
            ("POST", "/campaigns/1/leads"),
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
            Some((Operation::GetSmtpAccountsJob, vec![]))
        );
        assert_eq!(route("PATCH", "/replies/threads/:id/star"), Some((Operation::StarThread, vec![])));
    }

    #[test]
    fn what_is_not_checked_is_no_operation() {
        for operation in Operation::ALL {
            let found = route(operation.method(), operation.path()).map(|found| found.0);
            assert_eq!(found, Some(*operation));
        }
        for (methods, template, reason) in NOT_CHECKED {
            for method in *methods {
                let Route::NotChecked(found, path, why) = find(method, template) else {
                    panic!("{method} {template}")
                };
                assert_eq!((found, path, why), (*method, *template, *reason));
            }
        }
    }
}
