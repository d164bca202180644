//! From a method and a path to the operation that they name.
use super::operation::Operation;
use super::path::PARAMETERS;
use crate::python::unquote;
use crate::schema::shape::Field;

/// What stands before every path.
const BASE: [&str; 3] = ["api", "public", "v1"];

/// Routes of the API that are not checked and that look like others whose last segment is a parameter.
const NOT_CHECKED: [(&str, &str); 3] = [
    ("GET", "/sender-accounts/quotas"),
    ("GET", "/sender-accounts/daily-usage"),
    ("GET", "/campaigns/{campaign_id}/leads/export"),
];

/// The operation that a method and a path name, and the values of the path's parameters. The path is
/// percent-decoded before it is matched, as the server does: `%2F` is a slash. A parameter's own name or `id`, in
/// braces or after a colon, stands for any value.
pub(crate) fn find(method: &str, path: &str) -> Option<(Operation, Vec<(&'static Field, String)>)> {
    let end = path.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(path.len());
    let segments = segments(without_host(path.get(..end)?)?);
    let is_method = |other: &str| other.eq_ignore_ascii_case(method);
    if NOT_CHECKED.iter().any(|(other, template)| is_method(other) && values(template, &segments).is_some()) {
        return None;
    }
    let mut operations = Operation::ALL.iter().filter(|operation| is_method(operation.method()));
    operations.find_map(|operation| Some((*operation, values(operation.path(), &segments)?)))
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

/// The name in `{name}` or `:name`.
fn placeholder(segment: &str) -> Option<&str> {
    let in_braces = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    in_braces.or_else(|| segment.strip_prefix(':'))
}

/// The parameter that a segment of a template stands for.
pub(super) fn parameter(segment: &str) -> Option<&'static Field> {
    let name = placeholder(segment)?;
    PARAMETERS.iter().find(|field| field.name == name)
}

/// The values of a path's parameters, if it fits the template.
fn values(template: &str, segments: &[Segment<'_>]) -> Option<Vec<(&'static Field, String)>> {
    let (mut template, mut values) = (template.split('/').peekable(), Vec::new());
    for segment in segments {
        let expected = template.next()?;
        match parameter(expected) {
            Some(_) if segment.text.is_empty() => return None,
            Some(field) if segment.placeholder.is_some_and(|name| name == field.name || name == "id") => {}
            Some(field) => values.push((field, segment.text.clone())),
            None if segment.text == expected => {}
            // The server's pattern ends in a `$`, before which a line feed may stand.
            None if template.peek().is_none() && segment.text.strip_suffix('\n') == Some(expected) => {}
            None => return None,
        }
    }
    template.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(method: &str, path: &str) -> Option<(Operation, Vec<String>)> {
        let (operation, parameters) = find(method, path)?;
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
    }
}
