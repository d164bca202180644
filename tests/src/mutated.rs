//! Answers of the errors page with bytes changed, removed, added and repeated.
use crate::blocks_of_the_errors_page;

const STATUSES: [Option<u16>; 8] =
    [None, Some(200), Some(302), Some(400), Some(422), Some(429), Some(500), Some(0)];

/// Returns this many mutated answers, always the same ones, each with a status or none.
pub fn mutated_answers(count: usize) -> impl Iterator<Item = (Option<u16>, Vec<u8>)> {
    let blocks = blocks_of_the_errors_page();
    let mut random = Random::default();
    (0..count).map(move |round| {
        let mut body = blocks[round % blocks.len()].clone().into_bytes();
        for _ in 0..=random.below(4) {
            random.mutate(&mut body);
        }
        (STATUSES[random.below(STATUSES.len())], body)
    })
}

/// A xorshift generator.
pub(crate) struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Random(0x9E37_79B9_7F4A_7C15)
    }
}

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    pub(crate) fn mutate(&mut self, body: &mut Vec<u8>) {
        if body.is_empty() {
            return;
        }
        let at = self.below(body.len());
        match self.below(5) {
            0 => body[at] = self.below(256) as u8,
            1 => drop(body.remove(at)),
            2 => body.truncate(at),
            3 => body.insert(at, b"[]{}\",:\\"[self.below(8)]),
            _ => {
                let from = self.below(body.len());
                let part = body[from.min(at)..from.max(at)].to_vec();
                body.splice(at..at, part);
            }
        }
    }
}
