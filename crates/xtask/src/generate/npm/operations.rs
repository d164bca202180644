//! `operations.js`: the ids.
use super::{head, listed};
use coldsend_lint::{Operation, Takes};

pub(super) fn module() -> String {
    let ids = |is: fn(Takes) -> bool| {
        let ids =
            Operation::ALL.iter().filter(|operation| is(operation.takes())).map(|operation| operation.id());
        listed(ids, ",\n  ")
    };
    format!(
        "{}\n/** The operations with a JSON body. */\nexport const bodies = [\n  {},\n];\n\n\
         /** The operations with a query string. */\nexport const queries = [\n  {},\n];\n\n\
         /** The operations with neither. */\nexport const others = [\n  {},\n];\n",
        head(),
        ids(|takes| matches!(takes, Takes::Body(_))),
        ids(|takes| matches!(takes, Takes::Query(_))),
        ids(|takes| matches!(takes, Takes::Nothing)),
    )
}
