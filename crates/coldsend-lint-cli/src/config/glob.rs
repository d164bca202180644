//! Globs, in a configuration and as arguments.
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// The maximum length of a glob in bytes. A compiled glob takes about 700 times as much memory.
const MAX_BYTES: usize = 1 << 12;
/// The maximum nesting of braces. Globs are compiled recursively.
const MAX_NESTING: usize = 16;

/// Parses a glob in which `*` matches part of a single name, and `**` matches any folders.
fn parse(glob: &str) -> Result<Glob, String> {
    let length = glob.len();
    if length > MAX_BYTES {
        return Err(format!("this glob has {length} bytes; the maximum is {MAX_BYTES}"));
    }
    if nesting(glob) > MAX_NESTING {
        return Err(format!("the braces of this glob are nested too deeply; the maximum is {MAX_NESTING}"));
    }
    GlobBuilder::new(glob).literal_separator(true).build().map_err(|error| error.kind().to_string())
}

/// Compiles a glob.
pub(crate) fn compile(glob: &str) -> Result<GlobSet, String> {
    GlobSetBuilder::new().add(parse(glob)?).build().map_err(|error| error.kind().to_string())
}

/// Compiles globs. An error has the index of its glob.
pub(super) fn compile_all<'g>(globs: impl IntoIterator<Item = &'g str>) -> Result<GlobSet, (usize, String)> {
    let mut set = GlobSetBuilder::new();
    for (i, glob) in globs.into_iter().enumerate() {
        set.add(relative(glob).and_then(|glob| parse(&glob)).map_err(|message| (i, message))?);
    }
    set.build().map_err(|error| (0, error.kind().to_string()))
}

/// Returns the depth of the innermost brace.
fn nesting(glob: &str) -> usize {
    let (mut depth, mut max) = (0_usize, 0);
    for byte in glob.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        max = max.max(depth);
    }
    max
}

/// Returns a glob of a configuration in the one form that matches: relative to the folder of the configuration, with
/// `/` between names. A folder stands for all files in it.
fn relative(written: &str) -> Result<String, String> {
    const MATCHES_NOTHING: &str = "so it matches nothing; globs are relative to this file's folder";
    let glob = written.replace('\\', "/");
    let is_drive = matches!(glob.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    if glob.starts_with('/') || is_drive {
        return Err(format!("this glob is absolute, {MATCHES_NOTHING}"));
    }
    let mut names: Vec<&str> = glob.split('/').filter(|name| !matches!(*name, "" | ".")).collect();
    if names.contains(&"..") {
        return Err(format!("this glob contains `..`, {MATCHES_NOTHING}"));
    }
    if glob.is_empty() {
        return Err("this glob is empty, so it matches nothing".to_owned());
    }
    if names.is_empty() || glob.ends_with('/') {
        names.push("**");
    }
    Ok(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_are_read_as_they_are_meant() {
        for (written, read) in [
            ("campaigns/*.json", "campaigns/*.json"),
            ("./campaigns/*.json", "campaigns/*.json"),
            (".\\campaigns\\**\\*.json", "campaigns/**/*.json"),
            ("././a//b/./*", "a/b/*"),
            ("campaigns/", "campaigns/**"),
            ("campaigns\\", "campaigns/**"),
            ("./", "**"),
            (".", "**"),
            ("{a/b,c}/..d/e..", "{a/b,c}/..d/e.."),
            ("c:x/*", "c:x/*"),
        ] {
            assert_eq!(relative(written).as_deref(), Ok(read), "{written}");
        }
        for written in
            ["", "/", "/campaigns/*.json", "\\a", "C:\\a\\*.json", "c:/a", "../a", "a/../b", "a\\.."]
        {
            assert!(relative(written).unwrap_err().contains("matches nothing"), "{written}");
        }
    }

    #[test]
    fn deep_braces_are_refused() {
        let nested = |depth| format!("{}a{}", "{a,".repeat(depth), "}".repeat(depth));
        assert!(compile(&nested(MAX_NESTING)).is_ok_and(|glob| glob.is_match("a")));
        assert!(
            compile(&nested(MAX_NESTING + 1)).is_err_and(|message| message.contains("nested too deeply"))
        );
        assert!(compile(&"{a,b}".repeat(800)).is_ok());
    }
}
