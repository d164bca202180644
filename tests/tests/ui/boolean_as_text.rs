//~ `bool` cannot be used for a value of type `String`
use coldsend_lint::requests::CreateCampaign;

fn main() {
    let _ = CreateCampaign::builder().name(true);
}
