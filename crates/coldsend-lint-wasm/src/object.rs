//! Records as objects of JavaScript.
use crate::text;
use coldsend_lint::LocItem;
use coldsend_lint::output::Explanation;
use js_sys::{JSON, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Creates an object. If a number is a key in a location, or if serde-wasm-bindgen refuses an integer that a number of
/// JavaScript cannot hold exactly, `JSON.parse` creates it, which rounds.
pub(crate) fn of<'r>(
    record: &impl Serialize,
    locations: impl IntoIterator<Item = &'r Vec<LocItem>>,
) -> Result<JsValue, JsValue> {
    let has_number = locations.into_iter().flatten().any(|step| matches!(step, LocItem::Number(_)));
    match record.serialize(&Serializer::json_compatible()) {
        Ok(object) if !has_number => Ok(object),
        _ => JSON::parse(&text::of(record).map_err(|_| JsValue::NULL)?),
    }
}

/// Creates the object of an explanation. What the server sent is parsed by JavaScript, as its user would.
pub(crate) fn explanation(mut explanation: Explanation<'_>) -> Result<JsValue, JsValue> {
    let detail = explanation.detail.take();
    let extra = std::mem::take(&mut explanation.extra);
    let object = of(&explanation, explanation.items.iter().map(|item| &item.loc))?;
    if let Some(detail) = detail {
        set(&object, "detail", &JSON::parse(detail.get())?)?;
    }
    if !extra.is_empty() {
        let members = Object::new();
        for (name, value) in extra {
            set(&members, name, &JSON::parse(value.get())?)?;
        }
        set(&object, "extra", &members)?;
    }
    Ok(object)
}

pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(drop)
}
