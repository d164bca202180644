//! Files and standard input.
pub(crate) mod requests;

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The argument for standard input, and its name in output.
pub(crate) const STDIN: &str = "-";
const BUFFER: usize = 1 << 16;
/// The maximum length of an input, or of a line of one that is read line by line. Requests are far shorter, and a device
/// may have no end.
pub(crate) const MAX_LENGTH: u64 = 1 << 28;

/// The source of a request, a situation or an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl From<OsString> for Input {
    fn from(argument: OsString) -> Self {
        if argument == STDIN { Input::Stdin } else { Input::File(argument.into()) }
    }
}

impl Input {
    /// Returns its name, for output.
    pub(crate) fn name(&self) -> String {
        match self {
            Input::Stdin => STDIN.to_owned(),
            Input::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Returns its path or, for standard input, the path given for it.
    pub(crate) fn path<'p>(&'p self, stdin: Option<&'p str>) -> Option<&'p Path> {
        match self {
            Input::Stdin => stdin.map(Path::new),
            Input::File(path) => Some(path),
        }
    }

    /// Reads all of it into a buffer, which is cleared first. An input that is too long is an error.
    pub(crate) fn read(&self, into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        match self {
            Input::Stdin => read_all(io::stdin().lock(), into, MAX_LENGTH),
            Input::File(path) => read_all(open(path)?, into, MAX_LENGTH),
        }
    }

    /// Reads all of it; more than this many bytes are an error.
    pub(crate) fn read_at_most(&self, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        read_all(self.open()?, &mut bytes, most)?;
        Ok(bytes)
    }

    /// Opens it, to be read line by line.
    pub(crate) fn open(&self) -> io::Result<BufReader<Box<dyn Read>>> {
        let input: Box<dyn Read> = match self {
            Input::Stdin => Box::new(io::stdin().lock()),
            Input::File(path) => Box::new(open(path)?),
        };
        Ok(BufReader::with_capacity(BUFFER, input))
    }
}

fn read_all(input: impl Read, into: &mut Vec<u8>, most: u64) -> io::Result<()> {
    if input.take(most + 1).read_to_end(into)? as u64 > most {
        *into = Vec::new();
        let reason = format!("this is longer than {} MiB", most >> 20);
        return Err(io::Error::new(ErrorKind::FileTooLarge, reason));
    }
    Ok(())
}

fn open(path: &Path) -> io::Result<File> {
    File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => io::Error::other("this link leads to no file"),
        _ => error,
    })
}

/// Describes an I/O error.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::IsADirectory => "this is a directory; pass a file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        // Omit the error number that the standard library appends.
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_owned(),
    }
}
