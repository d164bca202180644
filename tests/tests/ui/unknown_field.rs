//~ there is a method `name` with a similar name
use coldsend_lint::requests::CreateCampaign;

fn main() {
    let _ = CreateCampaign::builder().nmae("Autumn campaign");
}
