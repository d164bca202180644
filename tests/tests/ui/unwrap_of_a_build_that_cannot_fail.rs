//~ no method named `unwrap` found for struct `coldsend_lint::requests::UpdateCampaign`
use coldsend_lint::requests::UpdateCampaign;

fn main() {
    let _ = UpdateCampaign::builder().name("Autumn campaign").build().unwrap();
}
