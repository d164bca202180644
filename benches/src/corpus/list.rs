//! Lists of leads.
use super::{SEED, address, chance, pick, text};
use fastrand::Rng;

/// The percentage of malformed addresses.
const MALFORMED: u8 = 2;

/// Generates a CSV with this many rows, as exports of a CRM are: two percent of the addresses are malformed, some
/// cells are quoted, some names are international, and a few rows are ragged.
pub fn list(length: usize) -> Vec<u8> {
    let mut rng = Rng::with_seed(SEED);
    let companies =
        ["Ledgerline", "Routewise Ltd", "\"Shiftly, Inc.\"", "\"Docket \"\"Team\"\" GmbH\"", "Granary"];
    let cities = ["Berlin", "München", "New York", "London", "Zürich", "Leeds"];
    let mut out = "email,first_name,last_name,company,city,phone,notes\n".to_owned();
    for i in 0..length {
        let (first, last) = (pick(&mut rng, &text::FIRST), pick(&mut rng, &text::LAST));
        let (company, city) = (pick(&mut rng, &companies), pick(&mut rng, &cities));
        let notes =
            if chance(&mut rng, 10) { "\"met at the fair,\nsaid \"\"call me\"\"\"" } else { "inbound" };
        let address = match address::lead(i, MALFORMED, &mut rng) {
            address if address.contains(',') => format!("\"{address}\""),
            address => address,
        };
        out += &format!("{address},{first},{last},{company},{city},+49 30 {i:07},{notes}");
        out += match rng.u8(..200) {
            0 => ",one cell more\n",
            _ => "\n",
        };
    }
    out.into_bytes()
}
