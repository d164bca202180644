//! Dates and times: valid, nearly valid, and as timestamps.
use super::Generator;
use super::document::Doc;

impl Generator {
    /// Generates a date, or a date and time, that is valid or nearly valid.
    pub(super) fn moment(&mut self, with_time: bool, valid: bool) -> Doc {
        match self.rng.u8(..10) {
            0..2 => return self.timestamp(),
            2 if !valid => return self.anything(),
            _ => {}
        }
        let mut text = match valid {
            true => format!(
                "{:04}-{:02}-{:02}",
                self.rng.u32(1..=9999),
                self.rng.u32(1..=12),
                self.rng.u32(1..=28)
            ),
            false => format!(
                "{}-{}-{}",
                self.pick(&["2024", "2023", "0000", "0001", "9999", "1900", "2000", "24", "12024"]),
                self.part(13),
                self.part(32),
            ),
        };
        if with_time != (!valid && self.one_in(8)) {
            text += self.pick(if valid { &["T", " "] } else { &["T", " ", "T", "t", "", "  ", "_"] });
            text += &self.clock(valid);
        }
        if self.one_in(20) {
            text.push('\n');
        }
        if !valid && self.one_in(12) {
            text =
                format!("{}{text}{}", self.pick(&["", " ", "\n"]), self.pick(&["", " ", "\n\n", "x", "Z"]));
        }
        if self.one_in(60) { self.transliterated(&text) } else { Doc::text(&text) }
    }

    fn clock(&mut self, valid: bool) -> String {
        let two = |rng: &mut fastrand::Rng, most: u32| {
            let number = rng.u32(..=most);
            if rng.bool() { format!("{number:02}") } else { number.to_string() }
        };
        let mut text = match valid {
            true => format!("{}:{}", two(&mut self.rng, 23), two(&mut self.rng, 59)),
            false => format!("{}:{}", self.part(25), self.part(61)),
        };
        if self.rng.bool() {
            text += ":";
            text += &if valid { two(&mut self.rng, 59) } else { self.part(61) };
            if self.rng.bool() {
                let most = if valid { 12 } else { 14 };
                let digits = self.rng.usize(1..=most);
                text += self.pick(if valid { &["."] } else { &[".", ".", ","] });
                text.extend((0..digits).map(|_| char::from(b'0' + self.rng.u8(..10))));
            }
        }
        text += &match (self.rng.u8(..6), valid) {
            (0, _) => "Z".to_owned(),
            (1, true) => {
                format!("{}{:02}:{:02}", self.pick(&["+", "-"]), self.rng.u32(..=22), self.rng.u32(..=99))
            }
            (2, true) => {
                format!("{}{:02}{:02}", self.pick(&["+", "-"]), self.rng.u32(..=22), self.rng.u32(..=59))
            }
            (3, true) => format!("{}{:02}", self.pick(&["+", "-"]), self.rng.u32(..=23)),
            (1..4, false) => self
                .pick(&[
                    "z", "+5", "+5:30", "+24:00", "+23:59", "+23:60", "+10:99", "-00:00", " +01:00", "+99",
                    "-23:59", "+0530", "+05:3", "−05:00", "+", "Z+00:00",
                ])
                .to_owned(),
            _ => String::new(),
        };
        text
    }

    /// Generates a number of one to three digits, which may be too large.
    fn part(&mut self, most: u32) -> String {
        let number = if self.one_in(6) { most } else { self.rng.u32(..=most) };
        match self.rng.u8(..8) {
            0 => number.to_string(),
            1 => format!("{number:03}"),
            _ => format!("{number:02}"),
        }
    }

    fn timestamp(&mut self) -> Doc {
        let number = match self.rng.u8(..8) {
            0 => self.rng.i64(-3_000_000_000..3_000_000_000).to_string(),
            1 => self.rng.i64(..).to_string(),
            2 => format!("{}.{}", self.rng.i32(..), self.rng.u32(..)),
            3 => format!("{}e{}", self.rng.i32(-999..999), self.rng.i32(-12..24)),
            4 => format!("{}", f64::from_bits(self.rng.u64(..))).replace("inf", "1e999").replace("NaN", "0"),
            _ => self
                .pick(&[
                    "0",
                    "-0",
                    "20000000000",
                    "20000000001",
                    "-20000000000",
                    "-20000000001",
                    "1e400",
                    "-1e400",
                    "3e20",
                    "300000000000000000000",
                    "300000000000000000001",
                    "-300000000000000000001",
                    "1.0000005",
                    "2.5e-7",
                    "1e10",
                    "253402300799",
                    "253402300799999",
                    "99999999999999999",
                    "20240115",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0.1",
                    "-0.5",
                    "1e-320",
                ])
                .to_owned(),
        };
        if self.rng.bool() {
            return Doc::token(number);
        }
        let text = match self.rng.u8(..8) {
            0 => format!(" {number}\n"),
            1 => number.to_lowercase(),
            2 => format!("+{number}"),
            3 => self
                .pick(&[
                    ".5", "5.", "1e1_0", "1_000", "nan", "-nan", "inf", "INFINITY", "+inf", " 12 ", "1e5",
                    "0x10", "1__0",
                ])
                .to_owned(),
            _ => number,
        };
        Doc::text(&text)
    }
}
