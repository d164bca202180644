//! The Static Analysis Results Interchange Format 2.1.0: one log with one run.
mod log;

use super::region::Regions;
use super::repository::{Place, Repository};
use super::{Checked, Prediction, Problem, Render, Severity, cause_and_fix, message, write_json};
use coldsend_lint::Finding;
use coldsend_lint::catalogue::{self, Rule};
use log::{
    Driver, Invocation, Location, Log, Message, Notification, ReportingDescriptor, Run, SarifResult, Tool,
};
use std::io::{self, Write};

pub(crate) struct Sarif<W> {
    out: W,
    repository: Repository,
    catalogue: Vec<Rule>,
    /// The rules that have findings.
    rules: Vec<ReportingDescriptor>,
    results: Vec<SarifResult>,
    notifications: Vec<Notification>,
    /// Whether every file could be checked.
    complete: bool,
}

impl<W: Write> Sarif<W> {
    pub(crate) fn new(out: W) -> Self {
        let (rules, results, notifications) = (Vec::new(), Vec::new(), Vec::new());
        let (repository, catalogue) = (Repository::find(), catalogue::rules());
        Sarif { out, repository, catalogue, rules, results, notifications, complete: true }
    }

    fn findings(
        &mut self,
        place: &Place,
        checked: &Checked<'_>,
        findings: &[Finding],
        severity: impl Fn(&Finding) -> Severity,
    ) {
        let regions = Regions::new(checked, findings);
        for finding in findings {
            let mut regions = regions.of(finding).into_iter();
            let location = Location::new(place, regions.next());
            let rule_index = self.index(finding.rule);
            self.results.push(SarifResult {
                rule_id: finding.rule,
                rule_index,
                level: level(severity(finding)),
                message: Message::new(message(finding, ". ")),
                locations: vec![location],
                related_locations: regions.map(|region| Location::new(place, Some(region))).collect(),
            });
        }
    }

    /// Returns the index of a rule in the log.
    fn index(&mut self, id: &str) -> Option<usize> {
        let known = self.rules.iter().position(|rule| rule.id == id);
        known.or_else(|| {
            let rule = self.catalogue.iter().find(|rule| rule.id == id)?;
            self.rules.push(ReportingDescriptor::new(rule));
            Some(self.rules.len() - 1)
        })
    }

    fn notify(&mut self, level: &'static str, place: &Place, text: String) {
        let (message, locations) = (Message::new(text), vec![Location::new(place, None)]);
        self.notifications.push(Notification { level, message, locations });
    }
}

impl<W: Write> Render for Sarif<W> {
    fn checked(&mut self, file: &str, checked: &Checked<'_>) -> io::Result<()> {
        let place = &self.repository.place(file);
        if let Some(refusal) = checked.refusal() {
            let rule_id = refusal.kind().info().id;
            let rule_index = self.index(rule_id);
            self.results.push(SarifResult {
                rule_id,
                rule_index,
                level: level(Severity::Error),
                message: Message::new(cause_and_fix(refusal).join(". ")),
                locations: vec![Location::new(place, None)],
                related_locations: Vec::new(),
            });
        }
        if let Some(unknown) = checked.prediction.as_ref().and_then(Prediction::unknown) {
            self.notify("note", place, format!("skipped (unknown): {unknown}"));
        }
        self.findings(place, checked, checked.errors(), |_| Severity::Error);
        self.findings(place, checked, &checked.advice, |advice| checked.advice_severity(advice));
        if checked.left_out() > 0 {
            let text = format!("{} more errors are omitted", checked.left_out());
            self.notify(level(Severity::Warning), place, text);
        }
        Ok(())
    }

    fn problem(&mut self, file: &str, problem: &Problem) -> io::Result<()> {
        self.complete = false;
        let place = &self.repository.place(file);
        self.notify(level(Severity::Error), place, problem.to_string());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let driver = Driver::new(std::mem::take(&mut self.rules));
        let invocation = Invocation {
            execution_successful: self.complete,
            tool_execution_notifications: std::mem::take(&mut self.notifications),
        };
        let results = std::mem::take(&mut self.results);
        let run = Run::new(Tool { driver }, invocation, results);
        write_json(&mut self.out, &Log::new(run))?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Denied => "error",
        Severity::Warning => "warning",
    }
}
