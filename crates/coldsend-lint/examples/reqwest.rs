//! Checks a campaign before sending it, and sends it again if the API's answer says so.
//!
//! `COLDSEND_API_KEY=… cargo run -p coldsend-lint --example reqwest`
#![allow(clippy::print_stdout)]

use coldsend_lint::requests::CreateCampaign;
use coldsend_lint::{API_KEY_HEADER, Answer, Backoff, Operation, Request};
use reqwest::Client;
use std::error::Error;
use std::time::Duration;

async fn create(
    client: &Client,
    url: &str,
    api_key: &str,
    campaign: &CreateCampaign,
) -> Result<String, Box<dyn Error>> {
    // Do not send what the API would reject.
    campaign.check()?;

    // After a failure of the server, the campaign may exist all the same: only a 429 is retried.
    let backoff = Backoff::default().for_operation(Operation::CreateCampaign);
    let mut backoff = backoff.with_retries(3).with_longest_wait(Duration::from_secs(30));
    loop {
        let response = client.post(url).header(API_KEY_HEADER, api_key).json(campaign).send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.text().await?;
        let answer = Answer::parse(status, &body).with_headers(|name| headers.get(name)?.to_str().ok());

        backoff.heed(&answer);
        match backoff.next() {
            Some(wait) => tokio::time::sleep(wait).await,
            // It succeeded, sending it again would not help or not be safe, or there were enough attempts.
            None => return answer.into_result().map(|_| body).map_err(Into::into),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = Request::new(Operation::CreateCampaign).url()?;
    let campaign = CreateCampaign::builder().name("Autumn campaign").daily_limit_per_inbox(40).build()?;
    let body = create(&Client::new(), &url, &std::env::var("COLDSEND_API_KEY")?, &campaign).await?;
    println!("{body}");
    Ok(())
}

#[cfg(test)]
#[path = "server/mod.rs"]
mod server;

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::http::StatusCode;
    use axum::routing::post;
    use std::sync::{Arc, Mutex};

    /// Starts a server that gives these answers in order, and none after them.
    async fn answering(answers: &[(u16, &'static str)]) -> (String, Arc<Mutex<Vec<(u16, &'static str)>>>) {
        let left = Arc::new(Mutex::new(answers.iter().rev().copied().collect::<Vec<_>>()));
        let shared = Arc::clone(&left);
        let answer = async move || {
            let (status, body) = shared.lock().unwrap().pop().unwrap();
            (StatusCode::from_u16(status).unwrap(), body)
        };
        (server::start(Router::new().route("/campaigns", post(answer))).await + "/campaigns", left)
    }

    const WAIT: (u16, &str) = (429, r#"{"detail": "Rate limit exceeded. Retry after 1 seconds."}"#);

    #[tokio::test]
    async fn it_retries_as_the_answers_say() {
        let (url, left) = answering(&[WAIT, (201, r#"{"campaign_id": "…"}"#)]).await;
        let campaign = CreateCampaign::new("Autumn campaign");
        let body = create(&Client::new(), &url, "key", &campaign).await.unwrap();
        assert_eq!((body.as_str(), left.lock().unwrap().len()), (r#"{"campaign_id": "…"}"#, 0));
    }

    #[tokio::test]
    async fn it_does_not_retry_what_cannot_succeed() {
        let (url, left) = answering(&[(401, r#"{"detail": "Invalid or revoked API key"}"#), WAIT]).await;
        let campaign = CreateCampaign::new("Autumn campaign");
        let error = create(&Client::new(), &url, "key", &campaign).await.unwrap_err();
        assert!(error.to_string().starts_with("401 invalid-api-key"), "{error}");
        assert_eq!(left.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn it_does_not_create_twice() {
        let (url, left) = answering(&[(503, ""), WAIT]).await;
        let campaign = CreateCampaign::new("Autumn campaign");
        let error = create(&Client::new(), &url, "key", &campaign).await.unwrap_err();
        assert!(error.to_string().starts_with("503 unavailable"), "{error}");
        assert_eq!(left.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn it_does_not_send_what_the_api_would_reject() {
        let (url, left) = answering(&[WAIT]).await;
        let error = create(&Client::new(), &url, "key", &CreateCampaign::new("Hi")).await.unwrap_err();
        assert!(error.to_string().starts_with("422"), "{error}");
        assert_eq!(left.lock().unwrap().len(), 1);
    }
}
