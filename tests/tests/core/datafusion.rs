//! The page about DataFusion quotes its example, which is not a part of the workspace, and what the example printed is
//! true.
use coldsend_lint::leads::{AddressClass, classify};
use std::fs;
use std::path::Path;

/// Returns a file of the core's package.
fn file(path: &str) -> String {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/coldsend-lint");
    fs::read_to_string(core.join(path)).unwrap()
}

#[test]
fn the_page_quotes_the_example() {
    let page = file("docs/datafusion.md");
    let manifest = file("examples/datafusion/Cargo.toml");
    let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
    let published = format!("[dependencies]{}", dependencies.replace(r#"path = "../..", "#, ""));
    for (language, text) in [
        ("toml", published),
        ("rust", file("examples/datafusion/src/main.rs")),
        ("csv", file("examples/datafusion/leads.csv")),
        ("text", file("examples/datafusion/output.txt")),
    ] {
        assert!(page.contains(&format!("```{language}\n{text}```\n")), "the block of {language} differs");
    }
}

#[test]
fn the_recorded_output_has_the_class_of_each_address() {
    let output = file("examples/datafusion/output.txt");
    let rows: Vec<Vec<&str>> =
        output.lines().map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect();
    let list = file("examples/datafusion/leads.csv");
    let classes: Vec<&str> = list
        .lines()
        .skip(1)
        .map(|line| {
            let (email, company) = line.split_once(',').unwrap();
            let class = match classify(email) {
                AddressClass::Valid(_) => "valid",
                AddressClass::Doubtful(_) => "doubtful",
                AddressClass::Invalid => "invalid",
            };
            assert_eq!(rows.contains(&vec![email, company, class]), class != "valid", "{email}");
            class
        })
        .collect();
    for class in ["valid", "doubtful", "invalid"] {
        let number = classes.iter().filter(|each| **each == class).count().to_string();
        assert!(rows.contains(&vec![class, &number]), "{class}: {number}");
    }
}
