//! The files that are written. They appear when the whole list was checked: until then, they have temporary names.
use crate::args::Leads;
use crate::input::reason;
use crate::output;
use crate::render::count;
use coldsend_lint::leads::{Event, Header, MAX_BYTES, MAX_LEADS, Row, Summary};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// The maximum size of a part, in bytes: less than what 50 MB may mean at least.
const MAX_PART: u64 = MAX_BYTES / 100 * 95;

/// What the names of parts begin and end with. Digits are between.
const PART: &str = "part-";
const CSV: &str = ".csv";

/// Returns whether a file has the name of a part.
fn is_part(name: &str) -> bool {
    let number = name.strip_prefix(PART).and_then(|rest| rest.strip_suffix(CSV));
    number.is_some_and(|number| number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// All files that are written.
pub(super) struct Files {
    force: bool,
    fix: Option<Copy>,
    rejects: Option<Copy>,
    split: Option<Split>,
    header: Option<Header>,
    /// The current row.
    row: Vec<u8>,
    failure: Option<String>,
}

/// A file that is being written.
struct Copy {
    path: PathBuf,
    out: BufWriter<NamedTempFile>,
    rows: u64,
}

/// The parts of a list.
struct Split {
    folder: PathBuf,
    current: Option<Copy>,
    bytes: u64,
    done: Vec<(TempPath, PathBuf)>,
    rows: u64,
    /// The parts of an earlier list.
    old: Vec<PathBuf>,
}

impl Files {
    /// Creates the files that the arguments ask for. Fails if one exists that must not be overwritten.
    pub(super) fn create(options: &Leads) -> Result<Self, String> {
        let force = options.force;
        if options.fix.is_some() && options.fix == options.rejects {
            return Err("--fix and --rejects must be different files".to_owned());
        }
        let create =
            |path: &Option<PathBuf>| path.as_deref().map(|path| Copy::create(path, force)).transpose();
        let split = options.split.as_deref().map(|folder| Split::create(folder, force)).transpose()?;
        Ok(Files {
            force,
            fix: create(&options.fix)?,
            rejects: create(&options.rejects)?,
            split,
            header: None,
            row: Vec::new(),
            failure: None,
        })
    }

    /// Returns why a file cannot be written, if one cannot.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Writes what belongs into each file.
    pub(super) fn event(&mut self, event: &Event<'_>) {
        if self.failure.is_some() {
            return;
        }
        let written = match event {
            Event::Header(header) => self.begin(header),
            Event::Row(row) => self.write(row),
            _ => Ok(()),
        };
        self.failure = written.err();
    }

    fn begin(&mut self, header: &Header) -> Result<(), String> {
        let line_end = header.line_end();
        if let Some(fix) = &mut self.fix {
            fix.write(header.raw(), line_end)?;
        }
        if let Some(rejects) = &mut self.rejects {
            self.row.clear();
            header.write_rejected(&mut self.row);
            rejects.write(&self.row, line_end)?;
        }
        self.header = Some((*header).clone());
        Ok(())
    }

    fn write(&mut self, row: &Row<'_>) -> Result<(), String> {
        let Some(header) = &self.header else { return Ok(()) };
        let line_end = header.line_end();
        self.row.clear();
        match row.class.is_kept() {
            true if self.fix.is_some() || self.split.is_some() => {
                row.write_cleaned(&mut self.row);
                if let Some(fix) = &mut self.fix {
                    fix.rows += 1;
                    fix.write(&self.row, line_end)?;
                }
                if let Some(split) = &mut self.split {
                    split.write(&self.row, header, self.force)?;
                }
            }
            false => {
                if let Some(rejects) = &mut self.rejects {
                    row.write_rejected(header, &mut self.row);
                    rejects.rows += 1;
                    rejects.write(&self.row, line_end)?;
                }
            }
            true => {}
        }
        Ok(())
    }

    /// Gives the files their names, and says what is in them.
    pub(super) fn finish(self, summary: &Summary) -> Result<(), String> {
        let mut left_out: Vec<String> =
            summary.invalid_by_rule.iter().map(|(rule, rows)| format!("{rows} {rule}")).collect();
        if summary.duplicates > 0 {
            left_out.push(format!("{} lead-duplicate", summary.duplicates));
        }
        let left_out = match left_out.is_empty() {
            true => "none left out".to_owned(),
            false => format!("{} left out: {}", summary.invalid + summary.duplicates, left_out.join(", ")),
        };
        if let Some(fix) = self.fix {
            let (path, rows) = (fix.path.clone(), fix.rows);
            persist(fix.close()?, &path, self.force)?;
            output::print_note(&format!("{}: {}; {left_out}", path.display(), rows_written(rows)));
        }
        if let Some(rejects) = self.rejects {
            let (path, rows) = (rejects.path.clone(), rejects.rows);
            persist(rejects.close()?, &path, self.force)?;
            output::print_note(&format!("{}: {}, with reasons", path.display(), rows_written(rows)));
        }
        if let Some(mut split) = self.split {
            split.end_part()?;
            let (parts, rows, folder) = (split.done.len(), split.rows, split.folder);
            for (file, path) in split.done {
                persist(file, &path, self.force)?;
                split.old.retain(|old| *old != path);
            }
            // A part of another list must not be uploaded with these.
            for old in &split.old {
                fs::remove_file(old).map_err(|error| about(old, &error))?;
            }
            let folder = folder.display();
            let files = count(parts, "file");
            let removed = match split.old.len() {
                0 => String::new(),
                old => format!("; {} of an earlier list removed", count(old, "part")),
            };
            output::print_note(&format!("{folder}: {} in {files}; {left_out}{removed}", rows_written(rows)));
        }
        Ok(())
    }
}

fn rows_written(rows: u64) -> String {
    format!("{} written", count(rows as usize, "row"))
}

fn about(path: &Path, error: &io::Error) -> String {
    format!("{}: {}", path.display(), reason(error))
}

/// Says that a file exists.
fn exists(path: &Path) -> String {
    format!("{}: this file exists; --force overwrites it", path.display())
}

/// Gives a file its name.
fn persist(file: TempPath, path: &Path, force: bool) -> Result<(), String> {
    let persisted = match force {
        true => file.persist(path),
        false => file.persist_noclobber(path),
    };
    persisted.map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => about(path, &error.error),
    })
}

impl Copy {
    fn create(path: &Path, force: bool) -> Result<Self, String> {
        if path.is_dir() {
            return Err(format!("{}: this is a directory; pass a file", path.display()));
        }
        if !force && path.symlink_metadata().is_ok() {
            return Err(exists(path));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".coldsend-lint-");
        // As other files: what the user's mask allows.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder).map_err(|error| about(path, &error))?;
        Ok(Copy { path: path.to_owned(), out: BufWriter::new(file), rows: 0 })
    }

    fn write(&mut self, row: &[u8], line_end: &str) -> Result<(), String> {
        let written = self.out.write_all(row).and_then(|()| self.out.write_all(line_end.as_bytes()));
        written.map_err(|error| about(&self.path, &error))
    }

    fn close(self) -> Result<TempPath, String> {
        let Copy { path, out, .. } = self;
        let file = out.into_inner().map_err(|error| about(&path, error.error()))?;
        Ok(file.into_temp_path())
    }
}

impl Split {
    fn create(folder: &Path, force: bool) -> Result<Self, String> {
        fs::create_dir_all(folder).map_err(|error| about(folder, &error))?;
        let entries = fs::read_dir(folder).map_err(|error| about(folder, &error))?;
        let is_old = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(is_part);
        let mut old: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_old).collect();
        old.sort();
        match old.first() {
            Some(old) if !force => Err(exists(old)),
            _ => {
                let (folder, done) = (folder.to_owned(), Vec::new());
                Ok(Split { folder, current: None, bytes: 0, done, rows: 0, old })
            }
        }
    }

    fn write(&mut self, row: &[u8], header: &Header, force: bool) -> Result<(), String> {
        let line_end = header.line_end();
        let length = (row.len() + line_end.len()) as u64;
        let is_full = |current: &Copy| current.rows == MAX_LEADS || self.bytes + length > MAX_PART;
        if self.current.as_ref().is_some_and(is_full) {
            self.end_part()?;
        }
        let current = match &mut self.current {
            Some(current) => current,
            None => {
                let path = self.folder.join(format!("{PART}{:04}{CSV}", self.done.len() + 1));
                self.bytes = (header.raw().len() + line_end.len()) as u64;
                let current = self.current.insert(Copy::create(&path, force)?);
                current.write(header.raw(), line_end)?;
                current
            }
        };
        current.rows += 1;
        self.rows += 1;
        self.bytes += length;
        current.write(row, line_end)
    }

    fn end_part(&mut self) -> Result<(), String> {
        if let Some(current) = self.current.take() {
            let path = current.path.clone();
            self.done.push((current.close()?, path));
        }
        Ok(())
    }
}
