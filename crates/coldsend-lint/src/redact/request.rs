//! The parts of a request that must not be shown. A value is shown only under a key that its shape knows and that is
//! not secret, and even then without known credentials.
use super::redacted::is_declared;
use super::text::{HIDDEN, Mode, ranges};
use crate::error::telling::{is_name_key, is_telling, is_telling_name};
use crate::json::{Document, Tag, ValueRef};
use crate::python::{Query, unquote};
use crate::schema::shape::{FieldType, SCHEMA_KEY, Shape};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// The replacement for the value of a secret.
const SECRET: &str = "\"…\"";

/// A part of a request that must not be shown, and what to show instead.
///
/// ```
/// use coldsend_lint::{Checker, Operation};
///
/// let body = r#"{"smtp_password": "hunter2", "smtp_pswd": "hunter2", "colour": "red", "smtp_port": 587}"#;
/// let mut checker = Checker::new();
/// let outcome = checker.check(Operation::CreateSmtpAccount, body);
/// let shown: Vec<String> = outcome.hidden().iter().map(|hidden| hidden.to_string()).collect();
/// assert_eq!(shown, [r#""…""#, r#""…""#, r#""…3 characters…""#]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hidden {
    /// The range of bytes of [`Outcome::text`](crate::Outcome::text).
    pub range: Range<usize>,
    replacement: Cow<'static, str>,
}

/// Writes what to show instead: `…` in place of a secret or a part of a text, and otherwise the kind and the size of
/// the value: `"…12 characters…"`, `[…2 items…]`, `{…3 keys…}`, `…3-digit number…` or `…boolean…`.
impl fmt::Display for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.replacement)
    }
}

/// Returns the parts of a body to hide, in order and apart from each other.
pub(crate) fn in_body(document: Document<'_>, shape: &'static Shape) -> Vec<Hidden> {
    let mut walk = BodyWalk { document, found: Vec::new() };
    match document.node(0).tag {
        Tag::Object | Tag::Array => walk.object(0, shape),
        _ => walk.hide(0),
    }
    walk.found.sort_by_key(|hidden| hidden.range.start);
    walk.found
}

struct BodyWalk<'d> {
    document: Document<'d>,
    found: Vec<Hidden>,
}

impl<'d> BodyWalk<'d> {
    /// Hides what is unknown of an object, or of a list of pairs that is read as one.
    fn object(&mut self, at: u32, shape: &'static Shape) {
        let document = self.document;
        if document.node(at).tag == Tag::Object {
            for key in document.keys(at) {
                self.member(key, key + 1, shape);
            }
            return;
        }
        for item in document.elements(at) {
            match self.pair(item) {
                Some((key, value)) => self.member(key, value, shape),
                None => self.hide(item),
            }
        }
    }

    fn member(&mut self, key: u32, value: u32, shape: &'static Shape) {
        let name = self.text(key);
        self.credentials(key);
        let is_known_elsewhere = || {
            let mut others =
                shape.retired.iter().map(|(name, _)| *name).chain(shape.known_elsewhere.iter().copied());
            *name == *SCHEMA_KEY || others.any(|other| *name == *other)
        };
        match shape.field(&name) {
            Some(field) => self.value(value, &field.field_type),
            None if is_telling(&name) => self.secret(value),
            None if is_known_elsewhere() => self.value(value, &FieldType::Any),
            None => self.hide(value),
        }
    }

    /// Hides what is unknown of a value of a known field.
    fn value(&mut self, at: u32, field_type: &'static FieldType) {
        let is_structured = field_type.object().is_some() || matches!(field_type, FieldType::Map(_));
        match (field_type, self.document.node(at).tag) {
            (field_type, _) if field_type.is_secret() => self.secret(at),
            (FieldType::Object(shape), Tag::Object | Tag::Array) => self.object(at, shape),
            (FieldType::Map(of), Tag::Object | Tag::Array) => self.map(at, of),
            (FieldType::List { of, .. }, Tag::Array) => self.list(at, of),
            (_, Tag::Array) if !is_structured => self.list(at, &FieldType::Any),
            (_, Tag::Object | Tag::Array) => self.hide(at),
            (_, Tag::Text | Tag::Escaped) if is_structured => self.hide(at),
            (_, Tag::Text | Tag::Escaped) => self.credentials(at),
            (_, Tag::Null | Tag::True | Tag::False | Tag::Integer | Tag::Float) => {}
        }
    }

    /// Hides what is unknown of a list, and what follows the name of a secret in it.
    fn list(&mut self, at: u32, of: &'static FieldType) {
        let document = self.document;
        let mut after_name = false;
        for item in document.elements(at) {
            match (document.node(item).tag, of) {
                _ if after_name => self.secret(item),
                // A list in a list of scalar values belongs to no field.
                (Tag::Array, FieldType::Any) => self.hide(item),
                _ => self.value(item, of),
            }
            after_name = self.names_secret(item);
        }
    }

    /// Hides the values of a map. Its keys are names of the user, so a value is shown only under the name of a field.
    fn map(&mut self, at: u32, of: &'static FieldType) {
        let document = self.document;
        if document.node(at).tag == Tag::Array {
            for item in document.elements(at) {
                match self.pair(item) {
                    Some((key, value)) => self.entry(key, value, of, false),
                    None => self.hide(item),
                }
            }
            return;
        }
        let name = document.keys(at).find(|key| is_name_key(&self.text(*key)) && self.names_secret(key + 1));
        for key in document.keys(at) {
            self.entry(key, key + 1, of, name.is_some_and(|name| name != key));
        }
    }

    fn entry(&mut self, key: u32, value: u32, of: &'static FieldType, is_secret: bool) {
        let name = self.text(key);
        let is_credential = !ranges(&name, Mode::Request).is_empty();
        self.credentials(key);
        match is_secret || is_credential || is_telling(&name) {
            true => self.secret(value),
            false if is_declared(&name) => self.value(value, of),
            false => self.hide(value),
        }
    }

    /// Returns the key and the value of a list of two.
    fn pair(&self, at: u32) -> Option<(u32, u32)> {
        let document = self.document;
        if document.node(at).tag != Tag::Array {
            return None;
        }
        let mut items = document.elements(at);
        let (key, value) = (items.next()?, items.next()?);
        (items.next().is_none() && document.node(key).is_text()).then_some((key, value))
    }

    fn text(&self, at: u32) -> Cow<'d, str> {
        self.document.string(self.document.node(at)).to_str()
    }

    /// Returns whether a value is text that sounds like the name of a secret.
    fn names_secret(&self, at: u32) -> bool {
        self.document.node(at).is_text() && is_telling_name(&self.text(at))
    }

    /// Hides the known credentials in a string or a key.
    fn credentials(&mut self, at: u32) {
        let node = self.document.node(at);
        let text = self.document.string(node);
        for Range { start, end } in text.raw_ranges(&ranges(&text.to_str(), Mode::Request)) {
            let begin = node.start as usize;
            self.found.push(Hidden { range: begin + start..begin + end, replacement: HIDDEN.into() });
        }
    }

    /// Hides a secret, without its length.
    fn secret(&mut self, at: u32) {
        if self.document.node(at).tag != Tag::Null {
            self.push(at, SECRET.into());
        }
    }

    /// Hides a value, except for its kind and its size.
    fn hide(&mut self, at: u32) {
        let document = self.document;
        let node = document.node(at);
        let replacement = match node.tag {
            Tag::Null => return,
            Tag::True | Tag::False => "…boolean…".to_owned(),
            Tag::Integer | Tag::Float => {
                let digits = document.raw(node).iter().filter(|byte| byte.is_ascii_digit()).count();
                format!("…{digits}-digit number…")
            }
            Tag::Text | Tag::Escaped if node.start == node.end => return,
            Tag::Text | Tag::Escaped => format!("\"…{}…\"", characters(document.string(node).length())),
            Tag::Array => match document.elements(at).count() {
                0 => return,
                items => format!("[…{}…]", count(items, "item")),
            },
            Tag::Object => match document.keys(at).count() {
                0 => return,
                keys => format!("{{…{}…}}", count(keys, "key")),
            },
        };
        self.push(at, replacement.into());
    }

    fn push(&mut self, at: u32, replacement: Cow<'static, str>) {
        self.found.push(Hidden { range: self.document.range(ValueRef::Node(at)), replacement });
    }
}

/// Returns the parts of a query string to hide, in order and apart from each other.
pub(crate) fn in_query(query: &Query, shape: &Shape) -> Vec<Hidden> {
    let (mut found, mut at) = (Vec::new(), 0);
    for pair in query.as_sent().split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let end = at + pair.len();
        let mut push = |range: Range<usize>, replacement: Cow<'static, str>| {
            if !range.is_empty() {
                found.push(Hidden { range, replacement });
            }
        };
        let decoded = unquote(value, true);
        let (name_at, value_at) = (at..at + name.len(), end - value.len()..end);
        let name = unquote(name, true);
        if has_credential(&name) {
            push(name_at, HIDDEN.into());
        }
        match shape.field(&name) {
            Some(field) if !field.is_secret() => {
                if has_credential(&decoded) {
                    push(value_at, HIDDEN.into());
                }
            }
            None if !is_telling(&name) => {
                push(value_at, format!("…{}…", characters(decoded.chars().count())).into());
            }
            _ => push(value_at, HIDDEN.into()),
        }
        at = end + 1;
    }
    found
}

fn has_credential(text: &str) -> bool {
    !ranges(text, Mode::Request).is_empty()
}

fn characters(length: usize) -> String {
    count(length, "character")
}

fn count(n: usize, unit: &str) -> String {
    format!("{n} {unit}{}", if n == 1 { "" } else { "s" })
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::requests::CreateSmtpAccount;
    use crate::{Checker, Operation};

    /// Returns a request as it may be shown.
    fn shown(operation: Operation, text: &str) -> String {
        let mut checker = Checker::new();
        let outcome = checker.check(operation, text);
        let (mut out, mut from) = (String::new(), 0);
        for hidden in outcome.hidden() {
            out += &text[from..hidden.range.start];
            out += &hidden.to_string();
            from = hidden.range.end;
        }
        out + &text[from..]
    }

    #[test]
    fn only_values_of_known_fields_are_shown() {
        for (body, expected) in [
            (
                r#"{"smtp_host": "h", "smtp_pswd": "x", "zugang": "hunter2", "smtp_port": 5, "smtp_password": "p\"w"}"#,
                r#"{"smtp_host": "h", "smtp_pswd": "…", "zugang": "…7 characters…", "smtp_port": 5, "smtp_password": "…"}"#,
            ),
            (
                r#"{"a": 12.5, "b": true, "c": null, "d": [1, 2], "e": {"f": "x"}, "g": "", "h": [], "i": "é"}"#,
                r#"{"a": …3-digit number…, "b": …boolean…, "c": null, "d": […2 items…], "e": {…1 key…}, "g": "", "h": [], "i": "…1 character…"}"#,
            ),
            (
                r#"{"smtp_password": ["x"], "imap_password": null}"#,
                r#"{"smtp_password": "…", "imap_password": null}"#,
            ),
            (r#"{"p\u0061ss": 5, "smtp_\u0068ost": "h"}"#, r#"{"p\u0061ss": "…", "smtp_\u0068ost": "h"}"#),
            (
                r#"{"smtp_host": {"x": 1}, "imap_host": ["h", ["x"], {"x": 1}]}"#,
                r#"{"smtp_host": {…1 key…}, "imap_host": ["h", […1 item…], {…1 key…}]}"#,
            ),
            (r#"{"smtp_host": ["password", "x", "h"]}"#, r#"{"smtp_host": ["password", "…", "h"]}"#),
            (
                r#"[["smtp_password", "x"], ["smtp_host", "h"], ["zz", "x"], [1, 2], {"smtp_password": 1, "x": 2}]"#,
                r#"[["smtp_password", "…"], ["smtp_host", "h"], ["zz", "…1 character…"], […2 items…], {…2 keys…}]"#,
            ),
            (
                r#"{"smtp_host": "https://u:hunter2@h\n", "cs_live_hunter2": "x"}"#,
                r#"{"smtp_host": "https://…@h\n", "cs_live_…": "…1 character…"}"#,
            ),
            (
                r#"{"smtp_host": "\u00e9\ud83d\ude00 cs_live_h\u0075nter2 \n"}"#,
                r#"{"smtp_host": "\u00e9\ud83d\ude00 cs_live_… \n"}"#,
            ),
            (r#"{"$schema": "./a.json"}"#, r#"{"$schema": "./a.json"}"#),
            ("\"hunter2\"", "\"…7 characters…\""),
        ] {
            assert_eq!(shown(Operation::CreateSmtpAccount, body), expected);
        }
    }

    #[test]
    fn shapes_are_followed_into_lists_and_maps() {
        for (body, expected) in [
            (
                r#"{"variants": [{"subject_template": "s", "body": "x"}, "v"], "sequences": [{"variants": [{"variant_name": "A"}]}]}"#,
                r#"{"variants": [{"subject_template": "s", "body": "…1 character…"}, "…1 character…"], "sequences": [{"variants": [{"variant_name": "A"}]}]}"#,
            ),
            (
                r#"{"lead_mapping": {"email": "E-mail", "Passwort": "x", "cs_live_x": "y"}, "varients": [1]}"#,
                r#"{"lead_mapping": {"email": "E-mail", "Passwort": "…", "cs_live_…": "…"}, "varients": […1 item…]}"#,
            ),
            (
                r#"{"lead_mapping": {"name": "password", "value": "x"}, "current_step": 2}"#,
                r#"{"lead_mapping": {"name": "password", "value": "…"}, "current_step": 2}"#,
            ),
            (
                r#"{"lead_mapping": [["secret", "x"], ["a", "b"], ["title", "Job"]]}"#,
                r#"{"lead_mapping": [["secret", "…"], ["a", "…1 character…"], ["title", "Job"]]}"#,
            ),
            (
                r#"{"variants": "[1]", "sending_days": "1,2"}"#,
                r#"{"variants": "…3 characters…", "sending_days": "1,2"}"#,
            ),
        ] {
            assert_eq!(shown(Operation::UpdateCampaign, body), expected);
        }
    }

    #[test]
    fn only_values_of_known_parameters_are_shown() {
        for (query, expected) in [
            ("page=0&search=a%20b&x=hunter2&token=hunter2", "page=0&search=a%20b&x=…7 characters…&token=…"),
            (
                "%70age=0&search=api%5Fkey%3Dhunter2&cs_live_hunter2&x=&=y",
                "%70age=0&search=…&…&x=&=…1 character…",
            ),
        ] {
            assert_eq!(shown(Operation::ListCampaigns, query), expected);
        }
    }

    #[test]
    fn secret_fields_have_telling_names() {
        let secret = CreateSmtpAccount::SHAPE.fields.iter().filter(|field| field.is_secret());
        assert!(secret.clone().count() > 0);
        assert!(secret.clone().all(|field| super::is_telling(field.name)));
    }

    #[test]
    fn hostile_documents_are_read_once() {
        // Quadratic time would take minutes.
        for part in ["[", r#"["password","#, r#"{"a":"#, r#"{"lead_mapping":"#] {
            let depth = 800;
            let body = format!(
                "{}1{}",
                part.repeat(depth),
                if part.starts_with('[') { "]" } else { "}" }.repeat(depth)
            );
            shown(Operation::UpdateCampaign, &body);
        }
        let items = vec![r#"["password", "x"]"#; 100_000].join(",");
        shown(Operation::UpdateCampaign, &format!(r#"{{"lead_mapping": [{items}]}}"#));
    }
}
