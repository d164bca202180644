//! `schema`: prints the JSON Schema of an operation or a situation.
use crate::args::Schema;
use crate::args::names::Described;
use crate::exit::Exit;
use crate::output;
use coldsend_lint::Situation;
use std::io::{self, Write};

pub(crate) fn run(options: &Schema) -> io::Result<Exit> {
    let schema = match &options.of {
        Described::Situation => Situation::json_schema(),
        Described::Request(request) => {
            let operation = request.operation();
            let Some(schema) = operation.json_schema() else {
                let message =
                    format!("{operation} has neither a body nor a query string, so it has no schema");
                return Ok(output::print_error(&message));
            };
            schema
        }
    };
    let mut out = output::plain();
    out.write_all(schema.as_bytes())?;
    out.flush()?;
    Ok(Exit::Accepted)
}
