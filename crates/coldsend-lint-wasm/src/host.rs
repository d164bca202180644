//! The host's Unicode: every browser and Node has these tables already.
use coldsend_lint::Unicode;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../src/host.js")]
extern "C" {
    fn compose(text: &str) -> String;

    /// Nothing for a domain that no URL has.
    #[wasm_bindgen(js_name = mapDomain)]
    fn map_domain(domain: &str) -> Option<String>;
}

/// Asks the host.
pub(crate) struct Host;

impl Unicode for Host {
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        Cow::Owned(compose(text))
    }

    /// A URL's host is mapped by the same rules, and its labels come back in Punycode. What a URL alone
    /// reads in another way, such as a number as an IPv4 address, no e-mail address gets to.
    fn map_domain(&self, domain: &str) -> Option<String> {
        let domain: String = domain.chars().filter_map(as_newer_hosts).collect();
        map_domain(&domain)
    }

    fn keeps_label(&self, label: &str, ascii: &str) -> bool {
        self.map_domain(label).is_some_and(|mapped| mapped == ascii)
    }
}

/// Maps what hosts with tables older than Unicode 16, such as Node 20, refuse or map in another way.
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
