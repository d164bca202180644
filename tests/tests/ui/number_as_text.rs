//~ `&str` cannot be used for a value of type `i64`
//~ parse text first: `text.parse()?`
use coldsend_lint::requests::CreateCampaign;

fn main() {
    let _ = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox("30");
}
