//! The examples on the rules' pages: what they say is what the check answers.
use coldsend_lint::catalogue::{self, Rule};
use coldsend_lint_tests::{Http, compact};

#[test]
fn the_examples_of_every_page_are_true() {
    let mut wrong = Vec::new();
    for rule in catalogue::rules() {
        if let Err(error) = check_page(&rule) {
            wrong.push(format!("docs/rules/{}.md: {error}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What breaks these is too long for a page.
const TOO_LONG_TO_SHOW: [&str; 1] = ["attachments-size"];

/// A request block is followed by a block with the answer; `accepted` and `advised` ones are not. One of
/// them breaks the rule, if a page can show that.
fn check_page(rule: &Rule) -> Result<(), String> {
    let mut blocks = blocks(rule.docs()).into_iter().peekable();
    let (mut accepted, mut shown) = (false, false);
    while let Some((info, text)) = blocks.next() {
        let http = match info.split_once(' ').map_or(info, |(language, _)| language) {
            "http" => Http::parse(text.as_bytes())?,
            _ => continue,
        };
        let answer = http.answer()?;
        match info {
            "http accepted" if answer.refused.is_none() && !answer.mentions(rule.id) => accepted = true,
            "http advised" if answer.refused.is_none() && answer.mentions(rule.id) => shown = true,
            "http" => {
                let Some((_, expected)) = blocks.next_if(|(info, _)| info.starts_with("json")) else {
                    return Err(format!("no answer follows {}", http.request));
                };
                let (status, body) = answer.refused.as_ref().ok_or(format!("{text} is accepted"))?;
                if compact(expected) != *body {
                    return Err(format!("the answer to {text} is {status} {body}"));
                }
                shown |= answer.mentions(rule.id);
            }
            _ => return Err(format!("{info}: {text} gives {:?} {:?}", answer.refused, answer.advice)),
        }
    }
    let unbreakable = rule.constraints.is_empty() || TOO_LONG_TO_SHOW.contains(&rule.id);
    match unbreakable {
        true if shown => Err("an example breaks the rule, which no page can show".to_owned()),
        true if !accepted => Err("no example keeps the rule".to_owned()),
        false if !shown => Err("no example breaks the rule".to_owned()),
        _ => Ok(()),
    }
}

/// The fenced blocks: what stands behind the fence, and the text.
fn blocks(markdown: &str) -> Vec<(&str, &str)> {
    let mut parts = markdown.split("```");
    parts.next();
    let mut blocks = Vec::new();
    while let (Some(block), Some(_)) = (parts.next(), parts.next()) {
        blocks.extend(block.split_once('\n'));
    }
    blocks
}
