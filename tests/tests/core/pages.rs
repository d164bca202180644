//! The examples on the pages: a request on a rule's page gets the answer that follows it, and a body on an answer's
//! page is read as that answer.
use coldsend_lint::Answer;
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint_tests::{RequestFixture, compact};

#[test]
fn the_examples_of_every_page_are_true() {
    let mut wrong = Vec::new();
    for rule in catalogue::rules() {
        let checked = if rule.is_rule() { check_page(&rule) } else { check_answer(&rule) };
        if let Err(error) = checked {
            wrong.push(format!("docs/rules/{}.md: {error}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rules that only a request too long for a page violates, or a situation, a campaign, a mapping, or bytes that are not
/// UTF-8.
const NOT_SHOWN: [&str; 12] = [
    "attachments-size",
    "wildcard-scope",
    "lead-file-empty",
    "lead-file-size",
    "lead-count",
    "lead-row-length",
    "lead-header-encoding",
    "upload-mapping",
    "lead-variable-column",
    "lead-variable-empty",
    "lead-encoding",
    "lead-nul",
];

/// Checks the page of a rule. A request block is followed by a block with the answer, unless it is marked `accepted` or
/// `advised`. One request must violate the rule, if a page can show that.
fn check_page(rule: &Rule) -> Result<(), String> {
    let mut blocks = blocks(rule.docs()).into_iter().peekable();
    let (mut accepted, mut shown) = (false, false);
    while let Some((info, text)) = blocks.next() {
        let http = match info.split_once(' ').map_or(info, |(language, _)| language) {
            "http" => RequestFixture::parse(text.as_bytes())?,
            "csv" => RequestFixture::upload(text),
            _ => continue,
        };
        let answer = http.answer()?;
        match info {
            "http accepted" | "csv accepted" if answer.refused.is_none() && !answer.mentions(rule.id) => {
                accepted = true;
            }
            "http advised" | "csv reported" if answer.refused.is_none() && answer.mentions(rule.id) => {
                shown = true;
            }
            "http" => {
                let Some((_, expected)) = blocks.next_if(|(info, _)| info.starts_with("json")) else {
                    return Err(format!("no answer follows {}", http.request));
                };
                let (status, body) = answer.refused.as_ref().ok_or(format!("{text} is accepted"))?;
                if compact(expected) != *body {
                    return Err(format!("the answer to {text} is {status} {body}"));
                }
                let read = Answer::parse(*status, expected.as_bytes());
                let id =
                    rule.answer.filter(|_| answer.mentions(rule.id)).map_or("validation", |info| info.id);
                if read.kind().info().id != id || read.status_expected().is_some() {
                    return Err(format!("{status} {body} is read as {read:?}"));
                }
                shown |= answer.mentions(rule.id);
            }
            _ => return Err(format!("{info}: {text} gives {:?} {:?}", answer.refused, answer.advice)),
        }
    }
    let unbreakable = rule.constraints.is_empty() || NOT_SHOWN.contains(&rule.id);
    match unbreakable {
        true if shown => Err("an example breaks the rule, which no page can show".to_owned()),
        true if !accepted => Err("no example keeps the rule".to_owned()),
        false if !shown => Err("no example breaks the rule".to_owned()),
        _ => Ok(()),
    }
}

/// Checks the page of an answer. Each block is an answer with its status. If we emit a body for the answer, it is the
/// same, unless the fence says that the block is only read.
fn check_answer(rule: &Rule) -> Result<(), String> {
    let info = rule.answer.ok_or("no answer")?;
    let blocks = blocks(rule.docs());
    for (fence, text) in &blocks {
        let mut words = fence.split(' ').skip(1);
        let status =
            words.next().map(|status| status.parse::<u16>().map_err(|_| format!("{fence}: no status")));
        let answer = Answer::parse(status.transpose()?, text.as_bytes());
        if answer.kind().info() != info || answer.status_expected().is_some() {
            return Err(format!("{text} is read as {answer:?}"));
        }
        let only_read = words.next() == Some("read") || text.is_empty();
        if let Some(body) = answer.body()
            && (body == compact(text)) == only_read
        {
            return Err(format!("{text} is emitted as {body}"));
        }
    }
    if blocks.is_empty() { Err("no example".to_owned()) } else { Ok(()) }
}

/// Returns the fenced blocks: what follows the fence, and the text.
fn blocks(markdown: &str) -> Vec<(&str, &str)> {
    let mut parts = markdown.split("```");
    parts.next();
    let mut blocks = Vec::new();
    while let (Some(block), Some(_)) = (parts.next(), parts.next()) {
        blocks.extend(block.split_once('\n'));
    }
    blocks
}
