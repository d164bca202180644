//~ cannot be used for a value of type `i64`, or for an `Option` of one
//~ pass an integer of up to 32 bits or an `i64`
use coldsend_lint::requests::CreateCampaign;

fn main() {
    let _ = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(1.5);
}
