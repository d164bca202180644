//! The API's errors page.

/// The text of the API's errors page.
pub const ERRORS_PAGE: &str = include_str!("../errors_page.txt");

/// Returns the JSON blocks of that page.
pub fn blocks_of_the_errors_page() -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in ERRORS_PAGE.lines() {
        if line == "{" {
            open = Some(String::new());
        }
        if let Some(block) = &mut open {
            block.push_str(line);
            block.push('\n');
            if line == "}" {
                blocks.extend(open.take());
            }
        }
    }
    blocks
}

/// Removes the white space outside the strings of JSON, which may be invalid.
pub fn compact(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let keep = |c: &char| {
        let kept = in_string || !c.is_ascii_whitespace();
        in_string ^= *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        kept
    };
    json.chars().filter(keep).collect()
}
