//! A typed request as the query string that it is sent as.
use super::{TypedObject, View};
use crate::json::number;
use crate::python::quote_segment;

/// Returns the query string of a request, without the fields that are not set.
pub(crate) fn query_string(request: &dyn TypedObject) -> String {
    let (mut fields, mut out) = (request.shape().fields.iter(), String::new());
    request.views(&mut |view| {
        let value = match view {
            View::Text(text) => quote_segment(text),
            View::Integer(value) => number(value),
            View::Boolean(value) => value.to_string(),
            // No field of a query string is of another type.
            _ => String::new(),
        };
        if let (Some(field), false) = (fields.next(), matches!(view, View::Unset | View::Null)) {
            out.extend([if out.is_empty() { "" } else { "&" }, field.name, "=", &value]);
        }
    });
    out
}
