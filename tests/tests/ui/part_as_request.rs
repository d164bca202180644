//~ `coldsend_lint::requests::Variant` is not a request of its own
//~ put a part, such as a `Variant`, into the request that holds it
use coldsend_lint::Request;
use coldsend_lint::requests::Variant;

fn main() {
    let _ = Request::from(&Variant::new("Hi", "Hi {{first_name}}, …"));
}
