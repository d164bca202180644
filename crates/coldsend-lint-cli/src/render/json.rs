//! Output as JSON: an array with a record for each file.
use super::{Checked, Prediction, Problem, Render, places, write_json};
use coldsend_lint::{Answer, output};
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
    /// The number of the request in a file of requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<usize>,
    operation: Option<&'static str>,
    #[serde(flatten)]
    record: output::Record<'r>,
}

/// A record of a file that could not be checked.
#[derive(Default, Serialize)]
struct Failure<'r> {
    file: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<usize>,
    operation: Option<&'static str>,
    ok: Option<bool>,
    status: Option<u16>,
    body: Option<()>,
    errors: [(); 0],
    advice: [(); 0],
    left_out: usize,
    unknown: Option<()>,
    launch: Option<()>,
    explanation: Option<()>,
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
        let operation = checked.choice.operation().map(|operation| operation.id());
        let request = checked.part.map(|part| part.number);
        let answer = checked.explained();
        let record = record(checked, answer.as_ref(), self.ctx, true)?;
        self.record(&Record { file, request, operation, record })
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        let (request, error) = match problem {
            Problem::OfPart(part, reason) => (Some(part.number), reason.clone()),
            problem => (None, problem.to_string()),
        };
        self.record(&Failure { file, request, error, ..Failure::default() })
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"]\n")?;
        self.out.flush()
    }
}

/// Returns the record of a request. `answer` is what it explains.
pub(crate) fn record<'r>(
    checked: &'r Checked<'_>,
    answer: Option<&'r Answer>,
    ctx: bool,
    shows_advice: bool,
) -> io::Result<output::Record<'r>> {
    let (outcome, levels) = (&checked.outcome, checked.levels);
    let place = places(checked);
    let mut record = output::Record::new(outcome, ctx, &place)?;
    if let Some(Prediction { unknown, launch, refusal, .. }) = &checked.prediction {
        record = record.in_situation(unknown, launch.as_ref(), refusal.as_ref())?.explained(answer);
    }
    let (denied, advice): (Vec<_>, Vec<_>) = checked.advice.iter().partition(|advice| levels.denies(advice));
    let record = record.with_denied(denied, &place);
    Ok(if shows_advice { record.with_advice(advice, &place) } else { record })
}
