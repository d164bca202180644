//! The pages of the reference: one for each rule and each answer, the list of them, the operations, and the page about
//! evidence.
use super::Files;
use super::markdown::Ids;
use super::shell::{OPERATIONS, Page, Shell, escape};
use crate::generate;
use crate::tool::root::core;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint::{API_KEY_HEADER, Operation};
use std::fs;

/// Returns the pages by path. `search` is the HTML above the list of rules.
pub(super) fn pages(shell: &Shell, search: &str) -> Result<Files, String> {
    let rules = catalogue::rules();
    let ids = Ids {
        rules: rules.iter().map(|rule| rule.id).collect(),
        operations: Operation::ALL.iter().map(|operation| operation.id()).collect(),
    };
    let mut files = Files::new();
    let mut add = |name: &str, page: &Page<'_>| {
        files.insert(format!("rules/{name}.html"), shell.reference(page));
    };
    let reference = generate::reference(&rules);
    // A part is a page of its own, so its headings are one level higher.
    let part = |heading| ids.html(&part(&reference, heading).replace("##", "#"));
    let list = search.to_owned() + &index(&rules) + &article(&part("### Rate limits\n"));
    let description = "Every rule of the ColdSend API and every answer, with search.";
    add("index", &Page { title: "Rules", description, scripts: &["search.js"], main: &list });
    let main = article(&part("## Operations\n"));
    add(
        "operations",
        &Page { title: OPERATIONS, description: "What each request may contain.", scripts: &[], main: &main },
    );
    let path = core().join("docs/evidence.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let main = article(&ids.html(&text));
    let description = "How certain the rules are, and where their sources disagree.";
    add("evidence", &Page { title: "Evidence", description, scripts: &[], main: &main });
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
    let has = |fence: &str| rule.docs().contains(fence);
    match () {
        () if has(&format!("\n{API_KEY_HEADER}: ")) => &["keyed.js"],
        () if has("\n```csv") && has("\n```http") => &["request.js", "listed.js"],
        () if has("\n```csv") => &["listed.js"],
        () if rule.is_rule() => &["request.js"],
        () => &["explained.js"],
    }
}

/// Returns a part of the reference, from a heading to the next main one.
fn part<'a>(reference: &'a str, heading: &str) -> &'a str {
    let start = reference.find(heading).unwrap_or(reference.len());
    let part = &reference[start..];
    part.find("\n## ").map_or(part, |end| &part[..end])
}

/// Returns the list of all rules and answers. The search looks through its text, including the messages.
fn index(rules: &[Rule]) -> String {
    let mut out = String::new();
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
    let effect = match rule.answer {
        Some(answer) if !rule.is_rule() => generate::statuses(answer),
        _ => generate::effect(rule).to_owned(),
    };
    format!(
        "<li data-id=\"{id}\" data-names=\"{}\"><a href=\"{id}.html\"><code>{id}</code></a> <span class=\"effect\">{effect}</span>\
         <p>{}</p><ul class=\"messages\" hidden>{messages}</ul></li>",
        escape(&names.join(" ")),
        escape(rule.about),
        id = rule.id,
    )
}
