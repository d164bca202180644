//! The host's Unicode: every browser and Node has these tables already.
use coldsend_lint::Unicode;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type URL;

    #[wasm_bindgen(constructor, catch)]
    fn new(address: &str) -> Result<URL, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn hostname(this: &URL) -> String;

    #[wasm_bindgen(js_name = String)]
    type JsText;

    #[wasm_bindgen(method)]
    fn normalize(this: &JsText, form: &str) -> String;
}

/// Asks the host.
pub(crate) struct Host;

impl Unicode for Host {
    fn compose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        Cow::Owned(JsText::from(JsValue::from_str(text)).normalize("NFC"))
    }

    /// A URL's host is mapped by the same rules, and its labels come back in Punycode. What a URL alone
    /// reads in another way, such as a number as an IPv4 address, no e-mail address gets to.
    fn map_domain(&self, domain: &str) -> Option<String> {
        // Older hosts map it to "ss", as Unicode did.
        let domain = domain.replace('ẞ', "ß");
        URL::new(&format!("http://{domain}")).ok().map(|url| url.hostname())
    }

    fn keeps_label(&self, label: &str, ascii: &str) -> bool {
        self.map_domain(label).is_some_and(|mapped| mapped == ascii)
    }
}
