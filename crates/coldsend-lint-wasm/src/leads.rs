//! Lists of leads, in chunks.
use crate::text;
use coldsend_lint::leads::{
    Event, Header, InvalidOption, LeadCheck, LeadMapping, LeadOptions, Problem, Row, Variables, effect_of,
};
use coldsend_lint::output::{LeadFileRecord, LeadProblemRecord, LeadsRecord};
use wasm_bindgen::prelude::*;

/// A check of a list of leads. After each call of `push`, the caller takes what was found and written.
#[wasm_bindgen(skip_typescript)]
pub struct LeadList {
    /// `None` once it has ended.
    check: Option<LeadCheck>,
    found: Found,
}

/// What a check has found and written since it was last taken.
#[derive(Default)]
struct Found {
    header: Option<Header>,
    /// Records, as the members of a list in JSON.
    problems: String,
    /// How many more problems are taken, and how many were not.
    room: u32,
    omitted: u32,
    fixed: Option<Vec<u8>>,
    rejects: Option<Vec<u8>>,
}

#[wasm_bindgen]
impl LeadList {
    /// Creates a check. The mapping and the campaign are JSON; `allow` and `deny` are ids of rules, separated by commas.
    ///
    /// # Errors
    ///
    /// A text that says which option is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(
        mapping: Option<String>,
        campaign: Option<String>,
        allow: &str,
        deny: &str,
        limit: u32,
        fix: bool,
        rejects: bool,
    ) -> Result<LeadList, JsValue> {
        let mut options = LeadOptions::default();
        let wrong = |option: &str, error: &InvalidOption| {
            JsValue::from_str(&["wrong option ", option, ": ", &error.to_string()].concat())
        };
        if let Some(json) = mapping {
            let mapping = LeadMapping::from_json(json.as_bytes());
            options.mapping = Some(mapping.map_err(|error| wrong("mapping", &error))?);
        }
        if let Some(json) = campaign {
            let variables = Variables::of_campaign(json.as_bytes());
            options.variables = variables.map_err(|error| wrong("campaign", &error))?;
        }
        options.allow = rules("allow", allow)?;
        options.deny = rules("deny", deny)?;
        let list = |wanted: bool| wanted.then(Vec::new);
        let found = Found { room: limit, fixed: list(fix), rejects: list(rejects), ..Found::default() };
        Ok(LeadList { check: Some(new_check(options)), found })
    }

    /// Reads the next bytes. Returns whether more are needed.
    pub fn push(&mut self, chunk: &[u8]) -> bool {
        let found = &mut self.found;
        self.check.as_mut().is_some_and(|check| check.push(chunk, &mut |event| found.event(&event)))
    }

    /// Ends the list. Returns the two records of the whole, as the members of a list in JSON.
    pub fn finish(&mut self) -> String {
        let found = &mut self.found;
        let Some(check) = self.check.take() else { return String::new() };
        let summary = check.finish(&mut |event| found.event(&event));
        let file = LeadFileRecord::new(&summary, found.header.as_ref());
        let records = [text::of(&LeadsRecord::from(&summary)), text::of(&file)];
        records.map(Result::unwrap_or_default).join(",")
    }

    /// Takes the problems, as the members of a list in JSON.
    pub fn problems(&mut self) -> String {
        std::mem::take(&mut self.found.problems)
    }

    /// Returns how many problems there are beyond the limit.
    pub fn omitted(&self) -> u32 {
        self.found.omitted
    }

    /// Takes what was written of the cleaned list.
    pub fn fixed(&mut self) -> Vec<u8> {
        self.found.fixed.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Takes what was written of the other rows.
    pub fn rejects(&mut self) -> Vec<u8> {
        self.found.rejects.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

impl Found {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Header(header) => self.header(header),
            Event::Problem(problem) => self.problem(problem),
            Event::Row(row) => self.row(row),
            _ => {}
        }
    }

    fn header(&mut self, header: &Header) {
        let line_end = header.line_end().as_bytes();
        if let Some(fixed) = &mut self.fixed {
            fixed.extend_from_slice(header.raw());
            fixed.extend_from_slice(line_end);
        }
        if let Some(rejects) = &mut self.rejects {
            header.write_rejected(rejects);
            rejects.extend_from_slice(line_end);
        }
        self.header = Some(header.clone());
    }

    fn problem(&mut self, problem: &Problem) {
        let Some(room) = self.room.checked_sub(1) else {
            self.omitted = self.omitted.saturating_add(1);
            return;
        };
        self.room = room;
        if !self.problems.is_empty() {
            self.problems.push(',');
        }
        self.problems.push_str(&text::of(&LeadProblemRecord::from(problem)).unwrap_or_default());
    }

    fn row(&mut self, row: &Row<'_>) {
        let Some(header) = &self.header else { return };
        let is_kept = row.class.is_kept();
        let Some(out) = (if is_kept { &mut self.fixed } else { &mut self.rejects }) else { return };
        if is_kept {
            row.write_cleaned(out);
        } else {
            row.write_rejected(header, out);
        }
        out.extend_from_slice(header.line_end().as_bytes());
    }
}

/// Reads ids of rules for lists.
fn rules(option: &str, ids: &str) -> Result<Vec<String>, JsValue> {
    let known = crate::rules(option, ids, |id| effect_of(id).is_some());
    known
        .map(|ids| ids.into_iter().map(str::to_owned).collect())
        .map_err(|unknown| JsValue::from_str(&unknown))
}

/// Creates a check that asks JavaScript for what needs large tables.
#[cfg(not(test))]
fn new_check(options: LeadOptions) -> LeadCheck {
    LeadCheck::with_host(&crate::host::Host, options)
}

/// Creates a check for tests, which have no JavaScript.
#[cfg(test)]
fn new_check(options: LeadOptions) -> LeadCheck {
    LeadCheck::new(options)
}
