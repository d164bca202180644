//! The parts of a log, named as in the standard.
use crate::render::page::without_comments;
use crate::render::region::Region;
use crate::render::repository::Place;
use coldsend_lint::AnswerKind;
use coldsend_lint::catalogue::Rule;
use serde::Serialize;
use std::collections::BTreeMap;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const VERSION: &str = "2.1.0";
/// What relative URIs are relative to; the name is the usual one.
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

impl Log {
    pub(super) fn new(run: Run) -> Self {
        Log { schema: SCHEMA, version: VERSION, runs: [run] }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run {
    tool: Tool,
    invocations: [Invocation; 1],
    /// What the names of bases stand for.
    original_uri_base_ids: BTreeMap<&'static str, UriBase>,
    column_kind: &'static str,
    results: Vec<SarifResult>,
}

impl Run {
    pub(super) fn new(tool: Tool, invocation: Invocation, results: Vec<SarifResult>) -> Self {
        let description = Message::new("The root of the repository".to_owned());
        let original_uri_base_ids = [(ROOT, UriBase { description })].into();
        let column_kind = "unicodeCodePoints";
        Run { tool, invocations: [invocation], original_uri_base_ids, column_kind, results }
    }
}

/// A base without a URI, so that a log does not depend on the machine.
#[derive(Serialize)]
struct UriBase {
    description: Message,
}

#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    information_uri: String,
    rules: Vec<ReportingDescriptor>,
}

impl Driver {
    pub(super) fn new(rules: Vec<ReportingDescriptor>) -> Self {
        Driver {
            name: env!("CARGO_BIN_NAME"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            // The page that documents the answers of the API.
            information_uri: AnswerKind::Success.info().page.link(),
            rules,
        }
    }
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReportingDescriptor {
    pub(super) id: &'static str,
    short_description: Message,
    /// A page that is not on a website has no URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    help: Help,
    default_configuration: Configuration,
}

impl ReportingDescriptor {
    pub(super) fn new(rule: &Rule) -> Self {
        let level = if rule.advises() { "warning" } else { "error" };
        let page = without_comments(rule.docs());
        ReportingDescriptor {
            id: rule.id,
            short_description: Message::new(rule.about.to_owned()),
            help_uri: rule.page.site.map(|_| rule.page.link()),
            help: Help { text: page.clone(), markdown: page },
            default_configuration: Configuration { level },
        }
    }
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) level: &'static str,
    pub(super) message: Message,
    pub(super) locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifResult {
    pub(super) rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule_index: Option<usize>,
    pub(super) level: &'static str,
    pub(super) message: Message,
    pub(super) locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<Location>,
}

#[derive(Serialize)]
pub(super) struct Message {
    text: String,
}

impl Message {
    pub(super) fn new(text: String) -> Self {
        Message { text }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location {
    physical_location: PhysicalLocation,
}

impl Location {
    pub(super) fn new(place: &Place, region: Option<Region>) -> Self {
        let artifact_location = ArtifactLocation::new(place);
        let region = region.map(|Region { start, end }| Lines {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        });
        Location { physical_location: PhysicalLocation { artifact_location, region } }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Lines>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

impl ArtifactLocation {
    fn new(place: &Place) -> Self {
        let path = percent_encoded(place.path());
        match place {
            Place::Inside(_) => ArtifactLocation { uri: path, uri_base_id: Some(ROOT) },
            // A path on Windows begins with a drive.
            Place::Outside(_) if !path.starts_with('/') => {
                ArtifactLocation { uri: format!("file:///{path}"), uri_base_id: None }
            }
            Place::Outside(_) => ArtifactLocation { uri: format!("file://{path}"), uri_base_id: None },
            Place::Stdin => ArtifactLocation { uri: path, uri_base_id: None },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Lines {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// Returns a path as the path of a URI.
fn percent_encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_become_uris() {
        let uri = |place: Place| {
            let location = ArtifactLocation::new(&place);
            (location.uri, location.uri_base_id)
        };
        let inside = Place::Inside("a b/é:%.json".to_owned());
        assert_eq!(uri(inside), ("a%20b/%C3%A9%3A%25.json".to_owned(), Some(ROOT)));
        assert_eq!(uri(Place::Outside("/a/b.json".to_owned())), ("file:///a/b.json".to_owned(), None));
        assert_eq!(uri(Place::Outside("C:/b.json".to_owned())), ("file:///C%3A/b.json".to_owned(), None));
        assert_eq!(uri(Place::Stdin), ("-".to_owned(), None));
    }
}
