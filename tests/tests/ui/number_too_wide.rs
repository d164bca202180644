//~ `u64` cannot be used for a value of type `i64`
//~ convert a larger one with `i64::try_from`
use coldsend_lint::requests::CreateCampaign;

fn main() {
    let _ = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(30u64);
}
