//! Email addresses.
use super::{SEED, chance, pick, text};
use fastrand::Rng;

/// The number of leads. Twelve percent of them have a malformed address.
const LEADS: usize = 10_000;

/// Generates the addresses of leads, plain or malformed.
pub fn leads() -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    (0..LEADS).map(|i| lead(i, 12, &mut rng)).collect()
}

/// Generates an address, which is malformed with this probability in percent.
pub(super) fn lead(index: usize, malformed: u8, rng: &mut Rng) -> String {
    let domains =
        ["ledgerline.com", "mail.routewise.co.uk", "shiftly.io", "docket-team.de", "granary.example.com"];
    let (first, last) = (pick(rng, &text::FIRST[..10]), pick(rng, &text::LAST[..8]));
    let local = format!("{}.{}{index}", first.to_lowercase(), last.to_lowercase());
    let domain = pick(rng, &domains);
    match chance(rng, malformed) {
        false => format!("{local}@{domain}"),
        true => match rng.u8(..5) {
            0 => local,
            1 => format!("{local}@"),
            2 => format!("{local}@@{domain}"),
            3 => format!("{local}@{domain}, second@{domain}"),
            _ => format!("{local} @ {domain}"),
        },
    }
}

/// Generates addresses with international domains and, mostly, international names.
pub fn international() -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let names = ["jörg", "søren", "françoise", "иван", "用户", "ユーザー", "δημήτρης", "ada"];
    let domains =
        ["müller.de", "københavn.dk", "пример.рф", "例え.jp", "παράδειγμα.gr", "straße.example.com"];
    (0..1_000).map(|i| format!("{}{i}@{}", pick(&mut rng, &names), pick(&mut rng, &domains))).collect()
}
