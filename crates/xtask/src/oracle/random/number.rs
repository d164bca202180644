//! Every way to write a number, a boolean or a UUID that the API accepts, and many that it rejects.
use super::document::{Doc, code_points};
use super::{Generator, pools};

impl Generator {
    /// Generates an integer within these bounds.
    pub(super) fn integer_within(&mut self, min: i64, max: i64) -> i64 {
        let (low, high) = (min.max(-1_000_000), max.min(1_000_000));
        match self.rng.u8(..6) {
            0 => low,
            1 => high,
            _ => self.rng.i64(low..=high),
        }
    }

    /// Generates an integer at one of these bounds or just outside.
    pub(super) fn integer_around(&mut self, min: i64, max: i64) -> i64 {
        *[min.saturating_sub(1), min, max, max.saturating_add(1)].get(self.rng.usize(..4)).unwrap_or(&min)
    }

    /// Writes an integer in one of the many ways that the API may read.
    pub(super) fn integer_form(&mut self, number: i64) -> Doc {
        match self.rng.u8(..24) {
            0 => Doc::token(format!("{number}.{}", self.rng.u32(..1000))),
            1 => Doc::token(format!("{number}.0")),
            2 => Doc::token(format!("{number}e0")),
            3 if number != 0 => Doc::token(format!("{number}0E-1")),
            4 => Doc::token(format!("{number}.00e+00")),
            5 => Doc::text(&number.to_string()),
            6 => {
                let text =
                    self.pick(&[" {} ", "\t{}", "{}\n", "\u{a0}{}", "\u{3000}{}\u{2028}", "00{}", "+{}"]);
                Doc::text(&text.replace("{}", &number.to_string()))
            }
            7 => {
                let script = self.pick(pools::DIGITS);
                Doc::text(&in_script(&number.to_string(), script))
            }
            8 if number.unsigned_abs() > 9 => {
                let text = number.to_string();
                let (head, tail) = text.split_at(text.len() - 1);
                Doc::text(&format!("{head}_{tail}"))
            }
            9 if number == 1 => Doc::token("true"),
            9 if number == 0 => Doc::token(self.pick(&["false", "-0", "-0.0", "-0.9"])),
            10 => Doc::token(format!("{number}.9999999999999999999")),
            _ => Doc::token(number.to_string()),
        }
    }

    pub(super) fn boolean(&mut self) -> Doc {
        match self.rng.u8(..10) {
            0..4 => Doc::token(self.pick(&["true", "false"])),
            4..6 => Doc::token(self.pick(&["0", "1", "-0", "0.0", "1.0", "10e-1", "1e0", "0e9"])),
            _ => {
                let word =
                    self.pick(&["1", "t", "true", "on", "y", "yes", "0", "f", "false", "off", "n", "no"]);
                let word: String =
                    word.chars().map(|c| if self.one_in(3) { c.to_ascii_uppercase() } else { c }).collect();
                Doc::text(&word)
            }
        }
    }

    /// Generates a UUID in one of the many ways that the API accepts, or a nearly valid one.
    pub(super) fn uuid(&mut self, valid: bool) -> String {
        let hex: String =
            (0..32).map(|_| char::from(b"0123456789abcdefABCDEF"[self.rng.usize(..22)])).collect();
        let plain = format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]);
        if valid {
            return match self.rng.u8(..14) {
                0 => hex,
                1 => format!("{{{plain}}}"),
                2 => format!("urn:uuid:{plain}"),
                3 => format!("uuurn:id:{{{{{hex}"),
                4 => format!("}}{plain}{{"),
                5 => format!("0x{}", &hex[2..]),
                6 => format!("+{}", &hex[1..]),
                7 => format!(" {}", &hex[1..]),
                8 => format!("{}\u{a0}", &hex[1..]),
                9 => in_script(&"7".repeat(32), self.pick(pools::DIGITS)),
                10 => format!("{}_{}", &hex[..5], &hex[6..]),
                11 => format!("-{}--{}-", &hex[..3], &hex[3..]),
                _ => plain,
            };
        }
        match self.rng.u8(..12) {
            0 => format!(" {plain}"),
            1 => format!("{plain} "),
            2 => format!("URN:UUID:{plain}"),
            3 => hex[1..].to_owned(),
            4 => format!("{hex}0"),
            5 => plain.replace('-', "\u{2010}"),
            6 => format!("g{}", &hex[1..]),
            7 => format!("{}{{{}", &hex[..9], &hex[9..]),
            8 => format!("__{}", &hex[2..]),
            9 => format!("{}_", &hex[1..]),
            10 => format!("0x_{}", &hex[3..]),
            _ => self.pick(&["", "not-a-uuid", "42", "{}", "urn:uuid:", "0x", "null"]).to_owned(),
        }
    }

    /// Generates a path value. Characters that cannot be in the path of a URL are omitted.
    pub(super) fn path_value(&mut self, wrong: bool) -> String {
        let valid = !wrong || self.one_in(4);
        let value = self.uuid(valid);
        let value: String = value.chars().filter(|c| !"/?#".contains(*c)).collect();
        if value.is_empty() || value == "{}" { "x".to_owned() } else { value }
    }
}

/// Converts ASCII digits to another script, given by its zero.
fn in_script(number: &str, zero: &str) -> String {
    let zero = zero.chars().next().map_or(48, u32::from);
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero + digit)).unwrap_or(c);
    number.chars().map(digit).collect()
}

impl Generator {
    /// Converts the digits of a text to another script.
    pub(super) fn transliterated(&mut self, text: &str) -> Doc {
        Doc::Text(code_points(&in_script(text, self.pick(pools::DIGITS))))
    }
}
