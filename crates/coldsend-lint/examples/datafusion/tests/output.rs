//! The program prints what `output.txt` has, which the documentation shows.
use std::process::Command;

#[test]
fn the_output_is_as_recorded() {
    let output = Command::new(env!("CARGO_BIN_EXE_coldsend-lint-datafusion")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), include_str!("../output.txt"));
}
