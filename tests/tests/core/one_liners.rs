//! What people write on their first try.
use coldsend_lint::requests::*;
use coldsend_lint::{
    API_KEY_HEADER, Answer, AnswerKind, BASE_URL, Backoff, Budget, Checker, ErrorBody, LocItem, Operation,
    Quota, Rejection, Request, Retry, check,
};
use garde::Validate;
use serde_json::json;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const ID: &str = "550e8400-e29b-41d4-a716-446655440000";

#[test]
fn text_of_any_type_is_accepted() {
    let owned = String::from("Autumn campaign");
    let name = |campaign: Result<CreateCampaign, Rejection>| campaign.unwrap().name;
    assert_eq!(name(CreateCampaign::builder().name("Autumn campaign").build()), owned);
    assert_eq!(name(CreateCampaign::builder().name(owned.clone()).build()), owned);
    assert_eq!(name(CreateCampaign::builder().name(&owned).build()), owned);
    assert_eq!(name(CreateCampaign::builder().name(Cow::Borrowed("Autumn campaign")).build()), owned);
    assert_eq!(name(CreateCampaign::builder().name(owned.clone().into_boxed_str()).build()), owned);
    assert_eq!(CreateCampaign::new("Autumn campaign").name, owned);
    assert_eq!(CreateCampaign::new(format!("{} campaign", "Autumn")).name, owned);
    assert_eq!(AddLead::new("ada@example.com").email, "ada@example.com");
    assert_eq!(Variant::new("{{company}}", "Hi {{first_name}}, …").subject_template, "{{company}}");
    assert_eq!(CreateDomain::new("example.com").domain, "example.com");
    assert_eq!(SendTestEmail::new("ada@example.com").check(), Ok(()));
    assert_eq!(SetDomainRedirect::new("example.com").status_code, None);
}

#[test]
fn optional_fields_accept_values_and_options() {
    let nothing: Option<&str> = None;
    let campaign = CreateCampaign::builder()
        .name("Autumn campaign")
        .timezone(nothing)
        .start_date(Some("2026-01-31T00:00:00"))
        .daily_limit_per_inbox(Some(40u8))
        .sending_window_start(9u32)
        .sending_window_end(17i64)
        .sending_window_end_minute(None::<i64>)
        .sending_days([1, 2, 3])
        .enable_tracking(true)
        .enable_unsubscribe(Some(false))
        .ramp_up_increment(5u16)
        .build()
        .unwrap();
    assert_eq!((campaign.timezone, campaign.daily_limit_per_inbox), (None, Some(40)));
    assert_eq!(campaign.sending_days, Some(vec![1, 2, 3]));
    assert_eq!((campaign.sending_window_start, campaign.sending_window_end), (Some(9), Some(17)));
    let days: BTreeSet<u8> = [5, 1].into();
    let campaign = CreateCampaign::builder().name("Autumn campaign").sending_days(days).build().unwrap();
    assert_eq!(campaign.sending_days, Some(vec![1, 5]));
    let campaign = CreateCampaign::builder().name("Autumn campaign").sending_days(1..=5).build().unwrap();
    assert_eq!(campaign.sending_days, Some(vec![1, 2, 3, 4, 5]));
    let campaign =
        CreateCampaign::builder().name("Autumn campaign").sending_days(&[1i64, 2][..]).build().unwrap();
    assert_eq!(campaign.sending_days, Some(vec![1, 2]));
}

#[test]
fn updates_accept_values_options_and_patches() {
    let update = UpdateCampaign::builder()
        .name("Autumn campaign")
        .timezone(Patch::<String>::Null)
        .daily_limit_per_inbox(Some(40))
        .start_date(None::<String>)
        .inbox_ids(vec![ID])
        .sending_days(vec![1, 2].into_iter().map(|day| day + 1))
        .lead_mapping(HashMap::from([("email", "E-mail")]))
        .variants([Variant::new("Hi", "Hi {{first_name}}, …")])
        .launch(true)
        .build();
    assert_eq!(update.name, Patch::Set("Autumn campaign".to_owned()));
    assert!(update.timezone.is_null() && update.start_date.is_unset());
    assert_eq!(update.inbox_ids, Patch::Set(vec![ID.to_owned()]));
    assert_eq!(update.sending_days.as_ref().value(), Some(&vec![2, 3]));
    assert_eq!(update.variants.as_ref().map(Vec::len), Patch::Set(1));
    assert_eq!(update.check(), Ok(()));
    let strings: Vec<String> = vec![ID.to_owned()];
    assert_eq!(UpdateCampaign::builder().inbox_ids(&strings).build().inbox_ids, Patch::Set(strings.clone()));
    assert_eq!(
        UpdateCampaign::builder().inbox_ids(strings.iter()).build().inbox_ids,
        Patch::Set(strings.clone())
    );
    assert_eq!(UpdateCampaign::builder().inbox_ids(strings.clone()).build().inbox_ids, Patch::Set(strings));
    let mapping: BTreeMap<String, String> = [("email".to_owned(), "E-mail".to_owned())].into();
    assert_eq!(
        UpdateCampaign::builder().lead_mapping(mapping.clone()).build().lead_mapping,
        Patch::Set(mapping.clone())
    );
    assert_eq!(UpdateCampaign::builder().lead_mapping(&mapping).build().lead_mapping, Patch::Set(mapping));
    let update = UpdateCampaign { name: Some("Autumn campaign".to_owned()).into(), ..Default::default() };
    assert_eq!(update.name, Patch::Set("Autumn campaign".to_owned()));
    assert!(Patch::<i64>::from(None::<i64>).is_unset());
    assert_eq!([1, 2].into_iter().collect::<Patch<Vec<i64>>>(), Patch::Set(vec![1, 2]));
}

#[test]
fn choices_are_parsed_printed_and_accepted_as_text() {
    assert_eq!("GOOGLE_WORKSPACE".parse(), Ok(InboxType::GoogleWorkspace));
    assert_eq!(InboxType::CustomSmtp.to_string(), "CUSTOM_SMTP");
    assert!("google".parse::<InboxType>().unwrap_err().to_string().contains("GOOGLE_WORKSPACE"));
    let list = ListCampaigns::builder().status(CampaignStatus::Active).limit(20).build();
    assert_eq!(list.status.as_deref(), Some("ACTIVE"));
    let seen: std::collections::HashSet<_> = [TriggerType::NotOpened, TriggerType::NotOpened].into();
    assert_eq!(seen.len(), 1);
    assert_eq!("add_lead".parse(), Ok(Operation::AddLead));
    assert_eq!("ad_lead".parse::<Operation>().unwrap_err().nearest(), Some(Operation::AddLead));
}

#[test]
fn custom_fields_accept_any_json() {
    let lead =
        AddLead::builder().email("ada@example.com").custom_fields([("city", "Dresden")]).build().unwrap();
    assert_eq!(lead.custom_fields.unwrap()["city"], CustomValue::Text("Dresden".to_owned()));
    let fields: HashMap<String, CustomValue> =
        [("size".to_owned(), 5.into()), ("new".to_owned(), true.into())].into();
    let lead = AddLead::builder().email("ada@example.com").custom_fields(fields).build().unwrap();
    assert_eq!(serde_json::to_value(&lead).unwrap()["custom_fields"], json!({"new": true, "size": 5}));
    assert_eq!(CustomValue::from(Some(1.5)), CustomValue::Float(1.5));
    assert_eq!(CustomValue::from(None::<i64>), CustomValue::Null);
    let nan = AddLead::builder().email("ada@example.com").custom_fields([("x", f64::NAN)]).build().unwrap();
    let request = Request::from(&nan).path("campaign_id", ID).unwrap();
    assert_eq!(
        (request.check_typed(&nan), Checker::new().check_typed(&nan).into_result()),
        (nan.check(), nan.check())
    );
    assert!(nan.check().is_err());
    assert!(
        serde_json::to_string(&nan).unwrap_err().to_string().contains("JSON cannot represent this number")
    );
    assert_eq!(nan.check().unwrap_err().findings()[0].rule, "lead-custom-fields");
    let value: CustomValue = serde_json::from_value(json!({"a": [1, null]})).unwrap();
    assert_eq!(serde_json::to_value(&value).unwrap(), json!({"a": [1, null]}));
}

#[test]
fn bodies_and_answers_may_be_any_bytes() {
    let text = String::from(r#"{"name": "Hi"}"#);
    let rejection = check(Operation::CreateCampaign, &text).unwrap_err();
    assert_eq!(check(Operation::CreateCampaign, r#"{"name": "Hi"}"#), Err(rejection.clone()));
    assert_eq!(check(Operation::CreateCampaign, text.clone().into_bytes()), Err(rejection.clone()));
    assert_eq!(check(Operation::CreateCampaign, br#"{"name": "Hi"}"#), Err(rejection.clone()));
    assert_eq!(check(Operation::CreateCampaign, text.clone()), Err(rejection.clone()));
    let mut checker = Checker::new();
    assert!(checker.check(Operation::CreateCampaign, &text).into_result().is_err());
    assert!(checker.check(Operation::CreateCampaign, text.as_str()).into_result().is_err());
    assert!(checker.check(Operation::CreateCampaign, text.as_bytes()).into_result().is_err());
    assert_eq!(Answer::parse(401, "{}").status(), Some(401));
    assert_eq!(serde_json::to_value(&rejection).unwrap(), serde_json::to_value(rejection.body()).unwrap());
    let finding = &rejection.findings()[0];
    assert_eq!(finding.to_string(), "body.name: ensure this value has at least 8 characters");
    assert_eq!((finding.pointer().as_str(), finding.path()), ("/name", &["name".into()][..]));
    assert_eq!(
        serde_json::to_value(finding).unwrap(),
        json!({"rule": "campaign-name", "loc": ["body", "name"], "pointer": "/name",
            "msg": "ensure this value has at least 8 characters", "type": "value_error.any_str.min_length",
            "hint": "At least 8 characters; this has 2"})
    );
    assert_eq!(LocItem::Index(5).to_string(), "5");
    assert_eq!(rejection.body().items()[0].hint(), "At least 8 characters");
}

#[test]
fn a_typed_request_is_a_request() {
    let update = UpdateCampaign::builder().name("Autumn campaign").build();
    let request = Request::from(&update).path("campaign_id", ID).unwrap();
    assert_eq!(request, format!("PUT /campaigns/{ID}").parse().unwrap());
    assert_eq!(request.to_string(), "PUT /campaigns/{campaign_id}");
    assert!(!format!("{request:?}").contains(ID));
    assert!(Request::from(&update).path("campaignid", ID).is_err());
    assert!(Request::new(Operation::GetSmtpAccountsJob).path("job_id", "any").is_ok());
    let mut checker = Checker::new();
    assert!(checker.check(&request, serde_json::to_string(&update).unwrap().as_str()).is_accepted());
    assert!(checker.check_typed(&update).advice().is_empty());
    let report = UpdateCampaign::builder().name("Hi").build().validate().unwrap_err();
    assert_eq!(Rejection::from_report::<UpdateCampaign>(&report).findings()[0].rule, "campaign-name");
}

#[test]
fn a_part_reports_its_location_in_the_request() {
    let missing = Sequence::builder().wait_days(3).build_at("sequences[1]").unwrap_err();
    assert_eq!(missing.findings()[0].to_string(), "body.sequences[1].step_number: field required");
    let whole = Variant::builder().build().unwrap_err();
    assert_eq!(whole.findings()[0].to_string(), "body.subject_template: field required");
}

#[test]
fn debug_output_shows_no_secret() {
    let request: Request = "GET /campaigns/hunter2?api_key=hunter2".parse().unwrap();
    let rejection = check(
        Operation::AddLead,
        r#"{"email": 5, "hunter2": [], "custom_fields": {"hunter2": 1}, "first_name": ["hunter2"]}"#,
    )
    .unwrap_err();
    let mut checker = Checker::new();
    let body = r#"{"name": "hunter2", "hunter2": "hunter2"}"#;
    let outcome = checker.check(Operation::CreateCampaign, body);
    let shown = format!("{request:?} {request} {rejection:?} {outcome:?} {:?}", outcome.advice());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn types_of_other_crates_are_accepted() {
    let id: uuid::Uuid = ID.parse().unwrap();
    let update = UpdateCampaign::builder().inbox_ids([id]).build();
    assert_eq!(update.inbox_ids, Patch::Set(vec![ID.to_owned()]));
    assert_eq!(
        DeleteAccounts::builder().inbox_ids([id]).confirm_deletion(true).build().unwrap().inbox_ids,
        [ID]
    );
    let sent = http::Request::put(format!("https://api.coldsend.pro/api/public/v1/campaigns/{ID}?x=1"));
    let request = Request::try_from(&sent.body(()).unwrap()).unwrap();
    assert_eq!(request.operation(), Operation::UpdateCampaign);
    assert_eq!(request, Request::of("put", &format!("/campaigns/{ID}?x=1")).unwrap());
    let fields = json!({"city": "Dresden", "size": [1, 2.5]});
    let serde_json::Value::Object(fields) = fields else { panic!() };
    let lead = AddLead::builder().email("ada@example.com").custom_fields(fields.clone()).build().unwrap();
    assert_eq!(serde_json::to_value(&lead).unwrap()["custom_fields"], serde_json::Value::Object(fields));
}

#[test]
fn errors_can_be_boxed_and_sent() {
    fn run(body: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let campaign: CreateCampaign = serde_json::from_str(body)?;
        campaign.check()?;
        let _: InboxType = "GOOGLE_WORKSPACE".parse()?;
        let _: Operation = "create_campaign".parse()?;
        let request: Request = "POST /campaigns".parse()?;
        Checker::new().check(request, body).into_result()?;
        let _ = Request::new(Operation::UpdateCampaign).path("campaign_id", ID)?;
        Answer::parse(201, body).into_result()?;
        Ok(())
    }
    assert!(run(r#"{"name": "Autumn campaign"}"#).is_ok());
    assert!(run(r#"{"name": "Hi"}"#).unwrap_err().is::<Rejection>());
    let rejection = check(Operation::CreateCampaign, r#"{"name": "Hi"}"#).unwrap_err();
    let text = std::thread::spawn(move || rejection.to_string()).join().unwrap();
    assert!(text.starts_with("422 {\"detail\""));
    let hints: Vec<String> = check(Operation::CreateCampaign, "{}")
        .err()
        .iter()
        .flat_map(|rejection| rejection.findings())
        .map(|finding| finding.hint())
        .collect();
    assert_eq!(hints, ["Add `name`"]);
}

#[test]
fn answers_can_be_matched() {
    let wait = |answer: &Answer| match answer.kind() {
        AnswerKind::RateLimited { seconds } => *seconds,
        AnswerKind::Validation(items) => Some(items.len() as u64),
        _ => None,
    };
    let limited = r#"{"detail": "Rate limit exceeded. Retry after 60 seconds."}"#;
    assert_eq!(wait(&Answer::parse(429, limited)), Some(60));
    assert_eq!(wait(&Answer::parse(429u16, limited.as_bytes())), Some(60));
    assert_eq!(wait(&Answer::parse(http::StatusCode::TOO_MANY_REQUESTS.as_u16(), limited)), Some(60));
    assert_eq!(wait(&Answer::parse(Some(429), String::from(limited))), Some(60));
    assert_eq!(wait(&Answer::parse(None, limited)), Some(60));
    assert!(matches!(Answer::parse(429, limited).retry(), Retry::After { seconds: 60 }));
    let body: ErrorBody = serde_json::from_str(
        r#"{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#,
    )
    .unwrap();
    assert_eq!((body.items()[0].pointer().as_str(), &*body.items()[0].msg), ("/name", "field required"));
    assert_eq!(body.items()[0].kind.error_type(), "value_error.missing");
}

#[test]
fn time_is_taken_as_people_have_it() {
    let minute = Duration::from_secs(60);
    let mut budget = Budget::new(&[Quota::new(1, minute)]);
    let now = Instant::now();
    assert_eq!(budget.reserve(now), Duration::ZERO);
    assert_eq!(budget.reserve(now), minute);
    assert_eq!(budget.reserve(now + minute), minute);
    let shared = Arc::new(Mutex::new(Budget::default()));
    assert_eq!(shared.lock().unwrap().reserve(Duration::ZERO), Duration::ZERO);
    let slow = Budget::<Instant>::new(&[Quota { requests: 90, ..Quota::PER_MINUTE }]);
    assert_eq!(slow.wait(now), Duration::ZERO);
    let waits = Backoff::default().with_retries(2).with_longest_wait(minute).with_total_wait(minute);
    assert_eq!(waits.sum::<Duration>().as_secs(), 3);
    let answer = Answer::parse(429, "").with_retry_after(60);
    assert_eq!(answer.retry().duration(), Some(minute));
    assert_eq!(Backoff::from(&answer).next(), Some(minute));
}

#[test]
fn a_request_knows_where_it_is_sent() {
    let update = UpdateCampaign::builder().name("Autumn campaign").build();
    let request = Request::from(&update).path("campaign_id", ID).unwrap();
    assert_eq!(request.url().unwrap(), format!("{BASE_URL}/campaigns/{ID}"));
    let error = Request::from(&update).url().unwrap_err();
    let expected = "PUT /campaigns/{campaign_id} needs a value for `campaign_id`: set it with `path`";
    assert_eq!(error.to_string(), expected);
    // A URL leads to the same request.
    let spaced = Request::new(Operation::GetThread).path("thread_id", "a b?ü").unwrap();
    assert_eq!(Request::of("GET", &spaced.url().unwrap()), Ok(spaced));
    assert_eq!(
        Request::new(Operation::ListDomains).query("?limit=5").url().unwrap(),
        format!("{BASE_URL}/domains?limit=5")
    );
    assert_eq!(API_KEY_HEADER, "X-API-Key");
    assert!(Operation::DeleteCampaign.is_idempotent() && !Operation::StarThread.is_idempotent());
    assert_eq!(ListCampaigns::from_query("?limit=5").unwrap().limit, Some(5));
    assert_eq!(ListCampaigns::from_query("limit=0").unwrap_err().findings()[0].span, Some(6..7));
}

#[test]
fn an_answer_says_what_the_server_said() {
    let taken = Answer::parse(409, r#"{"detail": "An email account with this address already exists."}"#);
    assert_eq!(taken.kind().field(), Some("email_address"));
    assert_eq!(taken.message().as_deref(), Some("An email account with this address already exists."));
    assert_eq!(Answer::parse(None, "<html>").message(), None);
    for body in
        [r#"{"name": "Hi"}"#, r#"{"name": "#, "[", r#"{"name": "Autumn campaign", "sending_days": [9]}"#]
    {
        let rejection = check(Operation::CreateCampaign, body).unwrap_err();
        let sent = Answer::parse(rejection.status(), rejection.body().to_string());
        assert_eq!(Answer::from(&rejection), sent, "{body}");
        assert_eq!(Answer::from(&rejection).detail(), sent.detail());
    }
}

#[test]
fn custom_fields_may_be_mixed() {
    let lead = AddLead::builder()
        .email("ada@example.com")
        .custom_fields([("plan", CustomValue::from("pro")), ("seats", 3.into()), ("trial", false.into())])
        .build()
        .unwrap();
    assert_eq!(
        serde_json::to_string(&lead.custom_fields).unwrap(),
        r#"{"plan":"pro","seats":3,"trial":false}"#
    );
}

#[test]
fn what_is_sent_is_what_was_set() {
    let list = ListCampaigns::builder().page(1).search("a&b").build();
    let request = Request::from(&list);
    assert_eq!(request.url().unwrap(), format!("{BASE_URL}/campaigns?page=1&search=a%26b"));
    assert_eq!(request.url_at("http://127.0.0.1").unwrap(), "http://127.0.0.1/campaigns?page=1&search=a%26b");
    assert_eq!(ListCampaigns::from_query(request.query_string().unwrap()), Ok(list));
    assert_eq!(Request::from(&ListCampaigns::default()).query_string(), None);
    let update =
        UpdateCampaign::builder().name("Hi").timezone(Patch::Null).daily_limit_per_inbox(Patch::Null).build();
    assert_eq!(
        serde_json::to_string(&update).unwrap(),
        r#"{"name":"Hi","daily_limit_per_inbox":null,"timezone":null}"#
    );
    let request = Request::from(&update).path("campaign_id", "42").unwrap();
    let rejection = request.check_typed(&update).unwrap_err();
    assert_eq!(rejection.findings().iter().map(|finding| finding.rule).next(), Some("path-campaign-id"));
    let sent =
        Checker::new().check(&request, &serde_json::to_vec(&update).unwrap()).into_result().unwrap_err();
    assert_eq!(rejection.body(), sent.body());
}

#[test]
fn advice_can_reject() {
    let denying = |body: &str| {
        let mut checker = Checker::new();
        checker.check(Operation::AddLead, body).into_result_denying(&["lead-email"]).map_err(|rejection| {
            rejection.findings().iter().map(|finding| finding.pointer()).collect::<Vec<_>>()
        })
    };
    assert_eq!(denying(r#"{"email": "ada@example.com", "nane": "Ada"}"#), Ok(()));
    assert_eq!(denying(r#"{"email": "nope"}"#), Err(vec!["/email".to_owned()]));
    let named =
        check(Operation::CreateCampaign, r#"{"name": "Autumn campaign", "sending_days": [9]}"#).unwrap_err();
    assert_eq!(
        (named.findings()[0].dotted(), named.body().items()[0].dotted()),
        ("sending_days[0]".to_owned(), "sending_days[0]".to_owned())
    );
    let both = vec!["/email".to_owned(), "/company".to_owned()];
    assert_eq!(denying(r#"{"company": ["x"], "email": "nope"}"#), Err(both));
    let lead = AddLead::new("nope");
    let mut checker = Checker::new();
    assert!(checker.check_typed(&lead).into_result_denying(&["lead-email"]).is_err());
    let error = serde_json::from_str::<Vec<AddLead>>("[\n{\"email\": \"a@b.co\"},\n{\"email\": null},\n{}]")
        .unwrap_err();
    assert_eq!(error.to_string(), "body.email: none is not an allowed value at line 3 column 15");
}

#[test]
fn only_what_is_safe_is_sent_again() {
    let waits = |operation, status| {
        let mut backoff = Backoff::default().for_operation(operation);
        backoff.heed(&Answer::parse(status, ""));
        backoff.next().is_some()
    };
    assert!(waits(Operation::AddLead, 429) && waits(Operation::UpdateCampaign, 503));
    assert!(!waits(Operation::AddLead, 503));
    // Without an answer, the request may have been carried out.
    assert!(Backoff::default().for_operation(Operation::GetLead).next().is_some());
    assert!(Backoff::default().for_operation(Operation::AddLead).next().is_none());
}
