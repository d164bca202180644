//! `RULES.md`: every rule in a line.
use super::{COMMAND, page};
use coldsend_lint::Operation;
use coldsend_lint::catalogue::{Rule, Subject};

pub(super) fn markdown(rules: &[Rule]) -> String {
    let constraints: usize = rules.iter().map(|rule| rule.constraints.len()).sum();
    let mut out = format!(
        "<!-- Written by `{COMMAND}` from src/requests: change it there. -->\n\n# Rules\n\n\
         {} rules with {constraints} answers. *Limit* tells how sure a limit is, *wording* how sure the words of its \
         answers are; only limits that are printed or corroborated reject, the others are advice. See \
         [evidence](docs/evidence.md).\n\n## Operations\n\n| operation | method and path | scope | what it does |\n\
         |---|---|---|---|\n",
        rules.len()
    );
    for operation in Operation::ALL {
        out += &format!(
            "| `{operation}` | `{} {}` | {} | {} |\n",
            operation.method(),
            operation.path(),
            operation.scope().map_or("not documented".to_owned(), |scope| format!("`{scope}`")),
            operation.about()
        );
    }
    out += "\n### Rules of each operation\n\nThe rules of bodies as a whole hold for every operation with a body, those of headers for every operation.\n\n";
    for operation in Operation::ALL {
        let own = rules.iter().filter(|rule| !matches!(rule.subject, Subject::Body | Subject::Header(_)));
        let links: Vec<String> = own
            .filter(|rule| rule.operations.contains(operation))
            .map(|rule| format!("[{id}](docs/rules/{id}.md)", id = rule.id))
            .collect();
        out += &format!("- `{operation}`: {}\n", links.join(", "));
    }
    let mut object = "";
    for rule in rules {
        let current = match &rule.subject {
            Subject::Body => "Body",
            Subject::Header(_) => "Header",
            Subject::Path(_) => "Path",
            Subject::Field(fields) => fields.first().map(|(shape, _)| shape.object).unwrap_or_default(),
            Subject::Across { object, .. } => object,
        };
        if current != object {
            object = current;
            out += &format!(
                "\n## {}\n\n| rule | what it demands | breaking it | limit | wording | source |\n|---|---|---|---|---|---|\n",
                capitalized(object)
            );
        }
        out += &format!(
            "| [{id}](docs/rules/{id}.md) | {} | {} | {} | {} | {} |\n",
            rule.about,
            page::breaking(rule),
            rule.limit.name(),
            if rule.constraints.is_empty() { "" } else { rule.wording().name() },
            page::source(rule),
            id = rule.id,
        );
    }
    out
}

fn capitalized(text: &str) -> String {
    let text = text.replace('-', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
