//! JSON as a schema is written: members in the order in which they are put, two blanks a level, short
//! lists and lone members on one line.
use crate::json::quote;
use std::fmt;

/// A JSON value.
#[derive(Debug)]
pub(super) enum Value {
    /// What is printed as it is: `null`, a boolean, a number.
    Plain(String),
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

/// A JSON object.
#[derive(Debug, Default)]
pub(super) struct Object(Vec<(String, Value)>);

impl Object {
    /// Appends a member.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.push((key.to_owned(), value.into()));
    }

    /// Appends a member, if there is a value.
    pub(super) fn put_some(&mut self, key: &str, value: Option<impl Into<Value>>) {
        self.0.extend(value.map(|value| (key.to_owned(), value.into())));
    }

    /// An object with this member.
    pub(super) fn of(key: &str, value: impl Into<Value>) -> Self {
        Object::default().with(key, value)
    }

    /// The object with one more member.
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.put(key, value);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Value::Object(object)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Plain(value.to_string())
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Plain(value.to_string())
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Value::List(items.into_iter().map(Into::into).collect())
    }
}

impl Value {
    pub(super) fn null() -> Self {
        Value::Plain("null".to_owned())
    }

    /// Appends it; its own lines are this deep.
    fn print(&self, depth: usize, out: &mut String) {
        match self {
            Value::Plain(text) => out.push_str(text),
            Value::Text(text) => quote(text, out),
            Value::List(items) if items.iter().all(Value::is_scalar) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    out.push_str(if i > 0 { ", " } else { "" });
                    item.print(depth, out);
                }
                out.push(']');
            }
            Value::List(items) => {
                block('[', items, ']', depth, out, |item, out| item.print(depth + 1, out));
            }
            Value::Object(Object(members)) if self.is_short() => {
                out.push('{');
                for (key, value) in members {
                    quote(key, out);
                    out.push_str(": ");
                    value.print(depth, out);
                }
                out.push('}');
            }
            Value::Object(Object(members)) => block('{', members, '}', depth, out, |(key, value), out| {
                quote(key, out);
                out.push_str(": ");
                value.print(depth + 1, out);
            }),
        }
    }

    /// No object in it has more than one member.
    fn is_short(&self) -> bool {
        match self {
            Value::Plain(_) | Value::Text(_) => true,
            Value::List(items) => items.iter().all(Value::is_scalar),
            Value::Object(Object(members)) => {
                members.len() < 2 && members.iter().all(|(_, value)| value.is_short())
            }
        }
    }

    fn is_scalar(&self) -> bool {
        matches!(self, Value::Plain(_) | Value::Text(_))
    }
}

/// Appends brackets with each of these on a line of its own.
fn block<T>(
    open: char,
    parts: &[T],
    close: char,
    depth: usize,
    out: &mut String,
    print: impl Fn(&T, &mut String),
) {
    let line = |depth: usize, out: &mut String| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    out.push(open);
    for (i, part) in parts.iter().enumerate() {
        out.push_str(if i > 0 { "," } else { "" });
        line(depth + 1, out);
        print(part, out);
    }
    line(depth, out);
    out.push(close);
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.print(0, &mut out);
        f.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_stands_on_one_line() {
        let inner = Object::of("a \"b\"", Value::null()).with("c", Object::default());
        let short = Object::of("d", Object::of("e", "f"));
        let value = Object::of("x", vec![inner, short]).with("y", vec![1, 2]).with("z", true);
        let printed = Value::from(value).to_string();
        let expected = r#"{
  "x": [
    {
      "a \"b\"": null,
      "c": {}
    },
    {"d": {"e": "f"}}
  ],
  "y": [1, 2],
  "z": true
}"#;
        assert_eq!(printed, expected);
        assert!(serde_json::from_str::<serde_json::Value>(&printed).is_ok());
    }
}
