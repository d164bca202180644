//! Tests of the entry point, some against goldens of the real library.

use super::EmailValue;
use crate::host::Native;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;

fn normalize(text: &str) -> Option<String> {
    Some(EmailValue::read(text.into(), &Native)?.kept().into_owned())
}

#[test]
fn around_the_address() {
    for (text, kept) in [
        ("a@b.co", Some("a@b.co")),
        (" \t\n\u{a0}\u{1c}\u{3000}a@b.co\u{1f}\u{85}", Some("a@b.co")),
        ("Jo_1 ½ <A@B.co>  ", Some("A@b.co")),
        ("<a@b.co>", Some("a@b.co")),
        ("Jo<\u{2003}a@b.co\t>", Some("a@b.co")),
        ("李四 <a@b.co>", Some("a@b.co")),
        ("", None),
        ("@", None),
        ("<>", None),
        ("a@b.co\0", None),
        ("\u{200b}a@b.co", None),
        ("\u{feff}a@b.co", None),
        ("J.D. <a@b.co>", None),
        ("Jose\u{301} <a@b.co>", None),
        ("Jo\t<a@b.co>", None),
        ("Jo <a@b.co>\t", None),
        ("Jo <a@\nb.co>", None),
        ("\"Jo\" <a@b.co>", None),
        ("Jo <<a@b.co>>", None),
    ] {
        assert_eq!(normalize(text).as_deref(), kept, "{text:?}");
    }
}

#[test]
fn length_counts_characters() {
    let text = |c: &str, length: usize| format!("a@b.co{}", c.repeat(length - 6));
    for space in [" ", "\u{3000}"] {
        assert!(normalize(&text(space, 2_048)).is_some() && normalize(&text(space, 2_049)).is_none());
    }
    assert!(normalize(&"a@b.co".repeat(1_000_000)).is_none());
}

#[test]
fn international() {
    for (text, kept) in [
        ("jose\u{301}@b.co", Some("josé@b.co")),
        ("😀@b.co", Some("😀@b.co")),
        ("a\u{1fef}@b.co", Some("a`@b.co")),
        ("mar\u{212a}eting@b.co", Some("marketing@b.co")),
        ("a@BÜCHER。de", Some("a@bücher.de")),
        ("a@xn--bcher-kva.DE", Some("a@bücher.de")),
        ("a@ｂ.co", Some("a@b.co")),
        ("a@faß.de", Some("a@faß.de")),
        ("a@b\u{fe0f}.co", Some("a@b.co")),
        ("a@אב.com", Some("a@אב.com")),
        ("a\u{37e}@b.co", None),
        ("\u{301}a@b.co", None),
        ("a\u{200d}@b.co", None),
        ("a@\u{301}b.co", None),
        ("a@b⒈co", None),
        ("a@😀.co", None),
        ("a@1.אב.com", None),
        ("a@b.ｔｅｓｔ", None),
        ("a@xn--abc.co", None),
        ("é@b", None),
    ] {
        assert_eq!(normalize(text).as_deref(), kept, "{text:?}");
    }
}

/// Each line of the goldens has a text, and what the real library keeps of it.
#[test]
fn goldens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/goldens/email.ndjson");
    let goldens = fs::read_to_string(path).expect("the goldens are in the workspace");
    for line in goldens.lines() {
        let golden: Value = serde_json::from_str(line).expect("a line is JSON");
        let text = golden["input"].as_str().expect("the input is text");
        assert_eq!(normalize(text).as_deref(), golden["kept"].as_str(), "{text:?}");
    }
    assert!(goldens.lines().count() > 5_000);
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,40}|[a-zé@<>. \\-]{0,40}|(?s).{0,300}") {
        let kept = normalize(&text);
        prop_assert!(kept.is_none_or(|kept| kept.contains('@')), "{}", text);
    }

    #[test]
    fn what_is_kept_stays(text in "[a-zA-Zéẞß😀\u{301}\u{212a}א・]{1,4}@(xn--)?[a-zA-Zéẞß\u{301}א。ｂ\\-]{1,8}\\.(com|рф)") {
        if let Some(kept) = normalize(&text) {
            prop_assert_eq!(normalize(&kept), Some(kept));
        }
    }
}
