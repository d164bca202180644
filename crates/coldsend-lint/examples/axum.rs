//! A handler that accepts what the API accepts, and otherwise answers as the API would.
//!
//! `cargo run -p coldsend-lint --features axum --example axum`, then:
//! `curl -i http://127.0.0.1:3000/campaigns -d '{"name": "Hi"}'`
use axum::routing::get;
use axum::{Json, Router};
use coldsend_lint::axum::Checked;
use coldsend_lint::requests::{CreateCampaign, ListCampaigns};
use std::io::Result;
use tokio::net::TcpListener;

/// Receives a body that has been read and checked. A body that the API would reject never gets here.
async fn create(Checked(campaign): Checked<CreateCampaign>) -> Json<CreateCampaign> {
    Json(campaign)
}

/// A request without a body is read from the query string.
async fn list(Checked(request): Checked<ListCampaigns>) -> Json<ListCampaigns> {
    Json(request)
}

fn app() -> Router {
    Router::new().route("/campaigns", get(list).post(create))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, app()).await
}

#[cfg(test)]
#[path = "server/mod.rs"]
mod server;

#[tokio::test]
async fn it_answers_as_the_api_does() {
    let url = server::start(app()).await + "/campaigns";
    let send = async |body: &'static str| {
        let response = reqwest::Client::new().post(&url).body(body).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    // "30" is converted to 30, as by the API.
    assert_eq!(
        send(r#"{"name": "Autumn campaign", "daily_limit_per_inbox": "30"}"#).await,
        (200, r#"{"name":"Autumn campaign","daily_limit_per_inbox":30}"#.to_owned())
    );
    let short = r#"{"name": "Hi"}"#;
    let rejection = coldsend_lint::check(coldsend_lint::Operation::CreateCampaign, short).unwrap_err();
    assert_eq!(send(short).await, (422, rejection.body().to_string()));

    let get = async |query: &str| {
        let response = reqwest::get(format!("{url}{query}")).await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    assert_eq!(get("?limit=5").await, (200, r#"{"limit":5}"#.to_owned()));
    assert_eq!(get("").await, (200, "{}".to_owned()));
    let (status, body) = get("?limit=0").await;
    assert!(status == 422 && body.starts_with(r#"{"detail":[{"loc":["query","limit"],"#), "{body}");
}
