//! The module that embeds the pages of the reference.
use super::COMMAND;
use coldsend_lint::catalogue::Rule;

pub(super) fn module(rules: &[Rule]) -> String {
    let mut ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    let mut out = format!(
        "//! The pages of the reference. Written by `{COMMAND}` from the declarations.\n\n\
         /// The page of the rule with this id.\n\
         #[rustfmt::skip]\n\
         pub(super) fn page(id: &str) -> Option<&'static str> {{\n    Some(match id {{\n"
    );
    for id in ids {
        out += &format!("        \"{id}\" => include_str!(\"../../docs/rules/{id}.md\"),\n");
    }
    out + "        _ => return None,\n    })\n}\n"
}
