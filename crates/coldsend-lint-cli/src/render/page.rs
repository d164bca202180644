//! The pages of rules.

/// Returns a page for people, without the comments for its editors.
pub(crate) fn without_comments(page: &str) -> String {
    let mut out = String::new();
    for line in page.lines().filter(|line| !line.starts_with("<!--")) {
        // Also drop the blank line after a comment.
        if !(line.is_empty() && out.ends_with("\n\n")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lose_their_comments() {
        let page = "# id\n\n<!-- a -->\n<!-- b -->\n\nText\n\n<!-- /a -->\n\n- x\n";
        assert_eq!(without_comments(page), "# id\n\nText\n\n- x\n");
    }
}
