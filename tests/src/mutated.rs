//! Answers of the errors page, and in other forms, with bytes changed, removed, added and repeated.
use crate::blocks_of_the_errors_page;

const STATUSES: [Option<u16>; 10] =
    [None, Some(200), Some(302), Some(400), Some(404), Some(409), Some(422), Some(429), Some(500), Some(0)];

/// Answers in forms that the errors page does not have.
const OTHERS: [&str; 7] = [
    r#"{   "detail"  :  "Not Found"  }   "#,
    r#"{"title":"Invalid","code":7,"errors":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#,
    r##"{"message":"no","errors":[{"pointer":"#/variants/0/variant_name","detail":"field required"}]}"##,
    r#"{"errors":{"name":["too short","too plain"],"query.limit":"too high"}}"#,
    r#"{"detail":{"code":"QUOTA","message":"Rate limit exceeded. Retry after 60 seconds.","of":[1,null]}}"#,
    r#"{"detail":"no","required":["campaigns:create"],"granted":[]}"#,
    r#"{"success":true,"is_launch_ready":false,"missing_requirements":["leads"]}"#,
];

/// Returns this many mutated answers, always the same ones, each with a status or none.
pub fn mutated_answers(count: usize) -> impl Iterator<Item = (Option<u16>, Vec<u8>)> {
    let mut blocks = blocks_of_the_errors_page();
    blocks.extend(OTHERS.map(str::to_owned));
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
