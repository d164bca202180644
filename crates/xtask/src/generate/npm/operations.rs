//! `operations.js`: the ids of all operations.
use super::{head, listed};
use coldsend_lint::Operation;

pub(super) fn module() -> String {
    let ids = listed(Operation::ALL.iter().map(|operation| operation.id()), ",\n  ");
    format!("{}\n/** Every operation. */\nexport const operations = [\n  {ids},\n];\n", head())
}

#[cfg(test)]
mod tests {
    use super::*;
    use coldsend_lint::Payload;

    /// `pkg/src/check/api.js` relies on this to convert a value. If an operation has no payload, either is fine.
    #[test]
    fn ids_tell_whether_the_payload_is_a_query_string() {
        for operation in Operation::ALL {
            let reads = ["get_", "list_"].iter().any(|verb| operation.id().starts_with(verb));
            match operation.payload() {
                Payload::Query(_) => assert!(reads && operation.method() == "GET", "{operation}"),
                Payload::Body(_) => assert!(!reads && operation.method() != "GET", "{operation}"),
                Payload::Csv => assert!(!reads, "{operation}"),
                Payload::Nothing => {}
            }
        }
    }
}
