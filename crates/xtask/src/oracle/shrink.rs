//! Minimizes a request with two different answers by removing pieces.
use super::case::Case;

/// The maximum number of attempts.
const MAX_ASKED: usize = 6_000;

/// Returns the smallest request found for which `differs` holds.
pub(super) fn shrink(case: &Case, differs: &mut dyn FnMut(&Case) -> bool) -> Case {
    let (mut case, mut asked) = (case.clone(), 0);
    for cut in [tokens, characters] {
        loop {
            let pieces = cut(&case.sent);
            let Some(smaller) = smaller(&case, &pieces, &mut asked, differs) else { break };
            case = smaller;
        }
    }
    case
}

/// Returns the request without a run of its pieces, if `differs` still holds. Longer runs are tried first.
fn smaller(
    case: &Case,
    pieces: &[&[u8]],
    asked: &mut usize,
    differs: &mut dyn FnMut(&Case) -> bool,
) -> Option<Case> {
    let mut length = pieces.len();
    while length > 0 {
        // Short runs may begin at any piece, because a member is a few pieces. Long runs do not overlap.
        let step = if length > 8 { length } else { 1 };
        for start in (0..pieces.len().saturating_sub(length - 1)).step_by(step) {
            *asked += 1;
            if *asked > MAX_ASKED {
                return None;
            }
            let sent = [&pieces[..start], &pieces[start + length..]].concat().concat();
            let smaller = Case { sent, ..case.clone() };
            if differs(&smaller) {
                return Some(smaller);
            }
        }
        length = if length > 8 { length / 2 } else { length - 1 };
    }
    None
}

/// Splits something like JSON into strings, words and punctuation.
fn tokens(sent: &[u8]) -> Vec<&[u8]> {
    let (mut pieces, mut rest) = (Vec::new(), sent);
    while let [first, after @ ..] = rest {
        let length = match first {
            b'"' => {
                let mut escaped = false;
                let end = after.iter().position(|byte| {
                    let end = *byte == b'"' && !escaped;
                    escaped = *byte == b'\\' && !escaped;
                    end
                });
                end.map_or(rest.len(), |end| end + 2)
            }
            byte if is_word(byte) => rest.iter().position(|byte| !is_word(byte)).unwrap_or(rest.len()),
            _ => 1,
        };
        let (piece, others) = rest.split_at(length);
        pieces.push(piece);
        rest = others;
    }
    pieces
}

fn is_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-._%".contains(byte) || !byte.is_ascii()
}

fn characters(sent: &[u8]) -> Vec<&[u8]> {
    match std::str::from_utf8(sent) {
        Ok(text) => text.split_inclusive(|_| true).map(str::as_bytes).collect(),
        Err(_) => sent.chunks(1).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coldsend_lint::Operation;

    #[test]
    fn irrelevant_pieces_are_removed() {
        let sent = br#"{"name": "Autumn campaign", "timezone": [1, 2, {"x": null}], "n": "\"q"}"#;
        let case = Case { operation: Operation::CreateCampaign, values: Vec::new(), sent: sent.to_vec() };
        let mut is_json_with_null = |case: &Case| {
            let value = serde_json::from_slice::<serde_json::Value>(&case.sent);
            value.is_ok_and(|value| value.to_string().contains("null"))
        };
        let small = shrink(&case, &mut is_json_with_null).sent;
        assert_eq!(String::from_utf8_lossy(&small), r#"{"":[{"":null}]}"#);
    }
}
