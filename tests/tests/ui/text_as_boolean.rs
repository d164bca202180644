//~ `&str` stands neither for a value of type `bool` nor for an `Option` or a `Patch` of one
//~ parse text first: `text.parse()?`
use coldsend_lint::requests::UpdateCampaign;

fn main() {
    let _ = UpdateCampaign::builder().launch("true");
}
