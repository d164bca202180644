//! What all pages share: the head, the policy, the header with links, and the footer.

/// The content security policy: a page loads and runs only files of the site, and sends nothing.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The title of the page with the operations.
pub(super) const OPERATIONS: &str = "Operations";

/// The template of a page.
pub(super) struct Shell(pub(super) String);

/// What differs from page to page.
pub(super) struct Page<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// The scripts of the page, in the folder of scripts.
    pub(super) scripts: &'a [&'a str],
    /// The content of `main`, as HTML.
    pub(super) main: &'a str,
}

impl Shell {
    /// Returns the page to try coldsend-lint, at the root of the site.
    pub(super) fn start(&self, main: &str) -> Vec<u8> {
        let description = "Find out how the ColdSend API would answer a request before you send it.";
        self.page("", &Page { title: "Try coldsend-lint", description, scripts: &["main.js"], main })
    }

    /// Returns a page of the reference, in the folder `rules`.
    pub(super) fn reference(&self, page: &Page<'_>) -> Vec<u8> {
        self.page("../", page)
    }

    fn page(&self, root: &str, page: &Page<'_>) -> Vec<u8> {
        let tag = |script: &&str| format!("<script type=\"module\" src=\"{root}site/{script}\"></script>");
        let scripts: Vec<String> = page.scripts.iter().map(tag).collect();
        let current = |is_current| if is_current { " aria-current=\"page\"" } else { "" };
        let is_start = root.is_empty();
        let is_operations = page.title == OPERATIONS;
        [
            ("policy", POLICY),
            ("title", &escape(page.title)),
            ("description", &escape(page.description)),
            ("scripts", &scripts.join("\n    ")),
            ("start", current(is_start)),
            ("rules", current(!is_start && !is_operations)),
            ("operations", current(is_operations)),
            ("root", root),
            // Last, since it is not searched for placeholders.
            ("main", page.main),
        ]
        .iter()
        .fold(self.0.clone(), |html, (name, value)| html.replace(&format!("{{{{{name}}}}}"), value))
        .into_bytes()
    }
}

/// Escapes text for HTML, in content and in attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
