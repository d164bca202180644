//! Rows that run as processes, measured in turn.
//!
//! A process prints how many violations it finds. Then it reads numbers of rounds, and prints the CPU time of each.
//! Each pass asks every process once, because the speed of a busy machine changes from second to second.
use super::Effort;
use super::row::Row;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The CPU time to measure in a pass, and to spend before the first one, in seconds. Compilers at run time need the
/// latter.
const LEAST: f64 = 0.01;
const WARM_UP: f64 = 1.0;

/// Rows with the same inputs.
pub(super) struct Set {
    pub(super) group: &'static str,
    pub(super) peer: Peer,
    /// The names of the rows, and how to start them.
    pub(super) rows: Vec<(&'static str, Command)>,
}

/// The row with which the others of its group are compared.
#[derive(Clone, Copy)]
pub(super) enum Peer {
    Named(&'static str),
    /// The fastest that is not coldsend-lint.
    Fastest,
}

impl Set {
    /// Starts all processes and measures them.
    pub(super) fn measure(self, effort: Effort) -> Result<Vec<Row>, String> {
        let start = |(name, command)| Process::start(name, command);
        let mut processes: Vec<Process> = self.rows.into_iter().map(start).collect::<Result<_, _>>()?;
        let times = match effort {
            Effort::Once => processes
                .iter_mut()
                .map(|process| Ok(vec![process.time(1)?]))
                .collect::<Result<_, String>>()?,
            Effort::Passes(passes) => interleaved(&mut processes, passes)?,
        };
        let mut rows: Vec<Row> = processes
            .iter()
            .zip(&times)
            .map(|(process, times)| Row {
                group: self.group.to_owned(),
                name: process.name.to_owned(),
                violations: process.violations,
                time: median(times.clone()) * 1e6,
                ratio: 1.0,
            })
            .collect();
        let peer = peer(&rows, self.peer).ok_or("a group has no peer")?;
        for (row, of) in rows.iter_mut().zip(&times) {
            row.ratio = median(of.iter().zip(&times[peer]).map(|(time, peer)| time / peer).collect());
        }
        Ok(rows)
    }
}

/// Returns the times of all processes, pass by pass, in seconds per round.
fn interleaved(processes: &mut [Process], passes: usize) -> Result<Vec<Vec<f64>>, String> {
    let counts: Vec<u32> = processes.iter_mut().map(Process::warm_up).collect::<Result<_, _>>()?;
    let mut random = fastrand::Rng::with_seed(1);
    let mut order: Vec<usize> = (0..processes.len()).collect();
    let mut times = vec![Vec::with_capacity(passes); processes.len()];
    for _ in 0..passes {
        random.shuffle(&mut order);
        for &index in &order {
            times[index].push(processes[index].time(counts[index])? / f64::from(counts[index]));
        }
    }
    Ok(times)
}

fn peer(rows: &[Row], peer: Peer) -> Option<usize> {
    let peers = rows.iter().enumerate();
    match peer {
        Peer::Named(name) => peers.clone().position(|(_, row)| row.name == name),
        Peer::Fastest => peers
            .filter(|(_, row)| !row.is_ours())
            .min_by(|(_, a), (_, b)| a.time.total_cmp(&b.time))
            .map(|(index, _)| index),
    }
}

pub(super) fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
}

struct Process {
    name: &'static str,
    violations: usize,
    child: Child,
    // An `Option`, because the process ends when its input is closed.
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Process {
    fn start(name: &'static str, mut command: Command) -> Result<Self, String> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name} could not start: {error}"))?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().map(BufReader::new).ok_or("a process has no output")?;
        let mut process = Process { name, violations: 0, child, stdin, stdout };
        process.violations = process.read()?;
        Ok(process)
    }

    /// Returns the CPU time of this many rounds, in seconds.
    fn time(&mut self, rounds: u32) -> Result<f64, String> {
        if let Some(stdin) = &mut self.stdin {
            writeln!(stdin, "{rounds}").map_err(|error| format!("{}: {error}", self.name))?;
        }
        self.read()
    }

    /// Runs rounds until they are as fast as they get, and returns how many take long enough.
    fn warm_up(&mut self) -> Result<u32, String> {
        let (mut rounds, mut total) = (1, 0.0);
        loop {
            let time = self.time(rounds)?;
            total += time;
            if time < LEAST {
                rounds *= 2;
            } else if total >= WARM_UP {
                return Ok(rounds);
            }
        }
    }

    fn read<T: std::str::FromStr>(&mut self) -> Result<T, String> {
        let mut line = String::new();
        let read = self.stdout.read_line(&mut line);
        read.ok()
            .and_then(|_| line.trim().parse().ok())
            .ok_or_else(|| format!("{} answers {:?}", self.name, line.trim()))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, time: f64) -> Row {
        Row { group: "Node".to_owned(), name: name.to_owned(), violations: 0, time, ratio: 1.0 }
    }

    #[test]
    fn the_fastest_peer_is_not_ours() {
        let rows = [row("coldsend-lint, checkText", 1.0), row("zod", 3.0), row("ajv", 2.0)];
        assert_eq!(peer(&rows, Peer::Fastest), Some(2));
        assert_eq!(peer(&rows, Peer::Named("zod")), Some(1));
        assert_eq!(peer(&rows[..1], Peer::Fastest), None);
    }

    #[test]
    fn processes_are_compared_with_their_peer() {
        let shell = |seconds: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("echo 7; while read rounds; do echo {seconds}; done")]);
            shell
        };
        let rows = || vec![("coldsend-lint", shell("2")), ("slow", shell("4")), ("fast", shell("1"))];
        for effort in [Effort::Once, Effort::Passes(3)] {
            let measured = Set { group: "G", peer: Peer::Fastest, rows: rows() }.measure(effort).unwrap();
            let ratios: Vec<f64> = measured.iter().map(|row| row.ratio).collect();
            assert_eq!((ratios, measured[0].violations), (vec![2.0, 4.0, 1.0], 7));
        }
        let ends = Set { group: "G", peer: Peer::Fastest, rows: vec![("none", Command::new("true"))] };
        assert!(ends.measure(Effort::Once).is_err());
    }
}
