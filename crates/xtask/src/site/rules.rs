//! The pages of the reference: one for each rule and each answer, the list of them, the operations, and the page about
//! evidence.
use super::Files;
use super::markdown::Ids;
use super::shell::{OPERATIONS, Page, Shell, escape};
use crate::generate;
use crate::tool::root::core;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::{API_KEY_HEADER, AnswerKind, Operation};
use std::fs;

pub(super) fn pages(shell: &Shell) -> Result<Files, String> {
    let rules = catalogue::rules();
    let ids = Ids {
        rules: rules
            .iter()
            .map(|rule| rule.id)
            .chain(AnswerKind::ALL.iter().map(|answer| answer.id))
            .collect(),
        operations: Operation::ALL.iter().map(|operation| operation.id()).collect(),
    };
    let mut files = Files::new();
    let mut add = |name: &str, page: &Page<'_>| {
        files.insert(format!("rules/{name}.html"), shell.reference(page));
    };
    let reference = generate::reference(&rules);
    // A part is a page of its own, so its headings are one level higher.
    let part = |heading| ids.html(&part(&reference, heading, "\n## ").replace("##", "#"));
    let list = index(&rules) + &article(&part("### Rate limits\n"));
    let description = "Every rule of the ColdSend API and every answer, with search.";
    add("index", &Page { title: "Rules", description, scripts: &["search.js"], main: &list });
    let main = article(&part("## Operations\n"));
    add(
        "operations",
        &Page { title: OPERATIONS, description: "What each request may contain.", scripts: &[], main: &main },
    );
    for (name, title) in [("evidence", "Evidence"), ("exactness", "Exactness")] {
        let path = core().join(format!("docs/{name}.md"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let main = article(&ids.html(&text));
        add(name, &Page { title, description: "How certain the rules are.", scripts: &[], main: &main });
    }
    for rule in &rules {
        let main = article(&ids.html(rule.docs()));
        add(rule.id, &Page { title: rule.id, description: rule.about, scripts: scripts(rule), main: &main });
    }
    Ok(files)
}

fn article(html: &str) -> String {
    format!("<article class=\"prose card\">{html}</article>")
}

/// Returns the scripts that answer the examples of a rule's page.
fn scripts(rule: &Rule) -> &'static [&'static str] {
    match () {
        () if rule.docs().contains(&format!("\n{API_KEY_HEADER}: ")) => &["keyed.js"],
        () if rule.is_rule() => &["request.js"],
        () => &["explained.js"],
    }
}

/// Returns a part of the reference, from a heading to the next one of its kind.
fn part<'a>(reference: &'a str, heading: &str, end: &str) -> &'a str {
    let start = reference.find(heading).unwrap_or(reference.len());
    let part = &reference[start..];
    part.find(end).map_or(part, |end| &part[..end])
}

/// Returns the list of all rules and answers. The search looks through its text, including the messages.
fn index(rules: &[Rule]) -> String {
    let mut out = "<div class=\"search card\"><h1>Rules</h1>\
        <p>What the ColdSend API requires of a request, and what its answers mean. Look for an id, a field, or the words \
        of an error message. The API answers with an error if a request breaks a rule that rejects; advice is about what it \
        accepts. What each request may contain is in the list of <a href=\"operations.html\">operations</a>.</p>\
        <label class=\"field\">Search<input type=\"search\" class=\"words\" spellcheck=\"false\" autocapitalize=\"off\" \
        autocomplete=\"off\" placeholder=\"name, at least 8 characters, campaign-name, 403\"></label>\
        <p class=\"note\" role=\"status\"></p></div>"
        .to_owned();
    let mut group = String::new();
    for rule in rules {
        let name = generate::group(rule);
        if name != group {
            let end = if group.is_empty() { "" } else { "</ul></section>" };
            out += &format!("{end}<section class=\"card group\"><h2>{}</h2><ul>", escape(&name));
            group = name;
        }
        out += &entry(rule);
    }
    out + "</ul></section>"
}

fn entry(rule: &Rule) -> String {
    let answer = rule.answer.map_or_else(Vec::new, |answer| {
        let status = answer.status().map(|status| format!("status {status}"));
        status.into_iter().chain([answer.fix.to_owned()]).collect()
    });
    let messages = rule.constraints.iter().map(|constraint| constraint.kind.to_string()).chain(answer);
    let messages: String = messages.map(|text| format!("<li>{}</li>", escape(&text))).collect();
    let names: Vec<&str> = rule
        .subject
        .fields()
        .into_iter()
        .chain(rule.operations.iter().map(|operation| operation.id()))
        .collect();
    format!(
        "<li data-id=\"{id}\" data-names=\"{}\"><a href=\"{id}.html\"><code>{id}</code></a> <span class=\"effect\">{}</span>\
         <p>{}</p><ul class=\"messages\" hidden>{messages}</ul></li>",
        escape(&names.join(" ")),
        generate::effect(rule),
        escape(rule.about),
        id = rule.id,
    )
}
