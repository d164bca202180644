//! The corpus: realistic requests, made from a seed.
mod account;
mod address;
mod campaign;
mod files;
mod list;
mod text;

use coldsend_lint::{Checker, Operation};
use fastrand::Rng;
use serde_json::{Map, Value};

pub use address::{international, leads};
pub use files::write;
pub use list::list;

/// The seed of all random data.
const SEED: u64 = 4715;

/// The number of bodies, and how many of them are invalid.
const BODIES: usize = 200;
const INVALID: usize = 40;

/// The sizes of bodies in bytes.
const SIZES: std::ops::RangeInclusive<usize> = 300..=10_000;

type Object = Map<String, Value>;

/// A request body.
pub struct Body {
    pub operation: Operation,
    pub text: Vec<u8>,
    /// The number of violations.
    pub violations: usize,
}

/// Generates 200 bodies of two operations: 160 are valid and have no advice, 40 have one to four violations.
pub fn bodies() -> Vec<Body> {
    let mut rng = Rng::with_seed(SEED);
    let mut bodies: Vec<Body> = (0..BODIES)
        .map(|i| {
            let operation = match i % 5 {
                0..3 => Operation::UpdateCampaign,
                _ => Operation::CreateSmtpAccount,
            };
            let violations = if i < INVALID { 1 + i % 4 } else { 0 };
            body(operation, violations, &mut rng)
        })
        .collect();
    rng.shuffle(&mut bodies);
    bodies
}

/// Generates a body in which a check finds exactly this many violations, and no advice.
fn body(operation: Operation, violations: usize, rng: &mut Rng) -> Body {
    loop {
        let (mut value, damages) = match operation {
            Operation::UpdateCampaign => (campaign::campaign(rng), campaign::DAMAGES),
            _ => (account::account(rng), account::DAMAGES),
        };
        let mut order: Vec<usize> = (0..damages.len()).collect();
        rng.shuffle(&mut order);
        let mut done = 0;
        for index in order {
            if done < violations && damages[index](&mut value, rng) {
                done += 1;
            }
        }
        let text = written(&Value::Object(value), rng);
        let mut checker = Checker::new();
        let outcome = checker.check(operation, &text);
        let found = outcome.rejection.as_ref().map_or(0, |rejection| rejection.findings().len());
        if SIZES.contains(&text.len()) && found == violations && outcome.advice().is_empty() {
            return Body { operation, text, violations };
        }
    }
}

/// Writes JSON as programs do: compact, in ASCII, or indented.
fn written(value: &Value, rng: &mut Rng) -> Vec<u8> {
    match rng.u8(..20) {
        0..12 => value.to_string(),
        12..17 => ascii(&value.to_string()),
        _ => serde_json::to_string_pretty(value).unwrap(),
    }
    .into_bytes()
}

/// Escapes all characters outside ASCII, as Python does by default.
fn ascii(json: &str) -> String {
    let mut out = String::new();
    for c in json.chars() {
        match c.is_ascii() {
            true => out.push(c),
            false => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out += &format!("\\u{unit:04x}")),
        }
    }
    out
}

fn pick<T: Copy>(rng: &mut Rng, of: &[T]) -> T {
    of[rng.usize(..of.len())]
}

/// Returns `true` with this probability.
fn chance(rng: &mut Rng, percent: u8) -> bool {
    rng.u8(..100) < percent
}
