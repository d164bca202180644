//! Rules across fields: what they read, as data, and how they judge it.
use crate::advice::context::Look;
use crate::error::Evidence;
use crate::error::{ErrorKind, fill};
use crate::json::number;
use crate::schema::Page;
use crate::schema::shape::Field;
use std::borrow::Cow;

/// No rule reads more fields.
pub(crate) const MOST_READ: usize = 4;

/// What a rule across fields is, apart from its judgement.
#[derive(Debug)]
pub struct RuleInfo {
    /// Its id.
    pub id: &'static str,
    /// What it demands.
    pub about: &'static str,
    /// The message of its `value_error`, with `{}` for each part that varies.
    pub message: &'static str,
    /// How sure it is.
    pub limit: Evidence,
    /// The page that says so.
    pub page: Page,
    /// The version of this crate that knew it first.
    pub since: &'static str,
}

impl RuleInfo {
    /// A recommendation.
    pub(crate) const fn advice(
        id: &'static str,
        about: &'static str,
        message: &'static str,
        limit: Evidence,
        page: Page,
    ) -> Self {
        RuleInfo { id, about, message, limit, page, since: since!() }
    }

    /// Its error, with the parts that vary filled in.
    pub(crate) fn error(&self, parts: &[&str]) -> ErrorKind {
        if parts.is_empty() {
            return ErrorKind::value_error(self.message);
        }
        ErrorKind::ValueError { message: fill(self.message, parts).into() }
    }

    /// Whether it says this.
    #[cfg(any(feature = "reference", feature = "typed"))]
    pub(crate) fn says(&self, message: &str) -> bool {
        !self.message.is_empty() && crate::error::matches_template(self.message, message)
    }
}

/// A rule across the fields of one object. It is asked only when every field that it reads is valid.
#[derive(Debug)]
pub struct CrossRule {
    /// Its id, evidence and description.
    pub info: RuleInfo,
    /// The fields it reads; its error is reported at the first.
    pub reads: &'static [&'static str],
    pub(crate) demand: Demand,
}

/// What a rule across fields demands of them: as data where there is a form for it, so that the JSON
/// Schema says it, too.
#[derive(Debug)]
pub(crate) enum Demand {
    /// The field is true.
    True,
    /// One of the fields is not null.
    Any,
    /// The first field is at most what the second allows, where that sets a cap.
    Cap(fn(&Input<'_>) -> Option<i64>),
    /// Whether the object is wrong.
    Judge(fn(&[Input<'_>]) -> Option<bool>),
}

impl CrossRule {
    /// What the answer is if the object is wrong.
    pub(crate) fn judge(&self, inputs: &[Input<'_>]) -> Option<ErrorKind> {
        let wrong = match (&self.demand, inputs) {
            (Demand::True, [value]) => value.integer()? == 0,
            (Demand::Any, values) => values.iter().all(|value| matches!(value, Input::Unknown)),
            (Demand::Cap(cap), [value, of]) => {
                let cap = cap(of)?;
                let error = || self.info.error(&[&number(cap), &of.shown()]);
                return (value.integer()? > cap).then(error);
            }
            (Demand::Judge(judge), inputs) => judge(inputs)?,
            (Demand::True | Demand::Cap(_), _) => false,
        };
        wrong.then(|| self.info.error(&[]))
    }
}

/// A rule across all objects of one list. It reads one field of each, where that field is valid.
#[derive(Debug)]
pub struct ListRule {
    /// Its id, evidence and description.
    pub info: RuleInfo,
    /// The field it reads.
    pub reads: &'static str,
    /// Reads one more object.
    pub(crate) each: fn(&mut Tally, &Input<'_>),
    /// The answer that it gives alone if the list is wrong as a whole, if that is no item; of what varies in it, an
    /// example.
    #[cfg(any(feature = "reference", feature = "typed"))]
    pub(crate) alone: Option<ErrorKind>,
    /// What the answer is if the list is wrong as a whole. Objects that are wrong are among the tally's.
    pub(crate) end: fn(&mut Tally) -> Option<ErrorKind>,
}

/// Recommendations about one object. They look at the fields that were sent and are valid, and never reject.
#[derive(Debug)]
pub struct AdviceRule {
    /// What it may say.
    pub rules: &'static [RuleInfo],
    /// The fields it looks at. A request that lacks the first has nothing to recommend.
    pub reads: &'static [&'static str],
    pub(crate) look: fn(&mut Look<'_>),
}

/// A rule about a body as a whole.
#[derive(Debug)]
pub(crate) struct BodyRule {
    pub(crate) info: RuleInfo,
    #[cfg_attr(not(feature = "reference"), expect(dead_code))]
    pub(crate) errors: &'static [ErrorKind],
}

/// What a list rule remembers of the objects before.
#[derive(Default)]
pub(crate) struct Tally {
    /// The objects whose field was valid.
    pub(crate) read: usize,
    pub(crate) sum: u64,
    /// The place of the object that is read.
    pub(crate) item: usize,
    /// Objects that are wrong; reported at their field.
    pub(crate) wrong: Vec<usize>,
    /// The names read, in upper case: single letters as bits, others with their places.
    letters: u32,
    names: Vec<(Vec<u8>, usize)>,
}

impl Tally {
    pub(crate) fn name(&mut self, name: &str) {
        match name.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => {
                let bit = 1 << (letter.to_ascii_uppercase() - b'A');
                if self.letters & bit != 0 {
                    self.wrong.push(self.item);
                }
                self.letters |= bit;
            }
            name => self.names.push((name.to_ascii_uppercase(), self.item)),
        }
    }

    /// Objects whose name an earlier one has are wrong.
    pub(crate) fn demand_names_to_differ(&mut self) {
        self.names.sort_unstable();
        for equal in self.names.chunk_by(|(name, _), (next, _)| name == next) {
            self.wrong.extend(equal.iter().skip(1).map(|(_, item)| item));
        }
    }
}

/// A valid value as a rule reads it, defaults filled in.
pub(crate) enum Input<'v> {
    /// Null, or not sent where the server's own value counts.
    Unknown,
    Integer(i64),
    Text(Cow<'v, str>),
}

impl Input<'_> {
    pub(crate) fn integer(&self) -> Option<i64> {
        match self {
            Input::Integer(value) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Input::Text(text) => Some(text),
            _ => None,
        }
    }

    /// As a message shows it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Input::Unknown => "null".to_owned(),
            Input::Integer(value) => number(*value),
            Input::Text(text) => text.clone().into_owned(),
        }
    }
}

/// A rule bound to the object that it is for: the places of the fields that it reads.
#[derive(Debug)]
pub struct Bound<R: 'static> {
    /// The rule.
    pub rule: &'static R,
    places: [usize; MOST_READ],
}

impl Bound<CrossRule> {
    pub(crate) const fn new(rule: &'static CrossRule, fields: &[Field]) -> Self {
        let mut places = [0; MOST_READ];
        let mut i = 0;
        while i < rule.reads.len() {
            places[i] = place(fields, rule.reads[i]);
            i += 1;
        }
        Bound { rule, places }
    }

    /// The places of the fields it reads.
    pub(crate) fn places(&self) -> &[usize] {
        self.places.get(..self.rule.reads.len()).unwrap_or_default()
    }
}

impl Bound<AdviceRule> {
    pub(crate) const fn look(rule: &'static AdviceRule, fields: &[Field]) -> Self {
        let mut places = [ABSENT; MOST_READ];
        let mut i = 0;
        while i < rule.reads.len() {
            places[i] = find(fields, rule.reads[i]);
            i += 1;
        }
        Bound { rule, places }
    }

    /// Whether the object has what it is about.
    #[cfg(feature = "reference")]
    pub(crate) fn applies(&self) -> bool {
        self.places[0] != ABSENT
    }

    /// The place of each field that it reads; beyond any object's fields where there is none.
    pub(crate) fn reads(&self) -> [usize; MOST_READ] {
        self.places
    }
}

/// The place of a field that an object does not have.
const ABSENT: usize = usize::MAX;

impl Bound<ListRule> {
    pub(crate) const fn of_list(rule: &'static ListRule, fields: &[Field]) -> Self {
        Bound { rule, places: [place(fields, rule.reads); MOST_READ] }
    }

    /// The place of the field it reads.
    pub(crate) fn place(&self) -> usize {
        self.places[0]
    }
}

/// The place of a field; a rule that reads a field which its object does not have does not compile.
#[allow(clippy::panic)]
const fn place(fields: &[Field], name: &str) -> usize {
    match find(fields, name) {
        ABSENT => panic!("a rule reads a field that its object does not have"),
        place => place,
    }
}

const fn find(fields: &[Field], name: &str) -> usize {
    let mut i = 0;
    while i < fields.len() {
        if equal(fields[i].name.as_bytes(), name.as_bytes()) {
            return i;
        }
        i += 1;
    }
    ABSENT
}

pub(crate) const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
