//~ the trait `AsRef<[u8]>` is not implemented for `Value`
use coldsend_lint::{Operation, check};

fn main() {
    let _ = check(Operation::AddLead, serde_json::json!({"email": "ada@example.com"}));
}
