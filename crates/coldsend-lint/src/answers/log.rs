//! One line for a log, without any text of the body.
use super::{Answer, AnswerKind};
use crate::error::LocItem;
use crate::json::{list, quote};

/// More items are only counted.
const MAX_ITEMS: usize = 20;

pub(super) fn record(answer: &Answer, at: &str, request_id: Option<&str>) -> String {
    let retry = answer.retry();
    let mut out = "{\"at\":".to_owned();
    quote(at, &mut out);
    out.push_str(",\"request_id\":");
    match request_id {
        Some(id) => quote(id, &mut out),
        None => out.push_str("null"),
    }
    out.push_str(",\"id\":");
    quote(answer.kind.info().id, &mut out);
    out.push_str(",\"status\":");
    number(answer.status, &mut out);
    out.push_str(",\"retry\":");
    quote(retry.name(), &mut out);
    out.push_str(",\"retry_after_seconds\":");
    number(retry.seconds(), &mut out);
    if let AnswerKind::Validation(items) = &answer.kind {
        out.push_str(",\"items\":");
        list(&mut out, ['[', ']'], items.iter().take(MAX_ITEMS), |item, out| {
            out.push_str("{\"loc\":");
            list(out, ['[', ']'], &item.redacted_loc(), LocItem::write);
            out.push_str(",\"type\":");
            quote(item.redacted_type(), out);
            out.push('}');
        });
        if items.len() > MAX_ITEMS {
            out.push_str(",\"left_out\":");
            number(Some(items.len() - MAX_ITEMS), &mut out);
        }
    }
    out.push('}');
    out
}

fn number(number: Option<impl ToString>, out: &mut String) {
    out.push_str(&number.map_or_else(|| "null".to_owned(), |number| number.to_string()));
}
