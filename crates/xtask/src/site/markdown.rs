//! Markdown of the reference as HTML: with links within the site, and examples that can be edited.
use super::shell::escape;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeSet;

/// The ids that are linked wherever they stand as code.
pub(super) struct Ids {
    pub(super) rules: BTreeSet<&'static str>,
    pub(super) operations: BTreeSet<&'static str>,
}

type Events<'a> = Vec<Event<'a>>;

impl Ids {
    /// Converts Markdown to HTML. Comments are dropped.
    pub(super) fn html(&self, markdown: &str) -> String {
        let is_editable = ["\n```http", "\n```json", "\n```text", "\n```html", "\n```csv"]
            .iter()
            .any(|fence| markdown.contains(fence));
        let mut events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
        let mut out = Vec::new();
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(fence))) => {
                    let text = text(&until(&mut events, TagEnd::CodeBlock));
                    // The answer to a request follows it.
                    let answer = (&*fence == "http").then(|| {
                        events.next();
                        self::text(&until(&mut events, TagEnd::CodeBlock))
                    });
                    out.push(tag(example(&fence, &text, answer.as_deref())));
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let content = until(&mut events, TagEnd::Heading(level));
                    out.push(tag(format!("<{level} id=\"{}\">", anchor(&text(&content)))));
                    let is_examples = text(&content) == "Examples";
                    out.extend(content);
                    out.push(tag(format!("</{level}>\n")));
                    if is_editable && is_examples {
                        out.push(tag(
                            "<p class=\"note\">Edit an example: it is answered at once.</p>\n".to_owned()
                        ));
                    }
                }
                Event::Start(Tag::Table(_)) => self.table(&mut events, &mut out),
                Event::Html(_) | Event::InlineHtml(_) => {}
                event => self.inline(event, &mut events, &mut out),
            }
        }
        let mut result = String::new();
        html::push_html(&mut result, out.into_iter());
        result
    }

    /// Adds an event, with links to the pages of ids.
    fn inline<'a>(&self, event: Event<'a>, rest: &mut impl Iterator<Item = Event<'a>>, out: &mut Events<'a>) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.link(&dest_url).into();
                out.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                out.extend(until(rest, TagEnd::Link));
                out.push(Event::End(TagEnd::Link));
            }
            Event::Text(text) if text.contains(DOCUMENTATION) => {
                // GitHub links addresses, too.
                for (at, part) in text.split(DOCUMENTATION).enumerate() {
                    let end = part.find(|letter: char| !(letter.is_alphanumeric() || "/-".contains(letter)));
                    let (path, rest) = part.split_at(end.unwrap_or(part.len()));
                    out.push(tag(match at {
                        0 => escape(part),
                        _ => {
                            let path = escape(path);
                            let link = format!("<a href=\"{DOCUMENTATION}{path}\">{DOCUMENTATION}{path}</a>");
                            link + &escape(rest)
                        }
                    }));
                }
            }
            Event::Code(code) => match self.page(&code) {
                Some(page) => out.push(tag(format!("<a href=\"{page}\"><code>{}</code></a>", escape(&code)))),
                None => out.push(Event::Code(code)),
            },
            event => out.push(event),
        }
    }

    /// Adds a table. Each cell has the name of its column, for narrow screens; if the columns have no names, the first
    /// cell of a row is its name.
    fn table<'a>(&self, events: &mut impl Iterator<Item = Event<'a>>, out: &mut Events<'a>) {
        let mut columns: Vec<String> = Vec::new();
        let mut column = 0;
        out.push(tag("<table>".to_owned()));
        while let Some(event) = events.next() {
            let is_named = !columns.iter().all(String::is_empty);
            let html = match event {
                Event::Start(Tag::TableHead) => {
                    let cells = until(events, TagEnd::TableHead);
                    columns =
                        cells.split(|event| *event == Event::End(TagEnd::TableCell)).map(text).collect();
                    columns.pop();
                    if columns.iter().all(String::is_empty) {
                        continue;
                    }
                    let heads: Vec<String> =
                        columns.iter().map(|name| format!("<th scope=\"col\">{}</th>", term(name))).collect();
                    format!("<thead><tr>{}</tr></thead>\n", heads.concat())
                }
                Event::Start(Tag::TableRow) => {
                    column = 0;
                    "<tr>".to_owned()
                }
                Event::Start(Tag::TableCell) => {
                    column += 1;
                    let content = until(events, TagEnd::TableCell);
                    if !is_named && column == 1 {
                        out.push(tag(format!("<th scope=\"row\">{}</th>", term(&text(&content)))));
                        continue;
                    }
                    let name = columns.get(column - 1).filter(|name| !name.is_empty());
                    let name =
                        name.map_or(String::new(), |name| format!(" data-column=\"{}\"", escape(name)));
                    out.push(tag(format!("<td{name}>")));
                    let mut content = content.into_iter();
                    while let Some(event) = content.next() {
                        self.inline(event, &mut content, out);
                    }
                    "</td>".to_owned()
                }
                Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
                Event::End(TagEnd::Table) => break,
                _ => continue,
            };
            out.push(tag(html));
        }
        out.push(tag("</table>\n".to_owned()));
    }

    /// Returns the page of an id, from a page in the same folder.
    fn page(&self, id: &str) -> Option<String> {
        match self.rules.contains(id) {
            true => Some(format!("{id}.html")),
            false => self.operations.contains(id).then(|| format!("operations.html#{id}")),
        }
    }

    /// Returns the address of a link. All pages of the reference are in one folder.
    fn link(&self, dest: &str) -> String {
        if dest.contains("://") {
            return dest.to_owned();
        }
        let (path, anchor) = dest.split_once('#').map_or((dest, ""), |(path, anchor)| (path, anchor));
        let page = match path.rsplit('/').next().unwrap_or_default() {
            "RULES.md" => "index.html".to_owned(),
            name => name.replace(".md", ".html"),
        };
        if anchor.is_empty() { page } else { format!("{page}#{anchor}") }
    }
}

/// Where the pages of the documentation are.
const DOCUMENTATION: &str = "https://docs.coldsend.pro/";

/// Returns the events up to an end, without it.
fn until<'a>(events: &mut impl Iterator<Item = Event<'a>>, end: TagEnd) -> Events<'a> {
    events.take_while(|event| *event != Event::End(end)).collect()
}

/// Returns the text of events, without markup.
fn text(events: &[Event<'_>]) -> String {
    let text = |event: &Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        _ => String::new(),
    };
    events.iter().map(text).collect()
}

fn tag<'a>(html: String) -> Event<'a> {
    Event::Html(html.into())
}

/// Returns the anchor of a heading, as GitHub forms it.
fn anchor(heading: &str) -> String {
    let keep = |letter: &char| letter.is_alphanumeric() || "-_ ".contains(*letter);
    heading.to_lowercase().chars().filter(keep).collect::<String>().replace(' ', "-")
}

/// Returns the name of a column or row, linked if the page about evidence explains it.
fn term(name: &str) -> String {
    match name {
        "limit" | "wording" => format!("<a href=\"evidence.html\">{name}</a>"),
        _ => escape(name),
    }
}

/// Returns an example. The scripts of the page answer again when it is edited.
fn example(fence: &str, text: &str, answer: Option<&str>) -> String {
    let (language, rest) = fence.split_once(' ').unwrap_or((fence, ""));
    let lines = text.lines().count().clamp(1, 24);
    let edit = |name: &str| {
        format!(
            "<label class=\"field\">{name}<textarea class=\"code\" rows=\"{lines}\" spellcheck=\"false\" \
             autocapitalize=\"off\" autocomplete=\"off\">\n{}</textarea></label>",
            escape(text)
        )
    };
    let (kind, controls) = match language {
        "http" => ("request", edit("Request")),
        "csv" => ("list", edit("List of leads")),
        _ => {
            let status = rest.split(' ').next().unwrap_or_default();
            let status = format!(
                "<label class=\"field\">Status<input class=\"status\" inputmode=\"numeric\" autocomplete=\"off\" value=\"{status}\"></label>"
            );
            ("answer", status + &edit("Answer"))
        }
    };
    let answer = match answer {
        Some(answer) => format!("<pre class=\"code\">{}</pre>", escape(answer)),
        None if language == "http" => "<p>The API accepts this.</p>".to_owned(),
        None => String::new(),
    };
    format!(
        "<div class=\"example\" data-kind=\"{kind}\">{controls}<div class=\"result\">{answer}</div></div>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> String {
        let ids = Ids { rules: ["campaign-name"].into(), operations: ["create_campaign"].into() };
        ids.html(markdown)
    }

    #[test]
    fn ids_and_links_lead_to_pages_of_the_site() {
        for (markdown, expected) in [
            ("`campaign-name`", "<a href=\"campaign-name.html\"><code>campaign-name</code></a>"),
            (
                "`create_campaign`",
                "<a href=\"operations.html#create_campaign\"><code>create_campaign</code></a>",
            ),
            ("`name`", "<code>name</code>"),
            ("[a](../evidence.md#conflicts)", "<a href=\"evidence.html#conflicts\">a</a>"),
            ("[a](rules/campaign-name.md)", "<a href=\"campaign-name.html\">a</a>"),
            ("[a](../../RULES.md#rate-limits)", "<a href=\"index.html#rate-limits\">a</a>"),
            (
                "[`campaign-name`](https://docs.coldsend.pro/a.md)",
                "<a href=\"https://docs.coldsend.pro/a.md\"><code>campaign-name</code></a>",
            ),
            (
                "[`create_campaign`](#create_campaign)",
                "<a href=\"#create_campaign\"><code>create_campaign</code></a>",
            ),
        ] {
            assert_eq!(html(markdown), format!("<p>{expected}</p>\n"), "{markdown}");
        }
    }

    #[test]
    fn comments_are_dropped_and_headings_have_anchors() {
        assert_eq!(
            html("# A `b`\n\n<!-- c -->\n\nd <!-- e -->"),
            "<h1 id=\"a-b\">A <code>b</code></h1>\n<p>d </p>\n"
        );
    }

    #[test]
    fn cells_have_the_name_of_their_column() {
        assert_eq!(
            html("| message | limit |\n|---|---|\n| `a<b` | printed |\n"),
            "<table><thead><tr><th scope=\"col\">message</th><th scope=\"col\"><a href=\"evidence.html\">limit</a></th></tr>\
             </thead>\n<tr><td data-column=\"message\"><code>a&lt;b</code></td><td data-column=\"limit\">printed</td></tr>\n\
             </table>\n"
        );
        assert_eq!(
            html("| | |\n|---|---|\n| since | 0.1.0 |\n"),
            "<table><tr><th scope=\"row\">since</th><td>0.1.0</td></tr>\n</table>\n"
        );
    }

    #[test]
    fn an_example_can_be_edited_and_has_its_answer() {
        let page = html(
            "## Examples\n\n```http\nPOST /a\n\n{\"b\": \"<\"}\n```\n\n```json\n{}\n```\n\n```http accepted\nGET /a\n```\n",
        );
        assert!(page.contains("Edit an example"));
        assert!(page.contains("rows=\"3\""));
        assert!(page.contains(">\nPOST /a\n\n{&quot;b&quot;: &quot;&lt;&quot;}\n</textarea>"), "{page}");
        assert!(page.contains("<div class=\"result\"><pre class=\"code\">{}\n</pre></div>"), "{page}");
        assert!(page.contains("<div class=\"result\"><p>The API accepts this.</p></div>"), "{page}");
        let page = html("```json 403 read\n{}\n```\n");
        assert!(page.contains("data-kind=\"answer\"") && page.contains("value=\"403\""), "{page}");
        let page = html("## Examples\n\n```csv reported\na\n```\n");
        assert!(page.contains("Edit an example") && page.contains("data-kind=\"list\""), "{page}");
    }
}
