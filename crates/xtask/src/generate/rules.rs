//! `RULES.md`: the rules of each operation by field, then all rules and all answers, one per line.
use super::{COMMAND, operations, page};
use coldsend_lint::catalogue::{Rule, Subject};
use coldsend_lint::{AnswerKind, Backoff, Operation, Quota, Wording};

pub(crate) fn markdown(rules: &[Rule]) -> String {
    let constraints: usize = rules.iter().map(|rule| rule.constraints.len()).sum();
    let answers = AnswerKind::ALL.len();
    let mut out = format!(
        "<!-- Written by `{COMMAND}` from src/requests and src/answers: change it there. -->\n\n# Rules\n\n\
         {} rules with {constraints} messages, and {answers} [answers](#answers): find a rule by its \
         [operation](#operations), or in the list of [all rules](#all-rules).\n\n\
         *Limit* says how certain a rule or an operation is, and *wording* how certain its message is \
         ([what the values mean](docs/evidence.md)). A request is rejected only if the limit is printed (stated in the \
         documentation) or corroborated (two independent sources agree); all other rules give advice.\n\n\
         ## Operations\n\n| operation | method and path | limit | scope | what it does |\n\
         |---|---|---|---|---|\n",
        rules.iter().filter(|rule| rule.is_rule()).count()
    );
    for operation in Operation::ALL {
        out += &format!(
            "| [`{operation}`](#{operation}) | `{} {}` | {} | {} | {} |\n",
            operation.method(),
            operation.path(),
            operation.evidence().name(),
            operation.scope().map_or("not documented".to_owned(), |scope| format!("`{scope}`")),
            operation.about()
        );
    }
    out += "\nRules about the body as a whole apply to every operation with a body, and rules about headers apply to every operation.\n";
    out += &operations::sections(rules);
    out += "\n## All rules\n";
    let mut current = String::new();
    for rule in rules.iter().filter(|rule| rule.is_rule()) {
        let group = group(rule);
        if group != current {
            out += &format!(
                "\n### {group}\n\n| rule | description | effect | limit | wording | source |\n|---|---|---|---|---|---|\n"
            );
            current = group;
        }
        out += &format!(
            "| [{id}](docs/rules/{id}.md) | {} | {} | {} | {} | {} |\n",
            rule.about,
            page::effect(rule),
            rule.evidence.name(),
            rule.wording().map_or("", Wording::name),
            page::link(rule.page),
            id = rule.id,
        );
    }
    out + &table_of_answers()
}

/// Returns the heading below which a rule is listed: the object that it is about.
pub(crate) fn group(rule: &Rule) -> String {
    capitalized(match &rule.subject {
        Subject::Body => "Body",
        Subject::Header(_) => "Header",
        Subject::Path(_) => "Path",
        Subject::List(_) => "List of leads",
        Subject::Field(fields) => fields.first().map(|(shape, _)| shape.object).unwrap_or_default(),
        Subject::Across { object, .. } => object,
        Subject::Answer => "Answers",
    })
}

fn table_of_answers() -> String {
    let mut out = "\n## Answers\n\nThe API answers that `coldsend-lint explain` recognizes.\n\n\
         | answer | what happened | status | what to do | retry | limit | wording |\n|---|---|---|---|---|---|---|\n"
        .to_owned();
    for answer in AnswerKind::ALL {
        out += &format!(
            "| [{id}](docs/rules/{id}.md) | {} | {} | {} | {} | {} | {} |\n",
            answer.cause,
            page::statuses(answer),
            answer.fix,
            page::again(answer.retry),
            answer.evidence.name(),
            answer.wording.map_or("", Wording::name),
            id = answer.id,
        );
    }
    out += "\n### Rate limits\n\n";
    let (evidence, source) = (Quota::EVIDENCE.name(), page::link(Quota::PAGE));
    for Quota { requests, per } in [Quota::PER_MINUTE, Quota::PER_HOUR] {
        let seconds = per.as_secs();
        out += &format!("- {requests} requests in {seconds} seconds: {evidence}, {source}.\n");
    }
    let waits: Vec<String> = Backoff::default().map(|wait| wait.as_secs().to_string()).collect();
    out += &format!(
        "- After a `429`, wait {} seconds before each further attempt, in this order.\n",
        waits.join(", ")
    );
    out
}

fn capitalized(text: &str) -> String {
    let text = text.replace('-', " ").replace("smtp", "SMTP");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
