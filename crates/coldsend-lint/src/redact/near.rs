//! Words near the name of a secret that can hardly be words of a language, as in `the password is Tr0ub4dor`, and long
//! random ones anywhere.
use super::credential::has_letters_and_digits;
use crate::error::suggest::may_have_key;
use crate::error::telling::{MAX_NAME, is_telling};
use std::collections::VecDeque;
use std::ops::Range;

/// The minimum length of a word with letters and digits that is hidden near a name.
const MIN_NEAR: usize = 7;
/// The minimum length of a word with letters in both cases and digits that is hidden anywhere, and how often digits follow
/// or precede other characters in it.
const MIN_RANDOM: usize = 24;
const MIN_CHANGES: usize = 3;
/// How many words after a name are looked at, and how many before it.
const AFTER: usize = 6;
const BEFORE: usize = 4;

/// Adds words that may be secrets.
pub(super) fn find(text: &str, found: &mut Vec<Range<usize>>) {
    // The last words of the sentence, with whether each is a name once that is known, the latest first.
    let mut last: VecDeque<Word> = VecDeque::with_capacity(AFTER + 1);
    let mut end = 0;
    for range in (Words { text, at: 0 }) {
        let gap = text.get(end..range.start).unwrap_or_default();
        end = range.end;
        if gap.starts_with(['.', '!', '?']) && gap.contains(char::is_whitespace) {
            last.clear();
        }
        let shown = text.get(range.clone()).unwrap_or_default();
        let mut word = Word { is_opaque: is_opaque(shown), is_name: None, is_hidden: false, range };
        if word.is_opaque {
            word.is_hidden = is_random(shown) || last.iter_mut().any(|word| word.is_name(text));
        } else if last.iter().take(BEFORE).any(Word::may_be_hidden) && word.is_name(text) {
            last.iter_mut().take(BEFORE).filter(|word| word.may_be_hidden()).for_each(|word| {
                word.is_hidden = true;
                found.push(word.range.clone());
            });
        }
        if word.is_hidden {
            found.push(word.range.clone());
        }
        last.truncate(AFTER - 1);
        last.push_front(word);
    }
}

struct Word {
    range: Range<usize>,
    is_opaque: bool,
    /// Whether it is the name of a secret. That is only found out if it matters.
    is_name: Option<bool>,
    is_hidden: bool,
}

impl Word {
    fn may_be_hidden(&self) -> bool {
        self.is_opaque && !self.is_hidden
    }

    fn is_name(&mut self, text: &str) -> bool {
        let Word { range, is_opaque, .. } = self;
        let is_name =
            || !*is_opaque && range.len() <= MAX_NAME && text.get(range.clone()).is_some_and(is_telling);
        *self.is_name.get_or_insert_with(is_name)
    }
}

/// Returns whether a word with letters and digits is no address.
fn is_opaque(word: &str) -> bool {
    word.len() >= MIN_NEAR
        && has_letters_and_digits(word)
        && !word.contains("//")
        && !word.starts_with("www.")
        && !word.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// Returns whether a word looks as if a program had chosen it.
fn is_random(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
    let parts = word.as_bytes().chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
    // The prefix of an API key is shown.
    word.len() >= MIN_RANDOM
        && !(may_have_key(word) && word.matches('_').count() > 1)
        && parts.count() > MIN_CHANGES
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.+=".contains(&byte))
}

/// The words of a text: what is between white space, quotation marks, brackets and the like. ASCII and other letters
/// are apart, since some languages have no blanks.
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.find(|c| !is_between(c))?;
        let word = self.text.get(start..)?;
        let is_ascii = word.starts_with(|c: char| c.is_ascii());
        let end = word.find(|c: char| is_between(c) || c.is_ascii() != is_ascii).unwrap_or(word.len());
        self.at = start + end;
        let word = word.get(..end)?.trim_end_matches(['.', ':', '!', '?']);
        Some(start..start + word.len())
    }
}

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || "\"'`<>()[]{}|;,&=:".contains(c)
        || !c.is_ascii()
            && matches!(c, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3002}')
}

#[cfg(test)]
mod tests {
    use crate::redact::text::{Mode, masked};

    #[test]
    fn what_stands_near_a_name_is_hidden() {
        for (text, expected) in [
            ("Your password is hunter2x!", "Your password is …!"),
            ("Passwort — Tr0ub4dor&3", "Passwort — …&3"),
            ("| password | hunter2x |", "| password | … |"),
            ("<td>Password</td><td>hunter2x</td>", "<td>Password</td><td>…</td>"),
            ("<input type=\"password\" value=\"hunter2x\">", "<input type=\"password\" value=\"…\">"),
            ("<add value=\"hunter2x\" id=\"pass\"/>", "<add value=\"…\" id=\"pass\"/>"),
            ("hunter2x is my password", "… is my password"),
            ("密码是hunter2x。", "密码是…。"),
            ("machine h login u password hunter2x", "machine h login u password …"),
            ("sk-Hunter2Hunter2Hunter2Hunter2", "…"),
        ] {
            assert_eq!(masked(text, Mode::Request), expected);
        }
    }

    #[test]
    fn what_a_server_says_about_a_secret_is_hidden() {
        for (text, expected) in [
            ("Credentials ada hunter2 rejected", "Credentials ada … rejected"),
            ("hunter2 is not the password", "… is not the password"),
            ("Passphrase hunter2 rejected", "Passphrase … rejected"),
            ("hunter2 is wrong", "hunter2 is wrong"),
            ("OAuth2 token expired", "OAuth2 token expired"),
        ] {
            assert_eq!(masked(text, Mode::Answer), expected);
        }
    }

    #[test]
    fn what_people_write_is_shown() {
        for text in [
            "Forgot your password? See https://example.com/a1b2c3d4.",
            "The key to growth. In Q3FY2026x we grew by 50 %.",
            "Reset your password, or write to ada1999@example.com",
            "{{first_name_and_a_very_long_placeholder_1}} and Donaudampfschifffahrt2026",
            "550e8400-e29b-41d4-a716-446655440000",
        ] {
            assert_eq!(masked(text, Mode::Request), text);
        }
    }

    #[test]
    fn a_long_text_is_read_once() {
        // Quadratic time would take minutes.
        for part in ["a ", "a1b2c3d4 ", "key ", "key a1b2c3d4 ", ". ", "\u{201C}", "密a"] {
            let text = part.repeat(100_000);
            assert!(masked(&text, Mode::Request).len() <= text.len() * 2, "{part}");
        }
    }
}
