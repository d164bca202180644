//! `man`: manual pages.
use crate::program::{file, run};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns a directory that does not exist yet.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    path
}

#[test]
fn the_page_of_the_program_matches_its_snapshot() {
    let shown = run(&["man"]);
    assert_eq!((shown.stderr.as_str(), shown.status), ("", Some(0)));
    let page = shown.stdout.replace(env!("CARGO_PKG_VERSION"), "<version>");
    insta::with_settings!({ snapshot_path => "manual", omit_expression => true }, {
        insta::assert_snapshot!("coldsend-lint", page);
    });
}

#[test]
fn the_pages_of_all_commands_are_written() {
    let folder = directory("man").join("man1");
    let shown = run(&["man", folder.to_str().unwrap()]);
    assert_eq!((shown.stdout.as_str(), shown.stderr.as_str(), shown.status), ("", "", Some(0)));
    let names = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> = names.collect();
    let main = fs::read_to_string(folder.join("coldsend-lint.1")).unwrap();
    assert_eq!(main, run(&["man"]).stdout);
    // The pages that it names, and itself.
    let named = main.lines().filter_map(|line| line.strip_suffix("(1)"));
    let named = named.map(|name| format!("{}.1", name.replace("\\-", "-")));
    assert_eq!(named.chain(["coldsend-lint.1".to_owned()]).collect::<BTreeSet<_>>(), names);
    let version = env!("CARGO_PKG_VERSION");
    for name in &names {
        let page = fs::read_to_string(folder.join(name)).unwrap();
        let title = name.strip_suffix(".1").unwrap();
        let header = format!(".TH {title} 1 \"\" \"coldsend-lint {version}\" \n.SH NAME\n");
        assert!(page.contains(&header), "{page}");
        // The headings are in capitals. "EXTRA" would not say what is below it.
        for heading in page.lines().filter_map(|line| line.strip_prefix(".SH ")) {
            assert!(heading.to_uppercase() == heading && heading != "EXTRA", "{name}: {heading}");
        }
    }
    for name in ["coldsend-lint", "coldsend-lint-check", "coldsend-lint-batch", "coldsend-lint-explain"] {
        let page = fs::read_to_string(folder.join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".SH \"EXIT STATUS\"\n  0  "), "{page}");
    }
}

#[test]
fn an_existing_page_is_overwritten() {
    let folder = directory("man-again");
    fs::create_dir(&folder).unwrap();
    let page = folder.join("coldsend-lint.1");
    fs::write(&page, "old").unwrap();
    assert_eq!(run(&["man", folder.to_str().unwrap()]).status, Some(0));
    assert_eq!(fs::read_to_string(page).unwrap(), run(&["man"]).stdout);
}

#[test]
fn pages_that_cannot_be_written_are_reported() {
    let taken = file("taken", "");
    for folder in [taken.clone(), format!("{taken}/man1")] {
        let shown = run(&["man", &folder]);
        assert!(shown.stderr.starts_with(&format!("error: cannot write {folder}: ")), "{}", shown.stderr);
        assert_eq!((shown.stderr.lines().count(), shown.stdout.as_str(), shown.status), (1, "", Some(2)));
    }
    let folder = directory("man-taken");
    let page = folder.join("coldsend-lint-check.1");
    fs::create_dir_all(&page).unwrap();
    let shown = run(&["man", folder.to_str().unwrap()]);
    let message = format!("error: cannot write {}: ", page.display());
    assert!(shown.stderr.starts_with(&message), "{}", shown.stderr);
    assert_eq!(shown.status, Some(2));
}
