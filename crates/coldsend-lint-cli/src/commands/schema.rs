//! `schema`: an operation as JSON Schema.
use crate::args::Schema;
use crate::exit::Exit;
use crate::output;
use std::io::{self, Write};

pub(crate) fn run(options: &Schema) -> io::Result<Exit> {
    let operation = options.request.operation();
    let Some(schema) = operation.json_schema() else {
        let message = format!("{operation} takes neither a body nor a query string, so it has no schema");
        return Ok(output::complain(&message));
    };
    let mut out = output::plain();
    out.write_all(schema.as_bytes())?;
    out.flush()?;
    Ok(Exit::Accepted)
}
