//! One array, one record for each file.
use super::{Checked, Problem, Render, record, write_json};
use coldsend_lint::output;
use serde::Serialize;
use std::io::{self, Write};

pub(crate) struct Json<W> {
    out: W,
    ctx: bool,
    first: bool,
}

#[derive(Serialize)]
struct Record<'r> {
    file: &'r str,
    operation: Option<&'static str>,
    #[serde(flatten)]
    record: output::Record<'r>,
}

/// A record of a file that could not be checked.
#[derive(Serialize)]
struct Failure<'r> {
    file: &'r str,
    operation: Option<&'static str>,
    ok: Option<bool>,
    status: Option<u16>,
    body: Option<()>,
    advice: [(); 0],
    error: String,
}

impl<W: Write> Json<W> {
    pub(crate) fn new(out: W, ctx: bool) -> Self {
        Json { out, ctx, first: true }
    }

    fn record(&mut self, record: &impl Serialize) -> io::Result<()> {
        if !self.first {
            self.out.write_all(b",\n")?;
        }
        self.first = false;
        write_json(&mut self.out, record)
    }
}

impl<W: Write> Render for Json<W> {
    fn begin(&mut self) -> io::Result<()> {
        self.out.write_all(b"[")
    }

    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        let record = record(&checked.outcome, &checked.advice, checked.query_source, self.ctx)?;
        let record = match &checked.prediction {
            Some(prediction) => record.in_situation(
                &prediction.unknown,
                prediction.launch.as_ref(),
                prediction.refusal.as_ref(),
            )?,
            None => record,
        };
        let operation = checked.choice.operation().map(|operation| operation.id());
        self.record(&Record { file, operation, record })
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        let error = problem.to_string();
        self.record(&Failure { file, operation: None, ok: None, status: None, body: None, advice: [], error })
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"]\n")?;
        self.out.flush()
    }
}
