//! `rules`: prints the catalogue.
use crate::args::{Rules, RulesFormat};
use crate::exit::Exit;
use crate::output;
use crate::render::page::without_comments;
use crate::render::write_json;
use coldsend_lint::Wording;
use coldsend_lint::answers::Info;
use coldsend_lint::catalogue::{self, Rule};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) fn run(options: &Rules) -> io::Result<Exit> {
    let mut rules = catalogue::rules();
    let mut out = output::styled();
    match &options.id {
        None => match options.format {
            RulesFormat::Human => table(&rules, &mut out)?,
            RulesFormat::Json => json(&rules.iter().map(Data::new).collect::<Vec<_>>())?,
            RulesFormat::Markdown => markdown(&rules, &mut out)?,
        },
        Some(id) => {
            rules.retain(|rule| rule.id == *id);
            let Some(rule) = rules.first() else { return Ok(Exit::CouldNotCheck) };
            match options.format {
                RulesFormat::Human => out.write_all(without_comments(rule.docs()).as_bytes())?,
                RulesFormat::Json => json(&Data::new(rule))?,
                RulesFormat::Markdown => out.write_all(rule.docs().as_bytes())?,
            }
        }
    }
    out.flush()?;
    Ok(Exit::Accepted)
}

fn consequence(rule: &Rule) -> &'static str {
    match () {
        () if rule.rejects() => "rejects",
        () if rule.advises() => "advice",
        () if rule.is_rule() => "none",
        () => "answer",
    }
}

fn table(rules: &[Rule], out: &mut impl Write) -> io::Result<()> {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in rules {
        writeln!(out, "{:width$}  {:7}  {}", rule.id, consequence(rule), rule.about)?;
    }
    Ok(())
}

fn markdown(rules: &[Rule], out: &mut impl Write) -> io::Result<()> {
    out.write_all(
        b"| rule | description | effect | limit | wording | source |\n|---|---|---|---|---|---|\n",
    )?;
    for rule in rules {
        let (limit, wording, link) =
            (rule.evidence.name(), rule.wording().map_or("", Wording::name), rule.page.link());
        writeln!(
            out,
            "| `{}` | {} | {} | {limit} | {wording} | {link} |",
            rule.id,
            rule.about,
            consequence(rule)
        )?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> io::Result<()> {
    let mut out = output::plain();
    write_json(&mut out, value)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A rule or an answer for programs.
#[derive(Serialize)]
struct Data {
    id: &'static str,
    summary: &'static str,
    subject: &'static str,
    object: Option<&'static str>,
    fields: Vec<&'static str>,
    operations: Vec<&'static str>,
    rejects: Option<bool>,
    limit: &'static str,
    wording: Option<&'static str>,
    page: String,
    since: &'static str,
    constraints: Vec<Constraint>,
    answer: Option<Answer>,
}

#[derive(Serialize)]
struct Constraint {
    at: String,
    msg: String,
    r#type: String,
    rejects: bool,
    limit: &'static str,
    wording: &'static str,
}

#[derive(Serialize)]
struct Answer {
    statuses: &'static [u16],
    status_expected: Option<u16>,
    retry: &'static str,
    cause: &'static str,
    fix: &'static str,
}

impl From<&'static Info> for Answer {
    fn from(info: &'static Info) -> Self {
        let Info { statuses, expected, retry, cause, fix, .. } = *info;
        Answer { statuses, status_expected: expected, retry: retry.name(), cause, fix }
    }
}

impl Data {
    fn new(rule: &Rule) -> Self {
        let constraints = rule.constraints.iter().map(|constraint| Constraint {
            at: constraint.at.clone(),
            msg: constraint.kind.to_string(),
            r#type: constraint.kind.error_type().to_owned(),
            rejects: constraint.rejects(),
            limit: constraint.evidence.name(),
            wording: constraint.wording.name(),
        });
        Data {
            id: rule.id,
            summary: rule.about,
            subject: rule.subject.name(),
            object: rule.subject.object(),
            fields: rule.subject.fields(),
            operations: rule.operations.iter().map(|operation| operation.id()).collect(),
            rejects: rule.is_rule().then(|| rule.rejects()),
            limit: rule.evidence.name(),
            wording: rule.wording().map(Wording::name),
            page: rule.page.link(),
            since: rule.since,
            constraints: constraints.collect(),
            answer: rule.answer.map(Answer::from),
        }
    }
}
