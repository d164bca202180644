//! How to start the rows in other languages, and those in Rust that are compared with them.
use super::children::{Peer, Set};
use super::folder;
use crate::oracle;
use crate::tool::root::root;
use crate::tool::{npm, program, venv};
use std::path::Path;
use std::process::Command;

/// The rows of `benches/node/rows.js`.
const NODE: [&str; 7] = [
    "coldsend-lint, checkText",
    "coldsend-lint, checkText without advice",
    "coldsend-lint, check of an object",
    "ajv",
    "typebox",
    "valibot",
    "zod",
];

const VERDICT: &str = "coldsend-lint, verdict";

/// The peers, with their packages installed and the corpus written.
pub(super) struct Peers {
    profile: &'static str,
}

impl Peers {
    /// Installs what the rows need. The runner in Rust must be built with this profile.
    pub(super) fn new(profile: &'static str) -> Result<Self, String> {
        npm::install("benches/node")?;
        program::run(runner(profile).arg("--corpus").arg(folder()))?;
        Ok(Peers { profile })
    }

    /// Returns the rows over bodies in Node.
    pub(super) fn node(&self) -> Set {
        let row = |name| {
            let mut node = Command::new("node");
            node.arg(root().join("benches/node/row.js")).arg(name).arg(folder());
            (name, node)
        };
        Set { group: "Node", peer: Peer::Fastest, rows: NODE.map(row).into() }
    }

    /// Returns the rows over bodies in Python: the library of the server, and our verdict beside it.
    pub(super) fn server(&self) -> Result<Set, String> {
        let rows = vec![self.ours(VERDICT), ("pydantic 1", python(&oracle::python()?, "pydantic_1"))];
        Ok(Set { group: "Python", peer: Peer::Named(VERDICT), rows })
    }

    /// Returns the same rows and one of the library's next version.
    pub(super) fn python(&self) -> Result<Set, String> {
        let next = venv::python("pydantic-2", "benches/python")?;
        let mut set = self.server()?;
        set.rows.push(("pydantic 2", python(&next, "pydantic_2")));
        Ok(set)
    }

    /// Returns the rows over international addresses.
    pub(super) fn international(&self) -> Result<Set, String> {
        let ours = ["coldsend-lint, international addresses", "coldsend-lint, plain addresses"];
        let mut rows: Vec<_> = ours.map(|name| self.ours(name)).into();
        rows.push(("email-validator", python(&oracle::python()?, "addresses")));
        Ok(Set { group: "International", peer: Peer::Named("email-validator"), rows })
    }

    fn ours(&self, name: &'static str) -> (&'static str, Command) {
        let mut runner = runner(self.profile);
        runner.args(["--child", name]);
        (name, runner)
    }
}

/// Returns the runner in Rust.
pub(super) fn runner(profile: &str) -> Command {
    Command::new(root().join("target").join(profile).join("coldsend-lint-benches"))
}

fn python(python: &Path, row: &str) -> Command {
    let mut command = Command::new(python);
    command.arg(root().join("benches/python/row.py")).arg(row).arg(folder());
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command
}
