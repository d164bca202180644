//! A handler that accepts what the API accepts, and otherwise answers as the API would.
//!
//! `cargo run -p coldsend-lint --features axum,http --example axum`, then:
//! `curl -i http://127.0.0.1:3000/campaigns -d '{"name": "Hi"}'`
#![allow(clippy::print_stdout)]

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{self, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use coldsend_lint::Checker;
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

/// Checks the method, path, query string and body of every request that the API knows.
async fn check(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = http::Request::from_parts(parts, body);
    if let Ok(checked) = coldsend_lint::Request::try_from(&request)
        && let Err(rejection) = Checker::new().check(&checked, request.body()).into_result()
    {
        for finding in rejection.findings() {
            println!("{checked}: {} at {}", finding.rule, finding.pointer());
        }
        return rejection.into_response();
    }
    next.run(request.map(Body::from)).await
}

/// 2 MB, as axum's own limit.
const MAX_BODY: usize = 2 << 20;

fn app() -> Router {
    Router::new()
        .route("/campaigns", get(list).post(create))
        .route("/campaigns/{campaign_id}", put(async || ()))
        .layer(middleware::from_fn(check))
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

    let put = reqwest::Client::new().put(format!("{url}/42")).body("{}").send().await.unwrap();
    assert_eq!(put.status().as_u16(), 422);
    assert!(put.text().await.unwrap().contains(r#"["path","campaign_id"]"#));
}
