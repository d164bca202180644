//~ `coldsend_lint::requests::Variant` is not a request of its own
//~ put it into the request that contains it: for example, a `Variant` into an `UpdateCampaign`
use coldsend_lint::Request;
use coldsend_lint::requests::Variant;

fn main() {
    let _ = Request::from(&Variant::new("Hi", "Hi {{first_name}}, …"));
}
