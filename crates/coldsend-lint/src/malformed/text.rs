//! Texts that are not JSON.
use super::instead::NotARequest;

/// The methods of HTTP requests.
const METHODS: &str = "GET POST PUT PATCH DELETE HEAD OPTIONS";
/// The markers of a merge conflict, at the beginning of a line.
const MARKERS: [&[u8]; 3] = [b"<<<<<<< ", b"=======", b">>>>>>> "];
/// The separators of tables.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// The beginnings of commands and programs, with bars between them.
const CODE: &str = "wget |http |https |xh |await |async |axios|const |let |var |val |import |export |return |def |class |package |func |function |from |using |require|echo |cat |docker |SELECT |INSERT |mutation |array (|<?php|@{|diff --git|Invoke-";
/// The maximum number of lines between other text and JSON.
const MAX_PROSE: usize = 5;
/// The maximum length of a line that is looked at.
const MAX_LINE: usize = 4096;

/// Returns what a text is, if it is not even meant as JSON. `error` is the offset at which it is malformed.
pub(super) fn instead(text: &[u8], error: usize) -> Option<NotARequest> {
    let conflict = || Some(NotARequest::MergeConflict { line: conflict(text, error)? });
    let mut lines = Lines { text, at: 0 }.filter(|line| !line.trim().is_empty());
    let Some(mut first) = lines.next() else { return Some(NotARequest::Empty) };
    while first.starts_with(['#', ';']) {
        let Some(next) = lines.next() else { break };
        first = next;
    }
    let first = first.trim_start_matches('\u{FEFF}').trim();
    if first.starts_with('"') && is_table(first, lines.clone().next().as_deref()) {
        return Some(NotARequest::Csv);
    }
    let next = lines.clone().find(|line| !line.starts_with(['#', ';']));
    let next_is_setting = || next.as_deref().is_some_and(|next| setting(next).is_some() || is_section(next));
    if is_section(first) && next_is_setting() {
        return Some(NotARequest::Settings);
    }
    if first.starts_with("{\\rtf") {
        return Some(NotARequest::Markup);
    }
    if first.starts_with(['{', '[', '"']) {
        return conflict();
    }
    let (word, rest) = first.split_once(' ').unwrap_or((first, ""));
    Some(match word {
        "curl" | "curl.exe" => NotARequest::Curl,
        _ if rest.split(' ').any(|word| word == "curl" || word.ends_with("/curl")) => NotARequest::Curl,
        _ if is_address(first) => NotARequest::HttpRequest,
        _ if !rest.is_empty() && METHODS.split(' ').any(|method| method == word) => NotARequest::HttpRequest,
        _ if word.starts_with("HTTP/") => NotARequest::HttpResponse,
        _ if setting(first).is_some_and(|name| next_is_setting() || is_constant(name)) => {
            NotARequest::Settings
        }
        _ if CODE.split('|').any(|start| first.starts_with(start)) || is_code(first) => NotARequest::Code,
        _ if first.starts_with("```") || first.starts_with("~~~") => NotARequest::Markdown,
        _ if first.starts_with("<<<<<<< ") => return conflict(),
        _ if first.starts_with('<') => NotARequest::Markup,
        _ if is_form(first) && lines.clone().next().is_none_or(|next| is_form(next.trim())) => {
            NotARequest::Form
        }
        _ if lines.clone().next().is_some_and(|next| next.starts_with("Content-Disposition")) => {
            NotARequest::Form
        }
        _ if word != first && lines.clone().take(MAX_PROSE).any(|line| line.starts_with('{')) => {
            NotARequest::Prose
        }
        _ if is_before_json(first) => NotARequest::Prose,
        _ if first.starts_with("%7B") => NotARequest::Form,
        _ if is_yaml(first) => NotARequest::Yaml,
        _ if is_table(first, lines.next().as_deref()) => NotARequest::Csv,
        _ => return conflict(),
    })
}

/// The lines of a text, each cut to a maximum length.
#[derive(Clone)]
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = std::borrow::Cow<'t, str>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        self.at += end + 1;
        Some(String::from_utf8_lossy(rest.get(..end.min(MAX_LINE))?))
    }
}

/// Returns the line of a marker of a merge conflict at or before the error.
fn conflict(text: &[u8], error: usize) -> Option<usize> {
    let before = text.get(..error)?;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?;
    let is_marker = MARKERS.iter().any(|marker| line.starts_with(marker));
    is_marker.then(|| before.iter().filter(|byte| **byte == b'\n').count() + 1)
}

/// Returns whether a line assigns a value to a variable, calls a function, or begins a block.
fn is_code(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.');
    let is_named = rest.len() < line.len() && !line.starts_with(|c: char| c.is_ascii_digit());
    line.contains("({")
        || line.starts_with('$') && line.contains(" = ")
        || [" = {", " := ", " <- "].iter().any(|sign| line.contains(sign))
        || line.ends_with(';') && line.contains(['(', '='])
        || is_named && (rest.starts_with(['(', '{']) || rest.starts_with(" {") || line.ends_with(" {"))
}

/// Returns whether a line is a single URL.
fn is_address(line: &str) -> bool {
    !line.contains(' ') && ["https://", "http://"].iter().any(|scheme| line.starts_with(scheme))
}

/// Returns whether JSON begins in a line after a sign of quotation, its number or the text of a log.
fn is_before_json(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let json = number.trim_start_matches([' ', ':', '.', '|', '>']);
    // Python's bytes are JSON in quotes.
    let is_text = line.starts_with(|c: char| c.is_ascii_alphanumeric()) && !line.starts_with("b'");
    let is_inside = || ["{\"", "{'"].iter().any(|json| line.contains(json));
    json.len() < line.len() && json.starts_with('{') || is_text && is_inside()
}

/// Returns the name that a line sets, as in `.env`, INI and TOML files.
fn setting(line: &str) -> Option<&str> {
    let (name, value) = line.strip_prefix("export ").unwrap_or(line).split_once('=')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    (is_name && (is_constant(name) || !value.contains(['&', '(', '{']))).then_some(name)
}

/// Returns whether a name is in capitals, as those of an environment are.
fn is_constant(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_uppercase()) && !name.chars().any(|c| c.is_ascii_lowercase())
}

/// Returns whether a line begins a section of settings, such as `[server]`.
fn is_section(line: &str) -> bool {
    let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '[')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-. []\"".contains(c))
    })
}

/// Returns whether a line is `name=value`, with `&` between several.
fn is_form(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && line.split('&').all(|pair| {
            pair.split_once('=').is_some_and(|(name, value)| {
                !name.is_empty()
                    && !value.starts_with('=')
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.[]%+".contains(c))
            })
        })
}

/// Returns whether a line is a mapping, an item of a list or the start of a document in YAML.
fn is_yaml(line: &str) -> bool {
    let is_key = |key: &str| {
        !key.is_empty()
            && key.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || "_-.$ ".contains(c))
    };
    line == "---"
        || line.starts_with("%YAML")
        || line.starts_with("- ")
        || line.strip_suffix(':').is_some_and(|key| is_key(key) && !key.contains(' '))
        || line.split_once(": ").is_some_and(|(key, _)| is_key(key))
}

/// Returns whether two lines have the same number of cells, more than one, or are a list of addresses.
fn is_table(first: &str, second: Option<&str>) -> bool {
    let count = |line: &str, separator| line.matches(separator).count();
    let is_address = |line: &str| line.contains('@') && !line.contains(char::is_whitespace);
    if first.contains('\t') || second.is_some_and(is_address) && !first.contains(' ') {
        return true;
    }
    second.is_some_and(|second| {
        SEPARATORS.into_iter().any(|separator| match count(first, separator) {
            0 => false,
            cells => count(second, separator) == cells,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_recognized() {
        use NotARequest::{
            Code, Csv, Curl, Empty, Form, HttpRequest, HttpResponse, Markdown, Markup, MergeConflict, Prose,
            Settings, Yaml,
        };
        for (text, expected) in [
            ("", Some(Empty)),
            (" \r\n\t", Some(Empty)),
            ("curl -X POST https://x -d '{}'", Some(Curl)),
            ("\n$ curl https://x", Some(Curl)),
            ("POST https://x/campaigns\nA: b\n\n{}", Some(HttpRequest)),
            ("HTTP/1.1 422 Unprocessable Entity", Some(HttpResponse)),
            ("name: Autumn\nlimit: 5", Some(Yaml)),
            ("---\nname: x", Some(Yaml)),
            ("variants:\n  - a", Some(Yaml)),
            ("- name: x", Some(Yaml)),
            ("name=Autumn+campaign&limit=5", Some(Form)),
            ("email,first_name\na@b.co,Ada", Some(Csv)),
            ("email;first_name\na@b.co;Ada", Some(Csv)),
            ("```json\n{}\n```", Some(Markdown)),
            ("<html>", Some(Markup)),
            ("<<<<<<< HEAD\n{}", Some(MergeConflict { line: 1 })),
            ("hello, world", None),
            ("Autumn campaign", None),
            ("undefined", None),
            ("{'a': 1}", None),
            ("name = 5", None),
            ("payload = {\"name\": \"x\"}", Some(Code)),
            ("callback({\"name\": \"x\"})", Some(Code)),
            ("$body = @{", Some(Code)),
            ("Invoke-RestMethod -Uri https://x", Some(Code)),
            ("# settings\nHOST=x\nPORT=587", Some(Settings)),
            ("export SMTP_HOST=\"x y\"", Some(Settings)),
            ("URL=https://x?a=1&b=2", Some(Settings)),
            ("name=x\n; more\nport=587", Some(Settings)),
            ("[mail]\nhost = \"x\"", Some(Settings)),
            ("[[mail]]\n# more\nhost = \"x\"", Some(Settings)),
            ("title = \"x\"\n[mail]", Some(Settings)),
            ("[1]\na=b", None),
            ("{\\rtf1\\ansi", Some(Markup)),
            ("KEY=x curl https://x", Some(Curl)),
            ("docker run --rm curlimages/curl -d '{}'", Some(Curl)),
            ("https://api.coldsend.pro/campaigns", Some(HttpRequest)),
            ("email\tname", Some(Csv)),
            ("email\nada@example.com", Some(Csv)),
            ("| email | name |\n|---|---|", Some(Csv)),
            ("> {\n>   \"a\": 1", Some(Prose)),
            ("1: {\n2:   \"a\": 1", Some(Prose)),
            ("INFO:root:{\"a\": 1}", Some(Prose)),
            ("meta {\n  name: x", Some(Code)),
            ("campaign := Campaign{", Some(Code)),
            ("Campaign(name='x')", Some(Code)),
            ("Map<String, Object> body = new HashMap<>();\nbody.put(\"a\", 1);", Some(Code)),
            ("mutation Create($input: Input!) {", Some(Code)),
            ("eyJuYW1lIjogIkEifQ==", None),
            ("%7B%22name%22%3A1%7D", Some(Form)),
            ("a=1&b=2\nc=3", Some(Form)),
            ("------x\nContent-Disposition: form-data; name=\"a\"\n\nb", Some(Form)),
            ("\"email\";\"name\"\n\"a@b.co\";\"Ada\"", Some(Csv)),
            ("\"a, b\"", None),
        ] {
            assert_eq!(instead(text.as_bytes(), 0), expected, "{text}");
        }
        let text = b"{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> b\n}";
        assert_eq!(instead(text, 2), Some(MergeConflict { line: 2 }));
    }
}
