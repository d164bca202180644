//! Typed requests: what garde reports, what `check` answers, and what the same request gets as JSON.
use coldsend_lint::requests::*;
use coldsend_lint::{Operation, Rejection, check};
use garde::Validate;
use proptest::prelude::*;
use serde::Serialize;
use serde_json::json;

fn account() -> CreateSmtpAccount {
    CreateSmtpAccount {
        email_address: "ada@example.com".into(),
        display_name: "Ada".into(),
        inbox_type: InboxType::GoogleWorkspace,
        daily_limit: None,
        smtp_host: "smtp.gmail.com".into(),
        smtp_port: 587,
        smtp_username: "ada@example.com".into(),
        smtp_password: "not-a-real-password".into(),
        smtp_use_tls: None,
        imap_host: "imap.gmail.com".into(),
        imap_port: 993,
        imap_username: "ada@example.com".into(),
        imap_password: "not-a-real-password".into(),
        imap_use_ssl: None,
    }
}

#[test]
fn fields_that_are_not_set_are_not_sent() {
    let update = UpdateCampaign {
        name: "Autumn campaign".into(),
        timezone: Patch::Null,
        sending_days: vec![1, 2].into(),
        ..Default::default()
    };
    let sent = json!({"name": "Autumn campaign", "timezone": null, "sending_days": [1, 2]});
    assert_eq!(serde_json::to_value(&update).unwrap(), sent);
    let lead = AddLead::builder().email("ada@example.com").build().unwrap();
    assert_eq!(serde_json::to_string(&lead).unwrap(), r#"{"email":"ada@example.com"}"#);
}

#[test]
fn passwords_are_sent_and_not_shown() {
    let account = account();
    assert!(serde_json::to_string(&account).unwrap().contains("not-a-real-password"));
    let shown =
        format!("{account:?} {:?}", CreateSmtpAccount::builder().imap_password("not-a-real-password"));
    assert!(!shown.contains("not-a-real-password"), "{shown}");
    let wrong =
        CreateSmtpAccount { smtp_password: "".into(), imap_password: "x".repeat(256).into(), ..account };
    let rejection = wrong.check().unwrap_err();
    assert!(!format!("{rejection:?} {rejection}").contains("xx"));
    assert_eq!(rejection.findings().len(), 2);
    assert!(rejection.findings().iter().all(|finding| finding.measured.is_none()));
}

#[test]
fn a_builder_reports_missing_fields_as_the_api_does() {
    let rejection = Sequence::builder().wait_days(3).build().unwrap_err();
    let missing: Vec<_> = rejection.findings().iter().map(|finding| finding.rule).collect();
    assert_eq!(missing, ["sequence-step-number", "sequence-trigger-type", "sequence-variants"]);
    assert_eq!(rejection.status(), 422);
}

#[test]
fn rules_across_fields_hold_for_typed_requests() {
    let account = CreateSmtpAccount { daily_limit: Some(2001), ..account() };
    assert_eq!(
        account.validate().unwrap_err().to_string(),
        "daily_limit: daily_limit must be at most 2000 for GOOGLE_WORKSPACE\n"
    );
    let update = UpdateCampaign {
        sending_window_start: 10.into(),
        sending_window_end: 9.into(),
        ..Default::default()
    };
    assert_eq!(update.check().unwrap_err().findings()[0].rule, "sending-window-order");
}

#[test]
fn a_foreign_message_is_a_value_error() {
    let mut report = garde::Report::new();
    report
        .append(garde::Path::new("variants").join(1usize).join("variant_name"), garde::Error::new("too odd"));
    let rejection = Rejection::from(report);
    assert_eq!(
        rejection.body().to_string(),
        r#"{"detail":[{"loc":["body","variants",1,"variant_name"],"msg":"too odd","type":"value_error"}]}"#
    );
    assert_eq!(rejection.findings()[0].rule, "variant-name");
}

/// Generates text around the bounds of names and labels.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z]{0,3}", "[a-zé😀 ]{0,20}", Just("x".repeat(101)), Just("x".repeat(256))]
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![-1..110i64, Just(i64::MAX), Just(i64::MIN)]
}

fn patch<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Patch<T>> {
    prop_oneof![3 => Just(Patch::Unset), 1 => Just(Patch::Null), 6 => value.prop_map(Patch::Set)]
}

prop_compose! {
    fn variant()(
        subject_template in text(),
        email_content in text(),
        variant_name in prop::option::of("[A-Da-d1]{1,2}"),
        variant_label in prop::option::of(text()),
        distribution_percent in prop::option::of(prop_oneof![Just(50), number()]),
        content_type in prop::option::of(Just(ContentType::Html)),
    ) -> Variant {
        Variant { subject_template, email_content, variant_name, variant_label, distribution_percent, content_type }
    }
}

prop_compose! {
    fn follow_up()(
        step_number in number(),
        wait_days in number(),
        variants in prop::collection::vec(variant(), 0..3),
    ) -> Sequence {
        let variants = variants.into_iter().map(|v| SequenceVariant {
            subject_template: (!v.subject_template.is_empty()).then_some(v.subject_template),
            email_content: v.email_content,
            variant_name: v.variant_name,
            variant_label: v.variant_label,
            distribution_percent: v.distribution_percent,
            content_type: v.content_type,
        });
        Sequence {
            step_number,
            trigger_type: TriggerType::NotReplied,
            wait_days,
            variants: variants.collect(),
            enable_unsubscribe: None,
        }
    }
}

prop_compose! {
    fn update()(
        name in patch(text()),
        timezone in patch(text()),
        start_date in patch(prop_oneof![text(), Just("2025-01-15T09:00:00Z".to_owned())]),
        daily_limit_per_inbox in patch(number()),
        sending_days in patch(prop::collection::vec(0..9i64, 0..9)),
        window in [patch(0..25i64), patch(0..61i64), patch(0..25i64), patch(0..61i64)],
        lead_mapping in patch(prop::collection::btree_map(text(), text(), 0..3)),
        inbox_ids in patch(prop::collection::vec(prop_oneof![text(), Just("550e8400-e29b-41d4-a716-446655440000".to_owned())], 0..3)),
        variants in patch(prop::collection::vec(variant(), 0..6)),
        sequences in patch(prop::collection::vec(follow_up(), 0..3)),
    ) -> UpdateCampaign {
        let [sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute] = window;
        UpdateCampaign {
            name, timezone, start_date, daily_limit_per_inbox, sending_days, lead_mapping, inbox_ids, variants, sequences,
            sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute,
            ..Default::default()
        }
    }
}

prop_compose! {
    fn create()(
        name in text(),
        timezone in prop::option::of(text()),
        window in [prop::option::of(0..25i64), prop::option::of(0..61i64), prop::option::of(0..25i64), prop::option::of(0..61i64)],
        ramp_up_increment in prop::option::of(number()),
    ) -> CreateCampaign {
        let [sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute] = window;
        CreateCampaign {
            timezone, ramp_up_increment,
            sending_window_start, sending_window_start_minute, sending_window_end, sending_window_end_minute,
            ..CreateCampaign::builder().name(name).build().unwrap()
        }
    }
}

prop_compose! {
    fn any_account()(
        email_address in prop_oneof![text(), Just("ada@example.com".to_owned()), Just("a@b".to_owned())],
        inbox_type in prop::sample::select(InboxType::ALL),
        daily_limit in prop::option::of(prop_oneof![number(), 1990..2010i64, 4990..5010i64, 99_990..100_010i64]),
        smtp_port in number(),
        smtp_password in text(),
    ) -> CreateSmtpAccount {
        CreateSmtpAccount { email_address, inbox_type, daily_limit, smtp_port, smtp_password: smtp_password.into(), ..account() }
    }
}

prop_compose! {
    fn lead()(
        email in prop_oneof![text(), Just("ada@example.com".to_owned()), Just("ada@exämple.com".to_owned())],
        company in prop::option::of(text()),
        custom in prop::option::of(prop::collection::btree_map(text(), text().prop_map(CustomValue::from), 0..3)),
    ) -> AddLead {
        AddLead { company, custom_fields: custom, ..AddLead::builder().email(email).build().unwrap() }
    }
}

/// Asserts that garde's report, the typed check and the check of the request's JSON are the same.
fn agree<T: Serialize + Validate<Context = ()>>(
    operation: Operation,
    request: &T,
    typed: Result<(), Rejection>,
) -> Result<(), TestCaseError> {
    agree_with(operation, &serde_json::to_vec(request).unwrap(), request, typed)
}

/// Asserts the same for a request that is sent as these bytes.
fn agree_with<T: Validate<Context = ()>>(
    operation: Operation,
    sent: &[u8],
    request: &T,
    typed: Result<(), Rejection>,
) -> Result<(), TestCaseError> {
    let of_json = check(operation, sent).err();
    let of_report = request.validate().err().map(Rejection::from);
    let answer = |rejection: &Option<Rejection>| rejection.as_ref().map(ToString::to_string);
    prop_assert_eq!(answer(&typed.clone().err()), answer(&of_json));
    prop_assert_eq!(answer(&of_report), answer(&of_json));
    let rules = |rejection: Option<Rejection>| {
        rejection.map(|rejection| rejection.findings().iter().map(|finding| finding.rule).collect::<Vec<_>>())
    };
    let of_json = rules(of_json);
    prop_assert_eq!(rules(typed.err()), of_json.clone());
    // A report does not say which request it is about, so the rule is known only if no other request has the path.
    if !matches!(operation, Operation::DeleteAccounts | Operation::CreateNativeAccounts)
        && operation.query().is_none()
    {
        prop_assert_eq!(rules(of_report), of_json);
    }
    Ok(())
}

prop_compose! {
    fn native_accounts()(
        domain_id in prop_oneof![text(), Just("550e8400-e29b-41d4-a716-446655440000".to_owned())],
        names in prop::collection::vec(prop::option::of(text()), 0..4),
    ) -> CreateNativeAccounts {
        let inboxes = names.into_iter().map(|display_name| NativeInbox { email_prefix: "ada".into(), display_name });
        CreateNativeAccounts { domain_id, inboxes: inboxes.collect() }
    }
}

prop_compose! {
    fn small_lists()(
        page in prop::option::of(number()),
        limit in prop::option::of(number()),
        campaign_id in prop::option::of(prop_oneof![text(), Just("550e8400-e29b-41d4-a716-446655440000".to_owned())]),
        is_read in prop::option::of(any::<bool>()),
        word in prop::option::of("[a-z é&=%+😀]{0,9}"),
        date in prop::option::of(prop_oneof![text(), "20[0-9]{2}-0[0-9]-[0-3][0-9]"]),
    ) -> (ListReplies, ListThreadMessages, ListDomains, ListCampaignAnalytics) {
        (
            ListReplies { page, limit, campaign_id, is_read, is_starred: is_read, category: word.clone() },
            ListThreadMessages { page, limit },
            ListDomains { page, limit, status: word.clone() },
            ListCampaignAnalytics { status: word, from_date: date.clone(), to_date: date },
        )
    }
}

prop_compose! {
    fn reply()(
        body in prop::option::of(text()),
        html_body in prop::option::of(text()),
        attachments in prop::option::of(prop::collection::vec("[A-Za-z0-9+/ ]{0,9}={0,3}", 0..7)),
    ) -> SendReply {
        let attach = |content_base64| Attachment { filename: "a.txt".into(), content_base64, content_type: None };
        SendReply { body, html_body, attachments: attachments.map(|files| files.into_iter().map(attach).collect()) }
    }
}

prop_compose! {
    fn redirect()(target_domain in text(), status_code in prop::option::of(295..315i64)) -> SetDomainRedirect {
        SetDomainRedirect { target_domain, status_code, preserve_path: None, preserve_query_string: Some(false) }
    }
}

prop_compose! {
    fn campaign_list()(
        page in prop::option::of(number()),
        limit in prop::option::of(number()),
        search in prop::option::of("[a-z é&=%+😀]{0,9}"),
        days in prop::option::of(number()),
    ) -> ListCampaigns {
        ListCampaigns { page, limit, search, days, ..Default::default() }
    }
}

prop_compose! {
    fn timeline()(
        from_date in prop::option::of(prop_oneof![text(), "20[0-9]{2}-0[0-9]-[0-3][0-9]"]),
        to_date in prop::option::of("20[0-9]{2}-[0-9]{1,2}-[0-3][0-9]"),
    ) -> GetCampaignTimeline {
        GetCampaignTimeline { from_date, to_date }
    }
}

/// Returns a typed query as a query string with all values escaped.
fn query_string(query: &impl Serialize) -> Vec<u8> {
    let escape = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let value = serde_json::to_value(query).unwrap();
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let pairs =
        value.as_object().unwrap().iter().map(|(name, value)| format!("{name}={}", escape(&text(value))));
    pairs.collect::<Vec<_>>().join("&").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn native_accounts_agree(accounts in native_accounts()) {
        agree(Operation::CreateNativeAccounts, &accounts, accounts.check())?;
    }

    #[test]
    fn replies_agree(reply in reply()) {
        agree(Operation::SendReply, &reply, reply.check())?;
    }

    #[test]
    fn redirects_agree(redirect in redirect()) {
        agree(Operation::SetDomainRedirect, &redirect, redirect.check())?;
    }

    #[test]
    fn deletions_agree(ids in prop::collection::vec(text(), 0..3), confirm_deletion in any::<bool>()) {
        let deletion = DeleteAccounts { inbox_ids: ids, confirm_deletion };
        agree(Operation::DeleteAccounts, &deletion, deletion.check())?;
    }

    #[test]
    fn queries_agree(list in campaign_list(), timeline in timeline()) {
        agree_with(Operation::ListCampaigns, &query_string(&list), &list, list.check())?;
        agree_with(Operation::GetCampaignTimeline, &query_string(&timeline), &timeline, timeline.check())?;
    }

    #[test]
    fn small_lists_agree((replies, messages, domains, analytics) in small_lists()) {
        agree_with(Operation::ListReplies, &query_string(&replies), &replies, replies.check())?;
        agree_with(Operation::ListThreadMessages, &query_string(&messages), &messages, messages.check())?;
        agree_with(Operation::ListDomains, &query_string(&domains), &domains, domains.check())?;
        agree_with(Operation::ListCampaignAnalytics, &query_string(&analytics), &analytics, analytics.check())?;
    }

    #[test]
    fn small_requests_agree(domain in text(), name in prop::option::of(text()), recipient_email in text()) {
        let inbox = CreateNativeAccount { domain_id: domain.clone(), email_prefix: domain.clone(), display_name: name };
        agree(Operation::CreateNativeAccount, &inbox, inbox.check())?;
        let test = SendTestEmail { recipient_email };
        agree(Operation::SendTestEmail, &test, test.check())?;
        let domain = CreateDomain { domain };
        agree(Operation::CreateDomain, &domain, domain.check())?;
    }

    #[test]
    fn accounts_in_bulk_agree(inboxes in prop::collection::vec(any_account(), 0..4)) {
        let accounts = CreateSmtpAccounts { inboxes };
        agree(Operation::CreateSmtpAccounts, &accounts, accounts.check())?;
    }

    #[test]
    fn updates_agree(update in update()) {
        agree(Operation::UpdateCampaign, &update, update.check())?;
    }

    #[test]
    fn campaigns_agree(create in create()) {
        agree(Operation::CreateCampaign, &create, create.check())?;
    }

    #[test]
    fn accounts_agree(account in any_account()) {
        agree(Operation::CreateSmtpAccount, &account, account.check())?;
    }

    #[test]
    fn leads_agree(lead in lead()) {
        agree(Operation::AddLead, &lead, lead.check())?;
    }
}
