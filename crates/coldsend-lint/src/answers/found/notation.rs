//! Items that are not written as JSON: as PHP, Go, PowerShell and consoles print values, as YAML, or the end of JSON.
//! All of these have the keys `loc`, `msg` and `type`, in this order.
use crate::answers::Answer;
use crate::json::{list, quote};

/// The keys of an item, in the order in which each of these prints them.
const KEYS: [&str; 3] = ["loc", "msg", "type"];
/// How a `type` of the API begins. Any other pair of `msg` and `type` is something else.
const TYPES: [&str; 3] = ["value_error", "type_error", "json_invalid"];
/// What stands before the elements of a list, or beside them.
const TYPE_NAMES: [&str; 8] = ["Array", "array", "interface", "string", "int", "length", "System", "Object"];
/// The maximum number of bytes that are read of a type.
const MAX_TYPE: usize = 100;
/// The maximum number of bytes between keys of an item.
const MAX_GAP: usize = 1000;

/// Returns the body with the items in a text.
pub(super) fn body(text: &str) -> Option<String> {
    let (mut items, mut at) = (Vec::new(), 0);
    while let Some((item, end)) = item(text, at) {
        items.extend(item);
        at = end;
    }
    let mut body = "{\"detail\":".to_owned();
    list(&mut body, ['[', ']'], &items, |item, out| out.push_str(item));
    body.push('}');
    (!items.is_empty() && Answer::parse(None, &body).received().is_empty()).then_some(body)
}

/// Returns the next item as JSON, and where to go on. `None` if there is no other `msg`.
fn item(text: &str, from: usize) -> Option<(Option<String>, usize)> {
    let [loc, msg, r#type] = KEYS;
    let (start, after) = key(text, from, text.len(), msg)?;
    let before = floor(text, start.saturating_sub(MAX_GAP).max(from));
    // Up to the next item, so that a text is read once.
    let until = floor(text, after + MAX_GAP);
    let until = key(text, after, until, msg).map_or(until, |(next, _)| next);
    let Some((end, value)) = key(text, after, until, r#type) else { return Some((None, after)) };
    let message = value_of(text.get(after..end).unwrap_or_default());
    let code = value_of(text.get(value..floor(text, value + MAX_TYPE)).unwrap_or_default());
    let code = code.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))).next()?;
    if message.is_empty() || !TYPES.iter().any(|known| code.starts_with(known)) {
        return Some((None, value));
    }
    let mut steps = Vec::new();
    if let Some((_, place)) = key(text, before, start, loc) {
        steps = self::steps(text.get(place..start).unwrap_or_default());
    }
    let mut out = "{\"loc\":".to_owned();
    list(&mut out, ['[', ']'], steps, |step, out| match step.bytes().all(|byte| byte.is_ascii_digit()) {
        true => out.push_str(step),
        false => quote(step, out),
    });
    out.push_str(",\"msg\":");
    quote(&message, &mut out);
    out.push_str(",\"type\":");
    quote(code, &mut out);
    out.push('}');
    Some((Some(out), value))
}

/// Returns the greatest offset up to this one that does not split a character.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Returns where a key begins in a part of a text, and where its value does.
fn key(text: &str, from: usize, until: usize, name: &str) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let start = at + text.get(at..until)?.find(name)?;
        at = start + name.len();
        let begins = text.get(..start)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let rest = text.get(at..until)?.trim_start_matches(['"', '\'', ']']).trim_start_matches([' ', '\t']);
        let value = ["=>", ":", "="].iter().find_map(|separator| rest.strip_prefix(separator));
        if let Some(value) = value.filter(|_| begins) {
            return Some((start, until - value.len()));
        }
    }
}

/// Returns the text that a value begins with: what is between quotation marks, or else the rest of the line.
fn value_of(text: &str) -> String {
    let mut text = text.trim_start();
    // `string(43) "…"` of PHP.
    if let Some((_, value)) = text.strip_prefix("string(").and_then(|rest| rest.split_once(')')) {
        text = value.trim_start();
    }
    if let Some(mark) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        return text.split(mark).nth(1).unwrap_or_default().to_owned();
    }
    // PowerShell breaks long lines, and indents the rest.
    let mut lines = text.split('\n');
    let mut value = lines.next().unwrap_or_default().trim().trim_end_matches([';', ',']).to_owned();
    for line in lines {
        let rest = line.trim();
        if !line.starts_with("  ")
            || rest.is_empty()
            || rest.contains([':', '=', '[', ']', '{', '}', '(', ')'])
        {
            break;
        }
        value.push(' ');
        value.push_str(rest);
    }
    value
}

/// Returns the steps of a location: the words and numbers of a list, without indices and types.
fn steps(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let mut found = Vec::new();
    let (mut at, mut is_length) = (0, false);
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_part)).map(|start| at + start) {
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        at = end;
        let word = text.get(start..end).unwrap_or_default();
        let is_type = TYPE_NAMES.contains(&word);
        let after = text.get(end..).unwrap_or_default().trim_start_matches(['"', '\'', ']', ' ']);
        let is_label = after.starts_with("=>") || after.starts_with(':');
        if !(is_type || is_label || std::mem::take(&mut is_length)) {
            found.push(word);
        }
        // The number of elements or of bytes, but not the value of `int(5)`.
        is_length = is_type && word != "int" && after.starts_with(['(', ':']);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEM: &str = r#"{"loc":["body","variants",0,"name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}"#;

    #[test]
    fn items_in_other_notations_are_read() {
        for text in [
            "Array\n(\n [detail] => Array\n (\n [0] => Array\n (\n [loc] => Array\n (\n [0] => body\n [1] => variants\n [2] => 0\n [3] => name\n )\n\n [msg] => ensure this value has at least 8 characters\n [type] => value_error.any_str.min_length\n [ctx] => Array\n",
            "[\"loc\"]=>\n array(4) {\n [0]=>\n string(4) \"body\"\n [1]=>\n string(8) \"variants\"\n [2]=>\n int(0)\n [3]=>\n string(4) \"name\"\n }\n [\"msg\"]=>\n string(43) \"ensure this value has at least 8 characters\"\n [\"type\"]=>\n string(30) \"value_error.any_str.min_length\"\n",
            "'loc' => \n array (\n 0 => 'body',\n 1 => 'variants',\n 2 => 0,\n 3 => 'name',\n ),\n 'msg' => 'ensure this value has at least 8 characters',\n 'type' => 'value_error.any_str.min_length',\n",
            "map[detail:[map[ctx:map[limit_value:8] loc:[body variants 0 name] msg:ensure this value has at least 8 characters type:value_error.any_str.min_length]]]",
            "loc  : {body, variants, 0, name}\nmsg  : ensure this value has at least\n       8 characters\ntype : value_error.any_str.min_length\nctx  : @{limit_value=8}\n",
            "detail:\n- loc:\n  - body\n  - variants\n  - 0\n  - name\n  msg: ensure this value has at least 8 characters\n  type: value_error.any_str.min_length\n",
            "▼loc: Array(4)\n 0: \"body\"\n 1: \"variants\"\n 2: 0\n 3: \"name\"\n length: 4\n msg: \"ensure this value has at least 8 characters\"\n type: \"value_error.any_str.min_length\"\n",
            "  \"loc\": [\"body\", \"variants\", 0, \"name\"],\n \"msg\": \"ensure this value has at least 8 characters\",\n \"type\": \"value_error.any_str.min_length\"\n }\n ]\n}",
        ] {
            assert_eq!(body(text), Some(format!("{{\"detail\":[{ITEM}]}}")), "{text}");
            let twice = body(&format!("{text}\n{text}")).unwrap();
            assert_eq!(twice, format!("{{\"detail\":[{ITEM},{ITEM}]}}"), "{text}");
        }
        let console = body("0: {loc: Array(2), msg: 'field required', type: 'value_error.missing'}").unwrap();
        assert_eq!(console, r#"{"detail":[{"loc":[],"msg":"field required","type":"value_error.missing"}]}"#);
    }

    #[test]
    fn other_pairs_of_a_message_and_a_type_are_not_items() {
        for text in [
            "",
            "msg",
            "level=error msg=\"hunter2\" type=worker",
            "msg: field required",
            "type: value_error.missing",
            "{\"msg\": \"\", \"type\": \"value_error.missing\"}",
            "msg: hunter2\ntype: hunter2",
        ] {
            assert_eq!(body(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_read_once() {
        // Quadratic time would take minutes.
        for part in ["msg:", "msg: x\ntype:", "loc: msg: type: ", "msg", "loc: é", "msg:é type:value_error "]
        {
            let text = part.repeat(2_000_000 / part.len());
            let _ = body(&text);
        }
    }
}
