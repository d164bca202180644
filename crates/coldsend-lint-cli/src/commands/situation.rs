//! `--situation`: what the user knows before sending.
use crate::excerpt::position;
use crate::input::{Input, reason};
use crate::render::{OperationChoice, Prediction};
use coldsend_lint::{Checker, Finding, Outcome, Preflight, Request, Situation};

/// Checks a request, in the situation if one is known. Returns the outcome, the advice and the prediction.
pub(crate) fn check<'c, 'k>(
    known: Option<&'k Known>,
    choice: OperationChoice,
    request: &Request,
    body: &'c [u8],
    checker: &'c mut Checker,
    wants_advice: bool,
) -> (Outcome<'c>, Vec<Finding>, Option<Prediction<'k>>) {
    match known {
        None => {
            let outcome = checker.check(request, body);
            let advice = if wants_advice { outcome.advice() } else { Vec::new() };
            (outcome, advice, None)
        }
        Some(known) => known.predict(choice, request, body, checker, wants_advice),
    }
}

/// A situation, and the name of its file.
pub(crate) struct Known {
    file: String,
    situation: Situation,
}

impl Known {
    /// Reads a situation file. An error contains its name, the position and the reason, but none of its content.
    pub(crate) fn read(input: &Input) -> Result<Known, String> {
        let (file, mut bytes) = (input.name(), Vec::new());
        input.read(&mut bytes).map_err(|error| position::located(&file, &[], None, &reason(&error)))?;
        let situation = Checker::new().situation(&bytes).map_err(|invalid| {
            // Offsets are in UTF-8 bytes.
            let offset = invalid.offset().filter(|_| std::str::from_utf8(&bytes).is_ok());
            position::located(&file, &bytes, offset, &invalid.to_string())
        })?;
        Ok(Known { file, situation })
    }

    fn predict<'c>(
        &self,
        choice: OperationChoice,
        request: &Request,
        body: &'c [u8],
        checker: &'c mut Checker,
        wants_advice: bool,
    ) -> (Outcome<'c>, Vec<Finding>, Option<Prediction<'_>>) {
        let preflight = match choice {
            // The operation is unknown, and so is the scope that it needs.
            OperationChoice::Any => {
                let situation = Situation { scopes: None, ..self.situation.clone() };
                checker.preflight(request, body, &situation)
            }
            OperationChoice::Given(_) | OperationChoice::Found(_) => {
                checker.preflight(request, body, &self.situation)
            }
        };
        let from_check = preflight.rejection().is_some();
        let advice = if wants_advice { preflight.advice() } else { Vec::new() };
        let Preflight { answer, unknown, launch, outcome, .. } = preflight;
        let refusal = answer.filter(|_| !from_check);
        (outcome, advice, Some(Prediction { file: &self.file, refusal, unknown, launch }))
    }
}
