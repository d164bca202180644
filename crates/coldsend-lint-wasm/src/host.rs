//! Asks the JavaScript host for what needs large tables, which every browser and Node.js have.
use coldsend_lint::Category;
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../src/wasm/host.js")]
extern "C" {
    /// Returns the index of the first category that contains this character: Lu, other L* and Nd, other N*, Mn,
    /// Mc, Me, P* and S*; -1 if none does.
    fn category(character: u32) -> i32;

    fn compose(text: &str) -> String;

    /// Returns `None` if the domain is not valid in a URL.
    #[wasm_bindgen(js_name = mapDomain)]
    fn map_domain(domain: &str) -> Option<String>;

    #[wasm_bindgen(js_name = isTimeZone)]
    fn is_time_zone(name: &str) -> bool;

    fn float(literal: &str) -> f64;

    fn shortest(number: f64) -> String;
}

/// The maximum number of names to remember.
const MAX_ZONES: usize = 32;

thread_local! {
    /// The names that were asked for, and whether they are time zones: to ask JavaScript takes longer than a check.
    static ZONES: RefCell<Vec<(String, bool)>> = const { RefCell::new(Vec::new()) };
}

/// The JavaScript host.
pub(crate) struct Host;

impl coldsend_lint::Host for Host {
    fn category(&self, character: char) -> Category {
        match character {
            // Mn in Unicode 14.
            '\u{1171E}' => Category::Mark,
            newer if is_newer(newer.into()) => Category::Other,
            known => match category(known.into()) {
                0 => Category::Capital,
                1 => Category::LetterOrDigit,
                2 => Category::OtherNumber,
                3 => Category::Mark,
                4 => Category::SpacingMark,
                5 => Category::EnclosingMark,
                6 => Category::Sign,
                _ => Category::Other,
            },
        }
    }

    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        Cow::Owned(compose(text))
    }

    /// Maps a domain like the host of a URL, to which the same rules apply and whose labels are returned in Punycode.
    /// What only a URL reads differently, such as a number as an IPv4 address, cannot occur in an e-mail address.
    fn map_domain(&self, domain: &str) -> Option<String> {
        let domain: String = domain.chars().filter_map(as_newer_hosts).collect();
        map_domain(&domain)
    }

    fn keeps_label(&self, label: &str, ascii: &str) -> bool {
        self.map_domain(label).is_some_and(|mapped| mapped == ascii)
    }

    fn is_time_zone(&self, name: &str) -> Option<bool> {
        ZONES.with_borrow_mut(|zones| {
            if let Some((_, known)) = zones.iter().find(|(asked, _)| asked == name) {
                return Some(*known);
            }
            if zones.len() == MAX_ZONES {
                zones.clear();
            }
            let known = is_time_zone(name);
            zones.push((name.to_owned(), known));
            Some(known)
        })
    }

    fn float(&self, literal: &str) -> f64 {
        float(literal)
    }

    fn shortest(&self, number: f64) -> String {
        shortest(number)
    }
}

/// Maps characters that hosts with tables older than Unicode 16, such as Node 20, reject or map differently.
fn as_newer_hosts(character: char) -> Option<char> {
    match character {
        '\u{1E9E}' => Some('\u{DF}'),
        '\u{4C0}' => Some('\u{4CF}'),
        '\u{10A0}'..='\u{10C5}' => char::from_u32(u32::from(character) + 0x1C60),
        '\u{2132}' => Some('\u{214E}'),
        '\u{2183}' => Some('\u{2184}'),
        '\u{2F868}' => Some('\u{36FC}'),
        '\u{2F874}' => Some('\u{5F53}'),
        '\u{2F91F}' => Some('\u{243AB}'),
        '\u{2F95F}' => Some('\u{7AEE}'),
        '\u{2F9BF}' => Some('\u{45D7}'),
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}' => None,
        _ => Some(character),
    }
}

/// Returns whether this character was added in Unicode 15 to 18. Newer hosts treat such characters as assigned, but the
/// API does not.
fn is_newer(character: u32) -> bool {
    let mut start = 0;
    for [gap, length] in NEWER {
        start += u32::from(gap);
        if (start..start + u32::from(length)).contains(&character) {
            return true;
        }
        start += u32::from(length);
    }
    false
}

/// Runs of characters, each as the distance from the end of the previous run and its length; unassigned
/// characters of Unicode 14 between two runs count as newer, too. This script prints them with Python 3.11 and
/// unicodedata2:
///
/// ```python
/// import unicodedata, unicodedata2
/// end = 0
/// known = lambda i: unicodedata.category(chr(i)) != "Cn"
/// runs = []
/// for i in (i for i in range(0x110000) if not known(i) and unicodedata2.category(chr(i)) != "Cn"):
///     if runs and not any(map(known, range(runs[-1][1], i))):
///         runs[-1][1] = i + 1
///     else:
///         runs.append([i, i + 1])
/// for start, stop in runs:
///     print([start - end, stop - start], end=", ")
///     end = stop
/// ```
#[rustfmt::skip]
static NEWER: [[u16; 2]; 87] = [
    [1368, 1], [50, 2], [59, 2], [709, 1], [7, 1], [699, 2], [263, 1], [127, 1], [22, 1], [474, 1], [3072, 34],
    [93, 2], [47, 1], [265, 2], [1028, 1], [13, 3], [33, 4], [866, 3], [1900, 1], [713, 4], [408, 4], [484, 12],
    [30171, 5], [2, 1], [1, 1], [5, 24], [890, 2], [20565, 16], [445, 2], [54, 7], [2033, 52], [455, 5], [384,
    26], [998, 80], [306, 62], [831, 3], [318, 99], [749, 20], [1052, 250], [438, 66], [270, 91], [1300, 1], [5,
    11], [208, 311], [3496, 1], [9, 4034], [7429, 58], [3078, 58], [294, 52], [286, 5], [6145, 8], [1238, 42],
    [9, 1226], [8016, 16], [34, 1], [18, 1], [6807, 766], [553, 2], [194, 21], [80, 132], [978, 1], [1113, 29],
    [1026, 225], [48, 96], [1088, 560], [2734, 1], [1321, 5], [151, 12], [89, 3], [21, 15], [178, 39], [379, 4],
    [29, 3], [15, 9], [29, 3], [11, 5], [6, 10], [10, 6], [8, 8], [7, 4], [208, 37], [10, 1], [47934, 7], [222,
    1], [5763, 12], [7490, 622], [9458, 59632],
];
