//~ `&str` cannot be used for a value of type `bool`
//~ parse text first: `text.parse()?`
use coldsend_lint::requests::UpdateCampaign;

fn main() {
    let _ = UpdateCampaign::builder().launch("true");
}
