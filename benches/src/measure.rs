//! Measures rounds of all rows, interleaved, in CPU time of this thread.
//!
//! Peers must be measured at the same time, because the speed of a busy machine changes from second to second. Each
//! pass therefore times a few rounds of every row, in a new order, and the ratio of a row to a peer is the median of
//! their ratios within each pass. Benchmark libraries measure one row after another.
use crate::rows::Row;
use cpu_time::ThreadTime;
use std::time::Duration;

/// The minimum time to measure a row in a pass.
const LEAST: Duration = Duration::from_millis(3);

/// The times of all rows, pass by pass, in seconds per round.
pub struct Times(Vec<Vec<f64>>);

/// Measures all rows in this many passes, or in fewer if a round of their group takes long.
pub fn measure(rows: &mut [Row], passes: usize) -> Times {
    let counts: Vec<u32> = rows.iter_mut().map(rounds).collect();
    let mut rng = fastrand::Rng::with_seed(1);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut times = vec![Vec::with_capacity(passes); rows.len()];
    for pass in 0..passes {
        rng.shuffle(&mut order);
        for &index in &order {
            if pass >= rows[index].group.passes() {
                continue;
            }
            let seconds = time(&mut rows[index], counts[index]).as_secs_f64();
            times[index].push(seconds / f64::from(counts[index]));
        }
    }
    Times(times)
}

/// Returns how many rounds of a row take long enough.
fn rounds(row: &mut Row) -> u32 {
    let mut count = 1;
    while time(row, count) < LEAST {
        count *= 2;
    }
    count
}

/// Returns the CPU time of this many rounds.
pub fn time(row: &mut Row, rounds: u32) -> Duration {
    let start = ThreadTime::now();
    for _ in 0..rounds {
        row.round();
    }
    start.elapsed()
}

impl Times {
    /// Returns the median time of a round, in seconds.
    pub fn seconds(&self, row: usize) -> f64 {
        median(self.0[row].clone())
    }

    /// Returns the median of the ratios of two rows.
    pub fn ratio(&self, row: usize, to: usize) -> f64 {
        median(self.0[row].iter().zip(&self.0[to]).map(|(row, to)| row / to).collect())
    }
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}
