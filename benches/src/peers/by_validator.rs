//! `serde_json` into owned structs, then `validator` by derive. Its errors keep the values, so the structs are `Serialize`.
use super::across;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

#[derive(Deserialize, Serialize, Validate)]
#[validate(schema(function = window))]
pub struct UpdateCampaign {
    #[validate(length(min = 8, max = 255))]
    name: Option<String>,
    #[validate(range(min = 1, max = 100))]
    daily_limit_per_inbox: Option<i64>,
    #[validate(custom(function = datetime))]
    start_date: Option<String>,
    #[validate(length(max = 100))]
    timezone: Option<String>,
    #[validate(length(min = 1, max = 7), custom(function = days))]
    sending_days: Option<Vec<i64>>,
    #[validate(range(min = 0, max = 23))]
    sending_window_start: Option<i64>,
    #[validate(range(min = 0, max = 59))]
    sending_window_start_minute: Option<i64>,
    #[validate(range(min = 1, max = 24))]
    sending_window_end: Option<i64>,
    #[validate(range(min = 0, max = 59))]
    sending_window_end_minute: Option<i64>,
    #[allow(dead_code)]
    enable_tracking: Option<bool>,
    #[allow(dead_code)]
    enable_unsubscribe: Option<bool>,
    #[allow(dead_code)]
    ramp_up_enabled: Option<bool>,
    #[validate(range(min = 1, max = 100))]
    ramp_up_increment: Option<i64>,
    #[validate(range(min = 1, max = 1000))]
    ramp_up_max_limit: Option<i64>,
    #[allow(dead_code)]
    lead_mapping: Option<BTreeMap<String, String>>,
    #[validate(length(min = 1), custom(function = uuids))]
    inbox_ids: Option<Vec<String>>,
    #[validate(length(max = 4), nested, custom(function = fair_variants))]
    variants: Option<Vec<Variant>>,
    #[validate(length(max = 10), nested)]
    sequences: Option<Vec<Sequence>>,
    #[allow(dead_code)]
    launch: Option<bool>,
}

#[derive(Deserialize, Serialize, Validate)]
struct Variant {
    #[validate(length(max = 500))]
    subject_template: Option<String>,
    #[validate(length(min = 10, max = 100_000))]
    email_content: String,
    #[validate(custom(function = letters))]
    #[serde(default = "default_name")]
    variant_name: String,
    #[validate(length(max = 100))]
    variant_label: Option<String>,
    #[validate(range(min = 0, max = 100))]
    #[serde(default = "all")]
    distribution_percent: i64,
}

#[derive(Deserialize, Serialize, Validate)]
struct Sequence {
    #[validate(range(min = 2, max = 11))]
    step_number: i64,
    #[allow(dead_code)]
    trigger_type: TriggerType,
    #[validate(range(min = 1, max = 30))]
    wait_days: i64,
    #[validate(nested, custom(function = fair_variants))]
    variants: Vec<Variant>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum TriggerType {
    NotOpened,
    NotReplied,
    OpenedButNotReplied,
}

#[derive(Deserialize, Serialize, Validate)]
pub struct CreateSmtpAccount {
    #[validate(length(min = 5, max = 255), email)]
    email_address: String,
    #[validate(length(min = 1, max = 255))]
    display_name: String,
    #[allow(dead_code)]
    inbox_type: InboxType,
    #[validate(range(min = 1, max = 100_000))]
    daily_limit: Option<i64>,
    #[validate(length(min = 1, max = 255))]
    smtp_host: String,
    #[validate(range(min = 1, max = 65_535))]
    smtp_port: i64,
    #[validate(length(min = 1, max = 255))]
    smtp_username: String,
    #[validate(length(min = 1, max = 255))]
    smtp_password: String,
    #[allow(dead_code)]
    smtp_use_tls: Option<bool>,
    #[validate(length(min = 1, max = 255))]
    imap_host: String,
    #[validate(range(min = 1, max = 65_535))]
    imap_port: i64,
    #[validate(length(min = 1, max = 255))]
    imap_username: String,
    #[validate(length(min = 1, max = 255))]
    imap_password: String,
    #[allow(dead_code)]
    imap_use_ssl: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum InboxType {
    GoogleWorkspace,
    #[serde(rename = "OUTLOOK_365")]
    Outlook365,
    CustomSmtp,
}

/// Returns the number of violations found in a body. If serde rejects the body, that is one.
pub fn violations<T: for<'de> Deserialize<'de> + Validate>(body: &[u8]) -> usize {
    match serde_json::from_slice::<T>(body) {
        Err(_) => 1,
        Ok(request) => request.validate().map_or_else(|errors| count(&errors), |()| 0),
    }
}

fn count(errors: &ValidationErrors) -> usize {
    let of = |kind: &ValidationErrorsKind| match kind {
        ValidationErrorsKind::Struct(errors) => count(errors),
        ValidationErrorsKind::List(items) => items.values().map(|errors| count(errors)).sum(),
        ValidationErrorsKind::Field(errors) => errors.len(),
    };
    errors.errors().values().map(of).sum()
}

fn default_name() -> String {
    "A".to_owned()
}

fn all() -> i64 {
    100
}

fn demand(holds: bool, code: &'static str) -> Result<(), ValidationError> {
    if holds { Ok(()) } else { Err(ValidationError::new(code)) }
}

fn datetime(text: &str) -> Result<(), ValidationError> {
    demand(across::is_datetime(text), "datetime")
}

fn days(days: &[i64]) -> Result<(), ValidationError> {
    demand(days.iter().all(|day| (1..=7).contains(day)), "day")
}

fn uuids(ids: &[String]) -> Result<(), ValidationError> {
    demand(ids.iter().all(|id| across::is_uuid(id)), "uuid")
}

fn letters(name: &str) -> Result<(), ValidationError> {
    demand(across::are_letters(name), "letters")
}

fn window(campaign: &UpdateCampaign) -> Result<(), ValidationError> {
    let start = (campaign.sending_window_start, campaign.sending_window_start_minute);
    let end = (campaign.sending_window_end, campaign.sending_window_end_minute);
    demand(across::ends_after_start(start, end), "window")
}

fn fair_variants(variants: &[Variant]) -> Result<(), ValidationError> {
    demand(across::are_unique(variants.iter().map(|variant| &*variant.variant_name)), "unique")?;
    let sum: i64 = variants.iter().map(|variant| variant.distribution_percent).sum();
    demand(variants.is_empty() || sum == 100, "sum")
}
