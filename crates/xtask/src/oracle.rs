//! `cargo xtask oracle`: compares our answers with those of the real server, FastAPI on Pydantic v1.
mod case;
mod compare;
mod coverage;
#[cfg(test)]
mod detection;
mod emails;
mod goldens;
mod openapi;
mod random;
mod server;
mod shrink;

use crate::tool::root::root;
use crate::tool::venv;
use case::Case;
use compare::{Difference, compare};
use coverage::Coverage;
use server::Server;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// The folder of the server.
const FOLDER: &str = "tests/oracle";
/// The number of requests per batch.
const AT_A_TIME: u64 = 400;
/// The number of servers in parallel.
const SERVERS: usize = 2;
/// The number of differences to show. A worker stops when it has found that many.
const MAX_SHOWN: usize = 5;
/// The minimum number of requests for which every declared answer must occur.
const ENOUGH: u64 = 20_000;

/// What to compare.
#[derive(Clone, Copy)]
pub(crate) struct Options {
    pub(crate) seed: u64,
    /// The number of requests.
    pub(crate) count: u64,
    /// The number of email addresses.
    pub(crate) emails: u64,
}

/// What `cargo xtask test` compares.
pub(crate) const FIXED: Options = Options { seed: 4, count: 24_000, emails: 8_000 };

/// Compares our answers with the server's. Returns how many comparisons passed and how many failed.
pub(crate) fn run(options: Options) -> Result<(u64, u64), String> {
    let mut server = Server::new()?;
    let (mut passed, mut failed) = (0, 0);
    let mut report = |name: String, different: &[String]| {
        println!("{name}: {} different", different.len());
        different.iter().take(MAX_SHOWN).for_each(|shown| println!("\n{shown}"));
        *(if different.is_empty() { &mut passed } else { &mut failed }) += 1;
    };

    let (compared, different) = openapi::compare(&server.openapi()?)?;
    report(format!("{compared} facts of the schemas"), &different);

    let goldens = goldens::cases()?;
    let found = compare(&mut server, &goldens)?;
    report(format!("{} goldens", goldens.len()), &shown(&found.differences));

    let (compared, different) = emails::compare(options.seed, options.emails)?;
    report(format!("{compared} addresses (seed {})", options.seed), &different);

    let Random { differences, coverage, broke_down, understood } = compare_random(options)?;
    let mut small = Vec::new();
    for difference in differences.iter().take(MAX_SHOWN) {
        small.push(shrunk(&mut server, difference)?.to_string());
    }
    let seed = options.seed;
    report(
        format!(
            "{} requests (seed {seed}; answered {}; {} answers of rules; {understood} understood alike; {broke_down} broke the server down)",
            options.count,
            coverage.statuses(),
            coverage.answers()
        ),
        &small,
    );
    if options.count >= ENOUGH {
        report("declared answers that no request got".to_owned(), &coverage.missing());
    }
    Ok((passed, failed))
}

/// Returns the Python that the server runs on.
pub(crate) fn python() -> Result<PathBuf, String> {
    venv::python("oracle", FOLDER)
}

/// Returns the path of a script of the server.
fn script(name: &str) -> PathBuf {
    root().join(FOLDER).join(name)
}

/// Rewrites the goldens.
pub(crate) fn write_goldens() -> Result<(), String> {
    goldens::write(&mut Server::new()?)
}

fn shown(differences: &[Difference]) -> Vec<String> {
    differences.iter().map(ToString::to_string).collect()
}

/// The result of comparing random requests.
#[derive(Default)]
struct Random {
    differences: Vec<Difference>,
    coverage: Coverage,
    broke_down: usize,
    /// The number of accepted requests whose values were compared.
    understood: usize,
}

fn compare_random(options: Options) -> Result<Random, String> {
    let next = AtomicU64::new(0);
    let work = || {
        let (mut server, mut found) = (Server::new()?, Random::default());
        while found.differences.len() < MAX_SHOWN {
            let start = next.fetch_add(AT_A_TIME, Ordering::Relaxed);
            let end = (start + AT_A_TIME).min(options.count);
            if start >= end {
                break;
            }
            let cases: Vec<Case> = (start..end).map(|index| random::case(options.seed, index)).collect();
            let mut compared = compare(&mut server, &cases)?;
            found.differences.append(&mut compared.differences);
            found.broke_down += compared.broke_down;
            found.understood +=
                compared.expected.iter().filter(|expected| expected.answer.understood.is_some()).count();
            compared.expected.iter().for_each(|expected| found.coverage.record(expected));
        }
        Ok::<Random, String>(found)
    };
    let mut all = Random::default();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..SERVERS).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            let found = worker.join().map_err(|_| "a comparison broke down")??;
            all.differences.extend(found.differences);
            all.coverage.add(found.coverage);
            all.broke_down += found.broke_down;
            all.understood += found.understood;
        }
        Ok::<(), String>(())
    })?;
    Ok(all)
}

/// Returns the same difference for a smaller request.
fn shrunk(server: &mut Server, difference: &Difference) -> Result<Difference, String> {
    let mut kinds: Vec<&str> = difference.what.iter().map(|(name, ..)| *name).collect();
    kinds.sort_unstable();
    let mut differs = |case: &Case| {
        let found =
            compare(server, std::slice::from_ref(case)).map(|found| found.differences).unwrap_or_default();
        found.first().is_some_and(|found| found.what.iter().any(|(name, ..)| kinds.contains(name)))
    };
    let case = shrink::shrink(&difference.case, &mut differs);
    let smaller = compare(server, std::slice::from_ref(&case))?.differences.pop();
    smaller.ok_or_else(|| format!("a difference comes and goes:\n{difference}"))
}
