//! Writes error bodies with serde as documented.
use super::item::Ctx;
use super::{Detail, ErrorBody, ErrorItem, Finding, LocItem, Rejection, WithCtx};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        body(self, false, to)
    }
}

impl Serialize for WithCtx<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        body(self.0, true, to)
    }
}

/// Writes the API's body.
impl Serialize for Rejection {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.body().serialize(to)
    }
}

/// Writes the finding for programs: the rule, the location as `loc` and as a JSON Pointer, the message and its `type`,
/// and the hint.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_struct("Finding", 6)?;
        to.serialize_field("rule", self.rule)?;
        to.serialize_field("loc", &self.loc)?;
        to.serialize_field("pointer", &self.pointer())?;
        to.serialize_field("msg", &self.kind.message())?;
        to.serialize_field("type", self.kind.error_type())?;
        to.serialize_field("hint", &self.hint())?;
        to.end()
    }
}

fn body<S: Serializer>(body: &ErrorBody, ctx: bool, to: S) -> Result<S::Ok, S::Error> {
    let mut to = to.serialize_struct("ErrorBody", 1)?;
    match &body.detail {
        Detail::Message(message) => to.serialize_field("detail", message)?,
        Detail::Items(items) => {
            let items: Vec<_> = items.iter().map(|item| Item { item, ctx }).collect();
            to.serialize_field("detail", &items)?;
        }
    }
    to.end()
}

struct Item<'b> {
    item: &'b ErrorItem,
    ctx: bool,
}

impl Serialize for ErrorItem {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Item { item: self, ctx: false }.serialize(to)
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let ctx = if self.ctx { self.item.kind.ctx() } else { None };
        let mut to = to.serialize_struct("ErrorItem", 3 + usize::from(ctx.is_some()))?;
        to.serialize_field("loc", &self.item.loc)?;
        to.serialize_field("msg", &self.item.msg)?;
        to.serialize_field("type", self.item.kind.error_type())?;
        if let Some(ctx) = &ctx {
            to.serialize_field("ctx", ctx)?;
        }
        to.end()
    }
}

impl Serialize for Ctx<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_map(Some(1))?;
        match self {
            Ctx::Limit(limit) => to.serialize_entry(self.name(), limit)?,
            Ctx::Members(members) => to.serialize_entry(self.name(), members)?,
            Ctx::Error(error) => to.serialize_entry(self.name(), error)?,
        }
        to.end()
    }
}

impl Serialize for LocItem {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            LocItem::Key(key) => to.serialize_str(key),
            LocItem::Index(index) => to.serialize_u64(*index as u64),
            LocItem::Bool(key) => to.serialize_bool(*key),
            LocItem::Number(text) => number(text, to),
        }
    }
}

/// Writes an integer or a float; a number that is not a finite `f64` as text.
#[cfg(feature = "native")]
fn number<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
    match (text.parse::<i64>(), text.parse().unwrap_or(f64::NAN)) {
        (Ok(integer), _) => to.serialize_i64(integer),
        (_, float) if float.is_finite() => to.serialize_f64(float),
        _ => to.serialize_str(text),
    }
}

/// Writes the text as a newtype with the name [`NUMBER`], because reading a float takes tables of 10 kB. Python's NaN and
/// Infinity stay text.
#[cfg(not(feature = "native"))]
fn number<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
    match text.ends_with(|last: char| last.is_ascii_digit()) {
        true => to.serialize_newtype_struct(NUMBER, text),
        false => to.serialize_str(text),
    }
}

/// The name of the newtype that is a number as JSON text.
#[cfg(any(feature = "output", not(feature = "native")))]
pub(crate) const NUMBER: &str = "coldsend_lint::Number";
