//! Checks that each room of `src` uses only rooms that precede it in the list of `ARCHITECTURE.md`.
#![allow(clippy::unwrap_used)]
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Types of an earlier room to which a room adds inherent methods. No earlier room calls these methods.
const ADDED: [(&str, &str); 6] = [
    ("redact", "ErrorItem"),
    ("advice", "Outcome"),
    ("advice", "Bound"),
    ("check", "Rejection"),
    ("preflight", "Checker"),
    ("reference", "Operation"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the rooms in order, from the first column of the table in `ARCHITECTURE.md`.
fn order() -> Vec<String> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = text.lines().skip_while(|line| !line.starts_with("| room")).skip(2);
    let names = rows.take_while(|line| line.starts_with('|')).map(|row| row.split('`').nth(1).unwrap());
    names.map(|name| name.trim_end_matches('/').to_owned()).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

/// Returns the room of a file: the file or folder directly under `src`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// Returns the code of a file, without comments and tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let lines: Vec<&str> = text.lines().filter(is_code).collect();
    let mut code = String::new();
    let mut lines = lines.into_iter();
    while let Some(line) = lines.next() {
        let is_test = line.starts_with("#[cfg(") && line.contains("test") && !line.contains("not(test");
        if !is_test {
            code.push_str(line.split(" //").next().unwrap());
            code.push('\n');
            continue;
        }
        // Skip what is compiled only in tests: a line, or a block up to a brace in the first column.
        if lines.next().is_some_and(|line| line.ends_with('{')) {
            lines.by_ref().find(|line| *line == "}");
        }
    }
    code
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// The code without text in quotes, which may link to anything, as comments may.
fn without_text(code: &str) -> String {
    // Quotation marks that neither begin nor end a text.
    let code = [r"\\", "\\\"", "'\"'"].iter().fold(code.to_owned(), |code, quoted| code.replace(quoted, ""));
    code.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

/// Returns the first name of each path after `crate::`. A list in braces has one for each of its parts.
fn heads(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            None => found.push(first_word(rest).to_owned()),
            Some(list) => {
                let (mut depth, mut part) = (1, String::new());
                for c in list.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    match c {
                        _ if depth == 0 => break,
                        ',' if depth == 1 => found.push(std::mem::take(&mut part)),
                        c => part.push(c),
                    }
                }
                found.push(part);
            }
        }
    }
    found.iter().map(|part| first_word(part.trim()).to_owned()).filter(|head| !head.is_empty()).collect()
}

/// Returns what follows `impl`, without the list of generics.
fn without_generics(head: &str) -> &str {
    let is_end = |(at, _): &(usize, &str)| !head[..*at].ends_with('-');
    match head.match_indices("> ").find(is_end).filter(|_| head.starts_with('<')) {
        Some((at, end)) => head[at + end.len()..].trim(),
        None => head.trim(),
    }
}

/// Returns the names that `lib.rs` re-exports, with their rooms.
fn exported() -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for statement in code(&root().join("src/lib.rs")).split(';') {
        let Some((_, path)) = statement.split_once("pub use ") else { continue };
        let room = first_word(path).to_owned();
        let list = path.rsplit("::").next().unwrap();
        for name in list.trim_matches(['{', '}', '\n', ' ']).split(',') {
            names.insert(name.trim().to_owned(), room.clone());
        }
    }
    names
}

struct Source {
    path: PathBuf,
    room: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(&root().join("src"), &mut paths);
    paths.sort();
    let is_room = |path: &PathBuf| !path.ends_with("src/lib.rs") && !path.ends_with("tests.rs");
    let source = |path: PathBuf| Source { room: room(&path), code: code(&path), path };
    paths.into_iter().filter(is_room).map(source).collect()
}

/// Returns each import of a later room, as `room → room (file)`.
fn imports_up(sources: &[Source], order: &[String]) -> Vec<String> {
    let exported = exported();
    let level = |room: &str| order.iter().position(|other| other == room);
    let mut up = BTreeSet::new();
    for Source { path, room, code } in sources {
        for head in heads(&without_text(code)) {
            let used = exported.get(&head).unwrap_or(&head);
            if let (Some(own), Some(other)) = (level(room), level(used))
                && other > own
            {
                up.insert(format!("{room} → {used} ({})", path.display()));
            }
        }
    }
    up.into_iter().collect()
}

#[test]
fn the_list_has_every_room() {
    let rooms: BTreeSet<String> = sources().into_iter().map(|source| source.room).collect();
    assert_eq!(rooms, order().into_iter().collect());
    assert!(rooms.len() <= 20, "{rooms:?}");
}

#[test]
fn rooms_use_only_earlier_rooms() {
    assert_eq!(imports_up(&sources(), &order()), Vec::<String>::new());
}

#[test]
fn an_import_of_a_later_room_is_found() {
    let order = order();
    for (room, code, later) in [
        ("json", "use crate::host::Host;", "host"),
        ("types", "use crate::{\n    json::Text,\n    requests::{AddLead, Variant},\n};", "requests"),
        ("validate", "fn f() { $crate::advice::rule::rules_of() }", "advice"),
        ("error", "use crate::Answer;", "answers"),
    ] {
        let sources = [Source { path: room.into(), room: room.to_owned(), code: code.to_owned() }];
        assert_eq!(imports_up(&sources, &order), [format!("{room} → {later} ({room})")]);
    }
}

#[test]
fn methods_that_a_room_adds_are_not_called_in_earlier_rooms() {
    let (sources, order) = (sources(), order());
    let level = |room: &str| order.iter().position(|other| other == room).unwrap();
    // Where each type is declared.
    let mut declared = BTreeMap::new();
    for Source { room, code, .. } in &sources {
        for keyword in ["struct ", "enum "] {
            for (at, _) in code.match_indices(keyword) {
                declared.entry(first_word(&code[at + keyword.len()..])).or_insert(room.as_str());
            }
        }
    }
    declared.insert("Operation", "requests");
    let mut found = BTreeSet::new();
    for Source { room, code, .. } in &sources {
        for block in code.split("\nimpl").skip(1) {
            let (head, body) = block.split_once('{').unwrap();
            let head = without_generics(head);
            let name = first_word(head);
            let is_inherent = !head.contains(" for ") && !head.contains('$');
            let Some(home) = declared.get(name).filter(|home| is_inherent && **home != room) else {
                continue;
            };
            assert!(level(home) < level(room), "{room} adds to {name} of {home}");
            found.insert((room.as_str(), name));
            let body = &body[..body.find("\n}").unwrap_or(body.len())];
            for (at, _) in body.match_indices("fn ") {
                let method = format!(".{}(", first_word(&body[at + 3..]));
                let is_before = |source: &&Source| level(&source.room) < level(room);
                let mut callers =
                    sources.iter().filter(is_before).filter(|source| source.code.contains(&method));
                assert_eq!(callers.next().map(|source| &source.path), None, "{name}{method} of {room}");
            }
        }
    }
    assert_eq!(found, ADDED.into_iter().collect());
}
