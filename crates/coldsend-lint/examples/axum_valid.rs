//! Typed requests implement `garde::Validate`, so any framework that supports garde can check them: here axum-valid,
//! with a struct that contains a campaign and a field of its own.
//!
//! `cargo run -p coldsend-lint --example axum_valid`, then:
//! `curl -i http://127.0.0.1:3000/drafts -H 'content-type: application/json' -d '{"team": "", "campaign": {"name": "Hi"}}'`
use axum::routing::post;
use axum::{Json, Router};
use axum_valid::Garde;
use coldsend_lint::requests::CreateCampaign;
use garde::Validate;
use serde::Deserialize;
use std::io::Result;
use tokio::net::TcpListener;

#[derive(Deserialize, Validate)]
struct Draft {
    #[garde(length(min = 1))]
    team: String,
    #[garde(dive)]
    campaign: CreateCampaign,
}

async fn create(Garde(Json(draft)): Garde<Json<Draft>>) -> String {
    format!("{} has the draft {}", draft.team, draft.campaign.name)
}

fn app() -> Router {
    Router::new().route("/drafts", post(create))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, app()).await
}

#[cfg(test)]
#[path = "server/mod.rs"]
mod server;

#[tokio::test]
async fn garde_reports_the_fields_of_both() {
    let url = server::start(app()).await + "/drafts";
    let send = async |body: &'static str| {
        let request = reqwest::Client::new().post(&url).header("content-type", "application/json").body(body);
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    let (status, text) = send(r#"{"team": "Sales", "campaign": {"name": "Autumn campaign"}}"#).await;
    assert_eq!((status, text.as_str()), (200, "Sales has the draft Autumn campaign"));
    let (status, text) = send(r#"{"team": "", "campaign": {"name": "Hi"}}"#).await;
    assert_eq!(status, 400);
    assert!(text.contains("campaign.name: ensure this value has at least 8 characters"), "{text}");
    assert!(text.contains("team: length is lower than 1"), "{text}");
}
