//! A row of the tables, and the line that stands for it.
use std::fmt;

/// What was measured of one row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) group: String,
    pub(super) name: String,
    /// How many violations of the corpus it finds.
    pub(super) violations: usize,
    /// Microseconds per round.
    pub(super) time: f64,
    /// The ratio to the peer of its group.
    pub(super) ratio: f64,
}

impl Row {
    /// Reads a line of `coldsend-lint-benches`.
    pub(super) fn parse(line: &str) -> Result<Self, String> {
        let parts: Vec<&str> = line.split('\t').collect();
        let read = |parts: &[&str]| {
            let [group, name, violations, time, ratio] = parts else { return None };
            Some(Row {
                group: (*group).to_owned(),
                name: (*name).to_owned(),
                violations: violations.parse().ok()?,
                time: time.parse().ok()?,
                ratio: ratio.parse().ok()?,
            })
        };
        read(&parts).ok_or_else(|| format!("this is not a row: {line}"))
    }

    pub(super) fn is_ours(&self) -> bool {
        self.name.starts_with("coldsend-lint")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Row { group, name, violations, time, ratio } = self;
        write!(f, "{group}\t{name}\t{violations}\t{time:.1}\t{ratio:.4}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_from_its_line() {
        let line = "Bodies\tserde_json, Value\t0\t812.5\t2.1250";
        assert_eq!(Row::parse(line).unwrap().to_string(), line);
        assert!(Row::parse("Bodies\tserde_json, Value\t0\tlong\t2").is_err());
        assert!(Row::parse("").is_err());
    }
}
