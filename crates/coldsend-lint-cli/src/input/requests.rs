//! `.http` files, as the REST Client of VS Code and the HTTP client of JetBrains read them: requests between lines that
//! begin with `###`, each with a method, a URL, headers and a body.
mod sent;

pub(crate) use sent::Sent;

use coldsend_lint::BASE_URL;
use coldsend_lint::answers::redact_text;
use sent::Variables;
use std::path::Path;

/// The extensions of such files.
pub(crate) const EXTENSIONS: [&str; 2] = ["http", "rest"];
/// The maximum number of variables of a file.
const MAX_VARIABLES: usize = 1000;

/// A request of a file.
#[derive(Debug, PartialEq)]
pub(crate) struct FileRequest<'t> {
    /// Its number, starting at 1.
    pub(crate) number: usize,
    /// The line of the method and the URL, starting at 1.
    pub(crate) line: usize,
    pub(crate) method: &'t str,
    /// The URL or path, with variables replaced. A segment whose variable is unknown is `{id}`.
    pub(crate) url: String,
    pub(crate) body: Body<'t>,
    pub(crate) goes_to: Where,
}

/// Where a request goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Where {
    /// To the API, or to no host.
    Api,
    /// To a host that a variable has, or to this machine: it may be a stand-in for the API.
    Unknown,
    /// To another host.
    Elsewhere,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Body<'t> {
    /// The text that is sent.
    Text(Sent<'t>),
    /// It is in another file.
    InFile,
    /// There is no blank line before it.
    Unmarked,
    /// Its type is not JSON.
    OtherType,
}

/// Returns whether a path is that of such a file.
pub(crate) fn is_requests(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Returns the requests of a file.
pub(crate) fn read(text: &str) -> Vec<FileRequest<'_>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines: Vec<Line<'_>> = lines(text).collect();
    let variables = variables(&lines);
    let blocks = lines.split(|line| line.text.starts_with("###"));
    let requests = blocks.filter_map(|block| request(text, block, &variables)).zip(1..);
    requests.map(|(request, number)| FileRequest { number, ..request }).collect()
}

/// A line, its number and the offset at which it begins.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    number: usize,
    start: usize,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').zip(1..).map(move |(line, number)| {
        let this = Line { text: line.trim_end_matches(['\n', '\r']), number, start };
        start += line.len();
        this
    })
}

/// Returns the variables of a file, such as `@host = api.coldsend.pro`.
fn variables<'t>(lines: &[Line<'t>]) -> Variables<'t> {
    let variable = |line: &Line<'t>| {
        let (name, value) = line.text.strip_prefix('@')?.split_once('=')?;
        // A secret stays a variable, so that it is never shown.
        let is_secret = redact_text(&format!("{name}: x")).ends_with('…');
        (!is_secret).then(|| (name.trim(), value.trim()))
    };
    Variables(lines.iter().filter_map(variable).take(MAX_VARIABLES).collect())
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#') || line.starts_with("//")
}

/// Reads the request of a block, if it has one.
fn request<'t>(text: &'t str, block: &[Line<'t>], variables: &Variables<'_>) -> Option<FileRequest<'t>> {
    let mut lines = block.iter().copied().peekable();
    let mut is_script = false;
    let first = lines.find(|line| {
        let text = line.text.trim();
        is_script |= text.starts_with("< {%");
        let is_skipped = is_script || text.is_empty() || is_comment(text) || is_directive(text);
        is_script &= !text.ends_with("%}");
        !is_skipped
    })?;
    // A response that was saved after its request.
    if first.text.starts_with("HTTP/") {
        return None;
    }
    let (method, url) = request_line(first.text.trim());
    let mut url = url.to_owned();
    // A URL can go on in the next lines.
    while let Some(next) = lines.next_if(|line| {
        let text = line.text.trim_start();
        text.starts_with(['?', '&'])
            || text.len() < line.text.len() && (text.starts_with('/') || is_comment(text))
    }) {
        url += if is_comment(next.text.trim()) { "" } else { next.text.trim() };
    }
    let (mut host, mut content_type, mut lacks_blank_line) = (None, None, false);
    // The body follows a blank line.
    for line in lines.by_ref().take_while(|line| !line.text.trim().is_empty()) {
        match line.text.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("host") => host = Some(value.trim()),
            Some((name, value)) if name.eq_ignore_ascii_case("content-type") => {
                content_type = Some(value.trim());
            }
            _ => lacks_blank_line |= line.text.trim_start().starts_with('{'),
        }
    }
    let url = variables.replaced_in(&url);
    let rest: Vec<Line<'t>> = lines.take_while(|line| !is_handler(line.text)).collect();
    let body = match body(text, &rest, variables) {
        Body::Text(sent) if sent.text.is_empty() && lacks_blank_line => Body::Unmarked,
        Body::Text(sent) if !sent.text.is_empty() && content_type.is_some_and(|of| !is_json(of)) => {
            Body::OtherType
        }
        body => body,
    };
    let goes_to = target(&url, host);
    Some(FileRequest { number: 1, line: first.number, method, goes_to, url: address(&url), body })
}

/// Returns whether a line before a request is none of its lines.
fn is_directive(line: &str) -> bool {
    ["@", "< ", "import ", "run "].iter().any(|start| line.starts_with(start))
}

/// Returns the method and the URL of a request line. A URL alone is a GET.
fn request_line(line: &str) -> (&str, &str) {
    let line = match line.rsplit_once(' ') {
        Some((before, version)) if version.starts_with("HTTP/") => before.trim_end(),
        _ => line,
    };
    match line.split_once(char::is_whitespace) {
        Some((method, url)) if !method.contains(['/', ':', '{', '.']) => (method, url.trim_start()),
        _ => ("GET", line),
    }
}

/// Returns whether FastAPI reads a body of this type as JSON.
fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.contains("{{")
        || kind.strip_prefix("application/").is_some_and(|kind| kind == "json" || kind.ends_with("+json"))
}

/// Returns where a request goes.
fn target(url: &str, host_header: Option<&str>) -> Where {
    let authority = match url.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?']).next().unwrap_or_default(),
        None if url.starts_with("{{") => return Where::Unknown,
        None => match host_header {
            Some(host) => host,
            None => return Where::Api,
        },
    };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.strip_suffix(|c: char| c.is_ascii_digit()).map_or(host, |_| {
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or(host, |(host, _)| host)
    });
    let host = host.trim_end_matches('.');
    let is_api = BASE_URL.split('/').nth(2).is_some_and(|known| known.eq_ignore_ascii_case(host));
    match host {
        _ if is_api => Where::Api,
        _ if host.contains("{{") || matches!(host, "localhost" | "127.0.0.1" | "[::1]") => Where::Unknown,
        _ => Where::Elsewhere,
    }
}

/// Returns whether a line begins what is done with the response.
fn is_handler(line: &str) -> bool {
    ["> ", ">> ", ">>! ", "<> "].iter().any(|start| line.starts_with(start))
}

fn body<'t>(text: &'t str, lines: &[Line<'t>], variables: &Variables<'_>) -> Body<'t> {
    let is_blank = |line: &&Line<'t>| line.text.trim().is_empty() || is_comment(line.text.trim_start());
    let first = lines.iter().position(|line| !is_blank(&line)).unwrap_or(lines.len());
    let lines = lines.get(first..).unwrap_or_default();
    let (Some(first), Some(last)) = (lines.first(), lines.iter().rfind(|line| !is_blank(line))) else {
        return Body::Text(Sent::new("", 1, variables));
    };
    if first.text.starts_with("< ") || first.text.starts_with("<@") {
        return Body::InFile;
    }
    let text = text.get(first.start..last.start + last.text.len()).unwrap_or_default();
    Body::Text(Sent::new(text, first.number, variables))
}

/// Returns a URL without its host and without what is unknown: a variable in the path stands for any value, and
/// parameters of the query string with one are dropped.
fn address(url: &str) -> String {
    let url = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|start| rest.get(start..)).unwrap_or("/"),
        None => match url.strip_prefix("{{").and_then(|rest| rest.split_once("}}")) {
            Some((_, path)) if path.starts_with('/') => path,
            _ => url,
        },
    };
    let (path, query) = url.split_once('?').map_or((url, None), |(path, query)| (path, Some(query)));
    let segment = |segment: &str| match segment.contains("{{") {
        true => "{id}".to_owned(),
        false => segment.to_owned(),
    };
    let mut out = path.split('/').map(segment).collect::<Vec<_>>().join("/");
    let query: Vec<&str> = query
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.contains("{{"))
        .collect();
    if !query.is_empty() {
        out += "?";
        out += &query.join("&");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let shown = |request: FileRequest<'_>| {
            let body = match request.body {
                Body::Text(Sent { text, line, .. }) => format!("{line}:{text}"),
                other => format!("{other:?}"),
            };
            format!("{} {} {} {body}", request.line, request.method, request.url)
        };
        read(text).into_iter().map(shown).collect()
    }

    #[test]
    fn requests_have_their_lines() {
        let text = "@host = https://api.coldsend.pro\n# a comment\n\nPOST {{host}}/campaigns HTTP/1.1\n\
            Content-Type: application/json\n# another\nX-API-Key: {{key}}\n\n{\n  \"name\": \"x\"\n}\n\n> {% client.log(1) %}\n\
            \n### second\n// comment\nGET {{baseUrl}}/campaigns\n    ?page=1\n    &limit={{limit}}\n\
            ###\nhttps://api.coldsend.pro/domains/{{id}}\n###\n###\nput /campaigns/{{ id }}\n\n< ./body.json\n";
        assert_eq!(
            shown(text),
            [
                "4 POST /campaigns 9:{\n  \"name\": \"x\"\n}",
                "17 GET /campaigns?page=1 1:",
                "21 GET /domains/{id} 1:",
                "24 put /campaigns/{id} InFile",
            ]
        );
    }

    #[test]
    fn line_ends_marks_and_variables() {
        assert_eq!(
            shown(
                "\u{FEFF}@n = Autumn campaign\r\nPOST /campaigns\r\n\r\n{\"name\": \"{{n}} {{x}} {{\"}\r\n\r\n"
            ),
            ["2 POST /campaigns 4:{\"name\": \"Autumn campaign {{x}} {{\"}"]
        );
        assert_eq!(shown("< {%\n request.x = 1\n%}\nGET /domains\n"), ["4 GET /domains 1:"]);
        assert!(shown("").is_empty() && shown("###\n\n# x\n").is_empty());
    }

    #[test]
    fn requests_to_other_hosts_are_elsewhere() {
        let to = |request: &str| read(request)[0].goes_to;
        for request in [
            "GET /domains",
            "GET https://API.coldsend.pro/domains",
            "GET https://ada:pw@api.coldsend.pro./domains",
            "GET https://api.coldsend.pro:443/domains",
        ] {
            assert_eq!(to(request), Where::Api, "{request}");
        }
        for request in [
            "GET {{host}}/domains",
            "GET https://{{host}}/domains",
            "GET https://{{sub}}.coldsend.pro/domains",
            "GET http://localhost:{{port}}/domains",
            "GET http://localhost:8000/domains",
        ] {
            assert_eq!(to(request), Where::Unknown, "{request}");
        }
        for request in [
            "GET https://example.com/domains",
            "GET https://coldsend.pro.example.com",
            "GET /x\nHost: example.com",
        ] {
            assert_eq!(to(request), Where::Elsewhere, "{request}");
        }
    }

    #[test]
    fn what_clients_read_is_read() {
        for (text, expected) in [
            (
                "GET https://api.coldsend.pro\n  /api/public/v1\n  /campaigns\n  # c\n  ?limit=500",
                "1 GET /api/public/v1/campaigns?limit=500 1:",
            ),
            ("import x.http\n< ./pre.js\nGET /domains", "3 GET /domains 1:"),
            ("PSOT /campaigns\n\n{}", "1 PSOT /campaigns 3:{}"),
            ("POST /campaigns\n\n{\n# c\n\"a\": 1\n}\n\n# next\n", "1 POST /campaigns 3:{\n\n\"a\": 1\n}"),
            ("POST /campaigns\n{\"name\": 1}", "1 POST /campaigns Unmarked"),
            ("POST /campaigns\nContent-Type: text/plain\n\n{}", "1 POST /campaigns OtherType"),
            (
                "POST /campaigns\ncontent-type: application/vnd.x+json; charset=utf-8\n\n{}",
                "1 POST /campaigns 4:{}",
            ),
            ("@apiKey = hunter2\nGET /campaigns?search={{apiKey}}&limit=5", "2 GET /campaigns?limit=5 1:"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        assert!(shown("HTTP/1.1 200 OK\n\n{}").is_empty());
    }

    #[test]
    fn a_large_file_is_read_once() {
        // Quadratic time would take minutes.
        for part in ["###\n", "{{", "GET /a\n\n{{x}}\n###\n", "@a=b\n", "?a\n&b\n"] {
            read(&part.repeat(200_000));
        }
        let doubling = format!("@a={}\nPOST /campaigns\n\n{}", "b".repeat(100_000), "{{a}}".repeat(100_000));
        assert_eq!(read(&doubling).len(), 1);
    }
}
