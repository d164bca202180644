//! The text that a client sends for a body in a file: with variables replaced and without the lines that are comments.
use super::is_comment;
use std::borrow::Cow;
use std::ops::Range;

/// The maximum length of a text after its variables have been replaced.
const MAX_REPLACED: usize = 64 << 20;

/// A body as it is sent.
#[derive(Debug, PartialEq)]
pub(crate) struct Sent<'t> {
    pub(crate) text: Cow<'t, str>,
    /// The body in the file.
    pub(crate) written: &'t str,
    /// The line of the file where it begins.
    pub(crate) line: usize,
    edits: Vec<Edit>,
}

/// What was replaced in a body.
#[derive(Debug, PartialEq)]
struct Edit {
    written: Range<usize>,
    sent: Range<usize>,
}

impl<'t> Sent<'t> {
    pub(super) fn new(written: &'t str, line: usize, variables: &Variables<'_>) -> Self {
        let (mut out, mut edits, mut at) = (String::new(), Vec::new(), 0);
        for part in written.split_inclusive('\n') {
            if is_comment(part.trim_start()) {
                // The line keeps its number.
                edits.push(Edit { written: at..at + part.len(), sent: out.len()..out.len() + 1 });
                out.push('\n');
            } else {
                variables.replace(part, &mut out, |written, sent| {
                    edits.push(Edit { written: at + written.start..at + written.end, sent });
                });
            }
            at += part.len();
        }
        let text = if edits.is_empty() { Cow::Borrowed(written) } else { Cow::Owned(out) };
        Sent { text, written, line, edits }
    }

    /// Returns the offset in `written` of an offset in `text`. Within the value of a variable, it is that of the
    /// variable.
    pub(crate) fn written_at(&self, offset: usize) -> usize {
        let edits = self.edits.partition_point(|edit| edit.sent.start <= offset);
        match edits.checked_sub(1).and_then(|last| self.edits.get(last)) {
            None => offset,
            Some(edit) if offset < edit.sent.end => edit.written.start,
            Some(edit) => edit.written.end + (offset - edit.sent.end),
        }
    }
}

/// The variables of a file, by name. The last of a name counts.
pub(super) struct Variables<'t>(pub(super) Vec<(&'t str, &'t str)>);

impl Variables<'_> {
    /// Returns a text with each `{{name}}` of a known variable replaced.
    pub(super) fn replaced_in(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.replace(text, &mut out, |_, _| {});
        out
    }

    /// Appends a text with each `{{name}}` of a known variable replaced, and reports where.
    fn replace(&self, text: &str, out: &mut String, mut edited: impl FnMut(Range<usize>, Range<usize>)) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{").filter(|_| !self.0.is_empty()) {
            out.push_str(before);
            let known = after.split_once("}}").and_then(|(name, after)| {
                let (_, value) = self.0.iter().rfind(|(known, _)| *known == name.trim())?;
                Some((value, after))
            });
            match known {
                Some((value, after)) if out.len() < MAX_REPLACED => {
                    let written = text.len() - rest.len() + before.len()..text.len() - after.len();
                    edited(written, out.len()..out.len() + value.len());
                    out.push_str(value);
                    rest = after;
                }
                _ => {
                    out.push_str("{{");
                    rest = after;
                }
            }
        }
        out.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_file() {
        let variables = Variables(vec![("long", "x"), ("a", "a value"), ("empty", "")]);
        let written = "{ {{a}} é {{ long }}\r\n# comment {{a}}\r\n{{b}}{{empty}}|{{a}}{{a}}}";
        let sent = Sent::new(written, 1, &variables);
        assert_eq!(sent.text, "{ a value é x\r\n\n{{b}}|a valuea value}");
        for mark in ["{ ", " é", "é ", "\r", "{{b", "|", "}"] {
            let [sent_at, at] = [&*sent.text, written].map(|text| match mark {
                "}" => text.len() - 1,
                _ => text.find(mark).unwrap(),
            });
            assert_eq!(sent.written_at(sent_at), at, "{mark}");
        }
        let [inside, second] = ["valuea", "a value}"].map(|part| sent.text.find(part).unwrap());
        assert_eq!(&written[sent.written_at(inside)..], "{{a}}{{a}}}");
        assert_eq!(&written[sent.written_at(second)..], "{{a}}}");
        let end = sent.text.len();
        assert_eq!(sent.written_at(end), written.len());
    }

    #[test]
    fn what_has_no_variable_is_borrowed() {
        let sent = Sent::new("{\"a\": {{b}}}", 1, &Variables(vec![("a", "x")]));
        assert!(matches!(sent.text, Cow::Borrowed(_)));
        assert_eq!(sent.written_at(5), 5);
    }
}
