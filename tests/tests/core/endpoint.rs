//! An axum handler that accepts what the API accepts.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::routing::post;
use coldsend_lint::axum::Checked;
use coldsend_lint::requests::{AddLead, CreateCampaign};
use coldsend_lint::{Operation, check};
use tower::ServiceExt;

async fn create(Checked(campaign): Checked<CreateCampaign>) -> String {
    format!("{} {:?}", campaign.name, campaign.daily_limit_per_inbox)
}

async fn add(Checked(lead): Checked<AddLead>) -> String {
    lead.email
}

fn answer(path: &str, body: impl Into<Body>) -> (StatusCode, Option<String>, String) {
    let app = Router::new().route("/campaigns", post(create)).route("/leads", post(add));
    let request = Request::post(path).body(body.into()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let response = app.oneshot(request).await.unwrap();
        let kind = response.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
        let (status, body) = (response.status(), response.into_body());
        (status, kind, String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap())
    })
}

#[test]
fn it_gets_the_request_as_the_api_reads_it() {
    let (status, _, text) =
        answer("/campaigns", r#"{"name": "Autumn campaign", "daily_limit_per_inbox": "30"}"#);
    assert_eq!((status, text.as_str()), (StatusCode::OK, "Autumn campaign Some(30)"));
    assert_eq!(answer("/leads", r#"{"email": "ada@example.com"}"#).2, "ada@example.com");
}

#[test]
fn it_answers_as_the_api_does() {
    for body in [r#"{"name": "Hi"}"#, "{", "", "[]"] {
        let rejection = check(Operation::CreateCampaign, body).unwrap_err();
        let (status, kind, text) = answer("/campaigns", body);
        assert_eq!(
            (status.as_u16(), kind.as_deref()),
            (rejection.status(), Some("application/json")),
            "{body}"
        );
        assert_eq!(text, rejection.body().to_string());
    }
    let unreadable = check(Operation::CreateCampaign, b"\xFF").unwrap_err();
    assert_eq!(answer("/campaigns", &b"\xFF"[..]).2, unreadable.body().to_string());
}
