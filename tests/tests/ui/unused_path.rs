//~ this `Result` may be an `Err` variant, which should be handled
#![deny(unused_must_use)]
use coldsend_lint::{Operation, Request};

fn main() {
    Request::new(Operation::UpdateCampaign).path("campaign_id", "550e8400-e29b-41d4-a716-446655440000");
}
