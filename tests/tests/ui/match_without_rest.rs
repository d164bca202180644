//~ a wildcard `_` is necessary
use coldsend_lint::ErrorKind;

fn is_missing(kind: &ErrorKind) -> bool {
    match kind {
        ErrorKind::Missing => true,
    }
}

fn main() {
    let _ = is_missing(&ErrorKind::Missing);
}
