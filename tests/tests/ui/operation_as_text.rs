//~ expected `Operation`, found `&str`
use coldsend_lint::check;

fn main() {
    let _ = check("add_lead", "{}");
}
