//! `requests.d.cts`: types for what each operation accepts, and for the facts of a situation. They describe what is
//! documented; the API also accepts some other values.
use super::{head, listed, messages, objects, quoted};
use coldsend_lint::catalogue::{Rule, Subject};
use coldsend_lint::leads::effect_of;
use coldsend_lint::preflight::{KnownCampaign, Situation, UnknownFact};
use coldsend_lint::requests::Requirement;
use coldsend_lint::shape::{Field, FieldType, Mode, Presence, Shape};
use coldsend_lint::{Operation, Payload};
use std::collections::BTreeSet;

/// Returns whether it is a rule that a request can break.
pub(super) fn is_of_requests(rule: &Rule) -> bool {
    rule.is_rule() && !matches!(rule.subject, Subject::List(_))
}

pub(super) fn types(rules: &[Rule]) -> String {
    let mut out = head();
    for shape in objects().into_iter().chain([KnownCampaign::SHAPE, Situation::SHAPE]) {
        out += &interface(shape);
    }
    out += "\n/** What each operation accepts: a JSON body, the parameters of a query string, or nothing. */\nexport interface Requests {\n";
    for operation in Operation::ALL {
        let taken = operation.shape().map_or("undefined", |shape| shape.name);
        let about = format!("{} `{} {}`", operation.about(), operation.method(), operation.path());
        out += &format!("{}  {operation}: {taken};\n", doc("  ", &[&about]));
    }
    out += "}\n";
    out += "\n/** The segments of each operation's route, after its method; `string` is a parameter. */\nexport interface Routes {\n";
    for operation in Operation::ALL {
        let segments = operation.path().split('/').skip(1).map(|segment| match segment.starts_with('{') {
            true => "string".to_owned(),
            false => quoted(segment),
        });
        let segments: Vec<String> = std::iter::once(quoted(operation.method())).chain(segments).collect();
        out += &format!("  {operation}: [{}];\n", segments.join(", "));
    }
    out += "}\n";
    let ids = |is: fn(Payload) -> bool| {
        let ids =
            Operation::ALL.iter().filter(|operation| is(operation.payload())).map(|operation| operation.id());
        listed(ids, "\n  | ")
    };
    let mut codes = BTreeSet::new();
    for constraint in rules.iter().flat_map(|rule| &rule.constraints) {
        codes.insert(constraint.kind.error_type());
    }
    let named = |is: fn(&Rule) -> bool| rules.iter().filter(move |rule| is(rule)).map(|rule| rule.id);
    let unions = [
        ("The operations with a JSON body.", "BodyOperation", ids(|takes| matches!(takes, Payload::Body(_)))),
        (
            "The operations with a query string.",
            "QueryOperation",
            ids(|takes| matches!(takes, Payload::Query(_))),
        ),
        ("Every error `type` of the API.", "ErrorType", listed(codes, "\n  | ")),
        ("The id of every rule for requests.", "RuleId", listed(named(is_of_requests), "\n  | ")),
        (
            "The id of every rule for lists of leads; some are also for requests.",
            "LeadRuleId",
            listed(named(|rule| effect_of(rule.id).is_some()), "\n  | "),
        ),
        (
            "The id of every answer; some are also the id of a rule.",
            "AnswerId",
            listed(named(|rule| rule.answer.is_some()), "\n  | "),
        ),
        (
            "Facts that may be unknown before you send a request.",
            "Fact",
            listed(UnknownFact::ALL.iter().map(|fact| fact.name()), "\n  | "),
        ),
        (
            "What a campaign needs for a launch.",
            "Requirement",
            listed(Requirement::ALL.iter().map(|requirement| requirement.text()), "\n  | "),
        ),
        (
            "What can be wrong with a value: the last part of an error `type`.",
            "Constraint",
            listed(messages::constraints(rules), "\n  | "),
        ),
        ("Every constraint of a rule.", "RuleConstraint", messages::of_rules(rules).join("\n  | ")),
        (
            "Every rule of which a constraint says too little, with that constraint unless it is the only one.",
            "OwnMessageKey",
            listed(messages::own(rules), "\n  | "),
        ),
    ];
    for (about, name, members) in unions {
        out += &format!("\n/** {about} */\nexport type {name} =\n  | {members};\n");
    }
    out += "\n/** The id of every operation. */\nexport type OperationId = keyof Requests;\n";
    out
}

fn interface(shape: &Shape) -> String {
    let mut out = format!("\n{}export interface {} {{\n", doc("", &[shape.about]), shape.name);
    for field in shape.fields {
        let what = match field.evidence.rejects() {
            true => format!(
                "{}; {}.{}",
                capitalized(&field.field_type.to_string()),
                presence(shape.mode, field),
                advised(field)
            ),
            false => {
                format!("Presumably {}, but that is not certain enough to reject anything.", field.field_type)
            }
        };
        let source = format!("Rule `{}`, {}: {}", field.rule, field.evidence.name(), field.page.link());
        out += &match shape.mode {
            Mode::Facts => doc("  ", &[field.about]),
            Mode::Whole | Mode::Partial | Mode::Query => doc("  ", &[field.about, &what, &source]),
        };
        let required = field.presence == Presence::Required && field.evidence.rejects();
        // A query string has no null.
        let null = matches!(field.presence, Presence::Nullable(_)) && shape.mode != Mode::Query;
        out += &format!(
            "  {}{}: {}{}{};\n",
            field.name,
            if required { "" } else { "?" },
            name(&field.field_type, field.evidence.rejects()),
            if null { " | null" } else { "" },
            // A field that is undefined is omitted, as by `JSON.stringify`.
            if required { "" } else { " | undefined" }
        );
    }
    out + "}\n"
}

/// Returns the advice about a field that can reject a request.
fn advised(field: &Field) -> String {
    let advised = field.constraints(Mode::Whole).into_iter().filter(|constraint| !constraint.rejects());
    let hints: Vec<String> = advised.map(|constraint| constraint.hint(Some(field))).collect();
    if hints.is_empty() { String::new() } else { format!(" Advice only: {}.", hints.join("; ")) }
}

fn presence(mode: Mode, field: &Field) -> String {
    match (mode, field.presence) {
        (Mode::Partial, Presence::Nullable(_)) => "optional; keeps its value if omitted".to_owned(),
        (Mode::Query, Presence::Nullable(_)) => "optional".to_owned(),
        (_, presence) => presence.to_string(),
    }
}

fn name(kind: &FieldType, sure: bool) -> String {
    match kind {
        FieldType::Text(_) | FieldType::Email(_) | FieldType::Date(_) | FieldType::Uuid(_) => {
            "string".to_owned()
        }
        // `JSON.stringify` writes a `Date` in ISO 8601.
        FieldType::DateTime(_) => "string | Date".to_owned(),
        FieldType::Integer(_) => "number".to_owned(),
        FieldType::Boolean(_) => "boolean".to_owned(),
        FieldType::Choice(choice) if sure => listed(choice.members.iter().copied(), " | "),
        FieldType::Choice(choice) => {
            format!("{} | (string & {{}})", listed(choice.members.iter().copied(), " | "))
        }
        FieldType::List { of, .. } => match name(of, sure) {
            of if of.contains('|') => format!("readonly ({of})[]"),
            of => format!("readonly {of}[]"),
        },
        FieldType::Map(of) => format!("{{ readonly [key: string]: {} }}", name(of, sure)),
        FieldType::Any => "unknown".to_owned(),
        FieldType::Object(shape) => shape.name.to_owned(),
    }
}

fn doc(indent: &str, lines: &[&str]) -> String {
    match lines {
        [line] => format!("{indent}/** {line} */\n"),
        lines => format!(
            "{indent}/**\n{indent} * {}\n{indent} */\n",
            lines.join(&format!("\n{indent} *\n{indent} * "))
        ),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
