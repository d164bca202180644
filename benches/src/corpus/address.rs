//! Email addresses.
use super::{SEED, chance, pick, text};
use fastrand::Rng;

/// The number of leads. Twelve percent of them have a malformed address.
const LEADS: usize = 10_000;

/// Generates the addresses of leads, plain or malformed.
pub fn leads() -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let domains =
        ["ledgerline.com", "mail.routewise.co.uk", "shiftly.io", "docket-team.de", "granary.example.com"];
    (0..LEADS)
        .map(|i| {
            let (first, last) = (pick(&mut rng, &text::FIRST[..10]), pick(&mut rng, &text::LAST[..8]));
            let local = format!("{}.{}{i}", first.to_lowercase(), last.to_lowercase());
            let domain = pick(&mut rng, &domains);
            match chance(&mut rng, 12) {
                false => format!("{local}@{domain}"),
                true => match rng.u8(..5) {
                    0 => local,
                    1 => format!("{local}@"),
                    2 => format!("{local}@@{domain}"),
                    3 => format!("{local}@{domain}, second@{domain}"),
                    _ => format!("{local} @ {domain}"),
                },
            }
        })
        .collect()
}

/// Generates addresses with international domains and, mostly, international names.
pub fn international() -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let names = ["jörg", "søren", "françoise", "иван", "用户", "ユーザー", "δημήτρης", "ada"];
    let domains =
        ["müller.de", "københavn.dk", "пример.рф", "例え.jp", "παράδειγμα.gr", "straße.example.com"];
    (0..1_000).map(|i| format!("{}{i}@{}", pick(&mut rng, &names), pick(&mut rng, &domains))).collect()
}
