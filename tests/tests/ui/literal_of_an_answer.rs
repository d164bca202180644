//~ cannot create non-exhaustive struct
use coldsend_lint::Finding;

fn main() {
    let _ = Finding { rule: "campaign-name" };
}
