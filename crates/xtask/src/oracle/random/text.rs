//! Text of any length in any script.
use super::document::code_points;
use super::{Generator, pools};

/// Code points, including lone surrogates.
pub(super) type Text = Vec<u32>;

/// A longer maximum is rarely reached.
const LONG: u32 = 1000;

impl Generator {
    /// Generates a text whose length is within these bounds.
    pub(super) fn text_within(&mut self, min: u32, max: u32) -> Text {
        if max == u32::MAX && self.rng.bool() {
            // Use short words, because some rules of texts require letters.
            return code_points(self.pick(&["A", "B", "b", "C", "Ada", "hello", "D"]));
        }
        let most = max.min(min.saturating_add(12));
        let length = match self.rng.u8(..10) {
            0..2 => min,
            2 if max <= LONG => max,
            2 if max < u32::MAX && self.one_in(30) => max,
            _ => self.rng.u32(min..=most),
        };
        self.text_of(length)
    }

    /// Generates a text whose length is at one of these bounds, or off by one.
    pub(super) fn text_around(&mut self, min: u32, max: u32) -> Text {
        let reachable = max <= LONG || (max < u32::MAX && self.one_in(40));
        let length = match self.rng.u8(..4) {
            0 => min.saturating_sub(1),
            1 => min,
            2 if reachable => max,
            3 if reachable => max + 1,
            _ => min + 1,
        };
        self.text_of(length)
    }

    fn text_of(&mut self, length: u32) -> Text {
        let alphabet = match self.rng.u8(..8) {
            0..5 => pools::PLAIN,
            5 => pools::SCRIPTS,
            _ => pools::ODD,
        };
        (0..length).map(|_| alphabet[self.rng.usize(..alphabet.len())]).collect()
    }
}
