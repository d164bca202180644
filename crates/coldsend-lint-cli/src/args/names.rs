//! Names of operations and rules in arguments.
use super::suggest::suggest;
use crate::excerpt::text::lines;
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command};
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::leads::effect_of;
use coldsend_lint::{Operation, Request, UnknownOperation, redact_credentials};
use std::ffi::OsStr;
use std::sync::LazyLock;

/// The value of a name, or the message of an error.
type Named<T> = Result<T, String>;

/// Parses the id of an operation, or `METHOD /path`.
pub(crate) fn operation(text: &str) -> Named<Request> {
    text.parse().map_err(|unknown: UnknownOperation| unknown.to_string())
}

/// Something that a JSON Schema describes.
#[derive(Clone, Debug)]
pub(crate) enum Described {
    Request(Request),
    Situation,
}

const SITUATION: &str = "situation";

/// Parses the name of an operation, or `situation`.
fn described(text: &str) -> Named<Described> {
    match text {
        SITUATION => Ok(Described::Situation),
        text => operation(text).map(Described::Request),
    }
}

/// Parses the id of a rule of requests.
pub(crate) fn rule(id: &str) -> Named<&'static str> {
    among(is_of_requests, id).map(|rule| rule.id)
}

/// Parses the id of a rule of requests that can be allowed, because it gives advice.
pub(crate) fn allowable(id: &str) -> Named<&'static str> {
    advising(among(is_of_requests, id)?, "the API would still reject the request")
}

/// Parses the id of a rule of lists of leads.
fn list_rule(id: &str) -> Named<&'static str> {
    among(is_of_lists, id).map(|rule| rule.id)
}

/// Parses the id of a rule of lists of leads that can be allowed.
fn allowable_of_lists(id: &str) -> Named<&'static str> {
    advising(among(is_of_lists, id)?, "the row would still be invalid, or the file rejected")
}

/// Parses the id of a rule or an answer.
fn rule_or_answer(id: &str) -> Named<&'static str> {
    among(|_| true, id).map(|rule| rule.id)
}

/// Returns whether it is a rule of requests, not only of lists of leads.
fn is_of_requests(rule: &Rule) -> bool {
    coldsend_lint::is_rule(rule.id)
}

/// Returns whether it is a rule of lists of leads, perhaps among others.
fn is_of_lists(rule: &Rule) -> bool {
    effect_of(rule.id).is_some()
}

/// Returns the wanted rule or answer with this id.
fn among(wanted: fn(&Rule) -> bool, id: &str) -> Named<&'static Rule> {
    let known = RULES.iter().find(|rule| rule.id == id);
    match known.filter(|rule| !wanted(rule)) {
        Some(other) if is_of_lists(other) => {
            return Err(format!("`{id}` is a rule for lists of leads: only `coldsend-lint leads` takes it"));
        }
        Some(other) if is_of_requests(other) => {
            return Err(format!("`{id}` is a rule for requests, not for lists of leads"));
        }
        _ => {}
    }
    known.filter(|rule| wanted(rule)).ok_or_else(|| match suggest(id, ids(wanted)) {
        Some(suggestion) => format!("unknown rule `{id}`; did you mean `{suggestion}`?"),
        None => format!("unknown rule `{id}`; `coldsend-lint rules` lists all rules"),
    })
}

/// Returns the id of a rule that gives advice.
fn advising(rule: &Rule, otherwise: &str) -> Named<&'static str> {
    match rule.advises() {
        true => Ok(rule.id),
        false => Err(format!("`{}` cannot be allowed: {otherwise}", rule.id)),
    }
}

fn operations() -> impl Iterator<Item = &'static str> {
    Operation::ALL.iter().map(|operation| operation.id())
}

/// The catalogue, which a configuration with many ids asks for many times.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(catalogue::rules);

fn ids(wanted: fn(&Rule) -> bool) -> Vec<&'static str> {
    RULES.iter().filter(|rule| wanted(rule)).map(|rule| rule.id).collect()
}

/// A parser of an argument, which shells complete with all known names.
#[derive(Clone)]
pub(crate) struct Name<T> {
    parse: fn(&str) -> Named<T>,
    known: fn() -> Vec<&'static str>,
}

impl Name<Request> {
    pub(crate) const OPERATION: Self = Name { parse: operation, known: || operations().collect() };
}

impl Name<Described> {
    pub(crate) const DESCRIBED: Self =
        Name { parse: described, known: || operations().chain([SITUATION]).collect() };
}

impl Name<&'static str> {
    pub(crate) const RULE: Self = Name { parse: rule, known: || ids(is_of_requests) };
    pub(crate) const ALLOWABLE: Self =
        Name { parse: allowable, known: || ids(|rule| rule.advises() && is_of_requests(rule)) };
    pub(crate) const LIST_RULE: Self = Name { parse: list_rule, known: || ids(is_of_lists) };
    pub(crate) const ALLOWABLE_OF_LISTS: Self =
        Name { parse: allowable_of_lists, known: || ids(|rule| rule.advises() && is_of_lists(rule)) };
    pub(crate) const RULE_OR_ANSWER: Self = Name { parse: rule_or_answer, known: || ids(|_| true) };
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Name<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        let error = |text: String| {
            let option = arg.filter(|arg| !arg.is_positional()).map(|arg| format!("{arg}: "));
            let text = redact_credentials(&text);
            let message = format!("{}{}\n", option.unwrap_or_default(), lines(&text));
            clap::Error::raw(ErrorKind::ValueValidation, message).with_cmd(command)
        };
        let text = value.to_str().ok_or_else(|| error("this is not valid UTF-8".to_owned()))?;
        (self.parse)(text).map_err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.known)().into_iter().map(PossibleValue::new)))
    }
}
