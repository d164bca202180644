//! The items of an answer: in the form of the API, and in those of other servers.
use super::body::Body;
use super::v2;
use crate::error::{ErrorItem, ErrorKind, LocItem};
use crate::json::Tag;
use crate::redact::{SECTIONS, redact_text};

/// The keys of a message, of a location and of a type in items of other servers: those in `errors` of RFC 9457 and of
/// JSON:API, and those of Spring, Symfony, Quarkus and Express.
const MESSAGES: [&str; 7] = ["msg", "message", "detail", "defaultMessage", "error", "reason", "title"];
const LOCATIONS: [&str; 6] = ["loc", "pointer", "field", "propertyPath", "path", "param"];
const TYPES: [&str; 2] = ["type", "code"];
/// The key of the location of an item with a reason, as in `invalid-params` of RFC 7807.
const NAME: &str = "name";
const REASON: &str = "reason";
/// What Node and browsers print instead of a value that is nested too deeply.
pub(super) const LEFT_OUT: [&str; 2] = ["[Array]", "[Object]"];
/// The key of an object with the location, in JSON:API, and the beginning of a pointer there.
const SOURCE: &str = "source";
const ATTRIBUTES: &str = "data/attributes/";

impl Body<'_> {
    /// Returns the items of a list in the form of the API.
    pub(super) fn items(&self, list: u32) -> Option<Vec<ErrorItem>> {
        let items: Option<Vec<_>> = self.0.elements(list).map(|item| self.item(item)).collect();
        items.filter(|items| !items.is_empty())
    }

    /// Returns the items of a list in any form that says where and what, or of an object with messages for each field.
    pub(super) fn items_in_any_form(&self, at: u32) -> Option<Vec<ErrorItem>> {
        let items: Vec<ErrorItem> = match self.0.node(at).tag {
            Tag::Array => {
                self.0.elements(at).map(|item| self.item_in_any_form(item)).collect::<Option<_>>()?
            }
            Tag::Object => {
                let fields = self.0.keys(at).map(|key| self.messages(key));
                fields.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect()
            }
            _ => return None,
        };
        let says_what = |item: &ErrorItem| !item.loc.is_empty() || !is_unknown(&item.kind);
        items.iter().any(says_what).then_some(items)
    }

    fn item_in_any_form(&self, at: u32) -> Option<ErrorItem> {
        self.item(at).or_else(|| {
            let msg = MESSAGES.iter().find_map(|name| self.text_of(at, name))?;
            let source = self.member(at, SOURCE).filter(|source| self.is(*source, Tag::Object));
            let named = || self.member(at, REASON).and_then(|_| self.location(self.member(at, NAME)?));
            let loc = [Some(at), source].into_iter().flatten().find_map(|object| {
                LOCATIONS.iter().find_map(|name| self.location(self.member(object, name)?))
            });
            let loc = loc.or_else(named);
            let code = TYPES.iter().find_map(|name| self.text_of(at, name));
            Some(item(loc.unwrap_or_default(), msg, code.unwrap_or_default()))
        })
    }

    /// Returns the items of one field: its value is a message or a list of messages.
    fn messages(&self, key: u32) -> Option<Vec<ErrorItem>> {
        let loc = steps(&self.text(key)?);
        let messages =
            self.text(key + 1).map_or_else(|| self.texts(key + 1), |message| Some(vec![message]))?;
        Some(messages.into_iter().map(|msg| item(loc.clone(), msg, String::new())).collect())
    }

    fn item(&self, at: u32) -> Option<ErrorItem> {
        let loc = self.list_of_steps(self.member(at, "loc")?)?;
        let (msg, code) = (self.text_of(at, "msg")?, self.text_of(at, "type")?);
        Some(match ErrorKind::parse(&code, &msg) {
            ErrorKind::JsonInvalid { .. } => {
                let error = self.member(at, "ctx").and_then(|ctx| self.text_of(ctx, "error"));
                let kind = ErrorKind::JsonInvalid { error: error.unwrap_or_default().into() };
                ErrorItem { loc, msg, kind }
            }
            kind @ (ErrorKind::Other { .. } | ErrorKind::ValueError { .. }) => {
                let is_null = self.member(at, "input").is_some_and(|input| self.is(input, Tag::Null));
                match v2::kind(&code, &msg, is_null) {
                    Some(same) => ErrorItem::new(loc, same),
                    None => ErrorItem { loc, msg, kind },
                }
            }
            kind => ErrorItem { loc, msg, kind },
        })
    }

    fn list_of_steps(&self, at: u32) -> Option<Vec<LocItem>> {
        match self.0.node(at).tag {
            Tag::Array => self.0.elements(at).map(|step| self.step(step)).collect(),
            _ => None,
        }
    }

    fn step(&self, at: u32) -> Option<LocItem> {
        let node = self.0.node(at);
        let raw = || String::from_utf8_lossy(self.0.raw(node)).into_owned();
        Some(match node.tag {
            Tag::Text | Tag::Escaped => LocItem::Key(self.text(at)?),
            Tag::Integer => raw().parse().map_or_else(|_| LocItem::Number(raw()), LocItem::Index),
            Tag::Float => LocItem::Number(raw()),
            Tag::True => LocItem::Bool(true),
            Tag::False => LocItem::Bool(false),
            Tag::Null | Tag::Array | Tag::Object => return None,
        })
    }

    /// Returns a location in any form: a list, a path with dots, or a JSON Pointer.
    fn location(&self, at: u32) -> Option<Vec<LocItem>> {
        let text = || self.text(at).filter(|text| !LEFT_OUT.contains(&text.as_str()));
        self.list_of_steps(at).map(in_a_section).or_else(|| Some(steps(&text()?)))
    }
}

fn is_unknown(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::ValueError { .. } | ErrorKind::Other { .. })
}

/// Returns an item with the kind of its message, if that is known.
fn item(loc: Vec<LocItem>, msg: String, code: String) -> ErrorItem {
    let kind = match ErrorKind::from_message(&msg) {
        unknown if is_unknown(&unknown) => None,
        known => Some(known).filter(|known| known.answers_alone().is_none()),
    };
    let kind = kind.unwrap_or_else(|| ErrorKind::Other { code, message: msg.clone() });
    ErrorItem { loc, msg, kind }
}

/// Returns the steps of `variants[0].name`, or of the JSON Pointer `#/variants/0/name`. Secrets are hidden before, since
/// they cannot be recognized in parts.
fn steps(path: &str) -> Vec<LocItem> {
    let path = redact_text(path);
    let step = |step: &str| step.parse().map_or_else(|_| LocItem::Key(step.to_owned()), LocItem::Index);
    let steps: Vec<LocItem> = match path.trim_start_matches('#').strip_prefix('/') {
        Some(pointer) => {
            let pointer = pointer.strip_prefix(ATTRIBUTES).unwrap_or(pointer);
            pointer.split('/').map(|part| step(&part.replace("~1", "/").replace("~0", "~"))).collect()
        }
        None => path.split(['.', '[', ']']).filter(|part| !matches!(*part, "" | "$")).map(step).collect(),
    };
    in_a_section(steps)
}

/// Puts a location that begins with a field into the body.
fn in_a_section(mut steps: Vec<LocItem>) -> Vec<LocItem> {
    let is_section = |step: &LocItem| matches!(step, LocItem::Key(key) if SECTIONS.contains(&key.as_str()));
    if !steps.is_empty() && !steps.first().is_some_and(is_section) {
        steps.insert(0, "body".into());
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{self, Guide};

    fn places(errors: &str) -> Option<Vec<String>> {
        let mut nodes = Vec::new();
        let document = json::read(errors.as_bytes(), 0, Guide::NONE, &mut nodes).unwrap();
        let items = Body(document).items_in_any_form(0)?;
        let place = |item: &ErrorItem| {
            let steps: Vec<String> = item.loc.iter().map(LocItem::to_string).collect();
            format!("{}: {} ({})", steps.join("/"), item.msg, item.kind.error_type())
        };
        Some(items.iter().map(place).collect())
    }

    #[test]
    fn items_of_other_servers_are_read() {
        let known = "body/name: field required (value_error.missing)";
        for errors in [
            r#"[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]"#,
            r#"[{"loc":["name"],"msg":"field required"}]"#,
            r#"[{"loc":"name","message":"field required"}]"#,
            r##"[{"pointer":"#/name","detail":"field required"}]"##,
            r#"[{"field":"name","message":"field required","code":"missing"}]"#,
            r#"[{"param":"name","msg":"field required","location":"body"}]"#,
            r#"[{"name":"name","reason":"field required"}]"#,
            r#"[{"propertyPath":"name","message":"field required"}]"#,
            r#"[{"field":"name","defaultMessage":"field required","rejectedValue":"x","code":"Size"}]"#,
            r#"{"$.name":["field required"]}"#,
            r#"[{"source":{"pointer":"/data/attributes/name"},"title":"Invalid","detail":"field required"}]"#,
            r#"{"name":["field required"]}"#,
            r#"{"body.name":"field required"}"#,
        ] {
            assert_eq!(places(errors).unwrap(), [known], "{errors}");
        }
        assert_eq!(
            places(r##"[{"pointer":"#/variants/0/a~1b","detail":"no","type":"odd"},{"title":"b"}]"##)
                .unwrap(),
            ["body/variants/0/a/b: no (odd)", ": b ()"]
        );
        assert_eq!(
            places(r#"[{"loc":"[Array]","msg":"field required"}]"#).unwrap(),
            [": field required (value_error.missing)"]
        );
        assert_eq!(
            places(r#"{"query.limit":["a","b"]}"#).unwrap(),
            ["query/limit: a ()", "query/limit: b ()"]
        );
        for other in
            [r#"["no"]"#, "[]", "{}", "7", r#"[{"code":5}]"#, r#"[{"message":"no"}]"#, r#"{"name":5}"#]
        {
            assert_eq!(places(other), None, "{other}");
        }
    }

    #[test]
    fn a_message_that_is_an_answer_by_itself_is_not_one_in_an_item() {
        let sum = "Variant distributions must sum to 100%, got 90%".to_owned();
        assert!(matches!(item(Vec::new(), sum, String::new()).kind, ErrorKind::Other { .. }));
    }
}
