//! `serde_json` into owned structs, then `garde` by derive.
use super::across;
use garde::{Error, Result, Validate};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
pub struct UpdateCampaign {
    #[garde(length(chars, min = 8, max = 255))]
    name: Option<String>,
    #[garde(range(min = 1, max = 100))]
    daily_limit_per_inbox: Option<i64>,
    #[garde(inner(custom(datetime)))]
    start_date: Option<String>,
    #[garde(length(chars, max = 100))]
    timezone: Option<String>,
    #[garde(length(min = 1, max = 7), inner(inner(range(min = 1, max = 7))))]
    sending_days: Option<Vec<i64>>,
    #[garde(range(min = 0, max = 23))]
    sending_window_start: Option<i64>,
    #[garde(range(min = 0, max = 59))]
    sending_window_start_minute: Option<i64>,
    #[garde(range(min = 1, max = 24), custom(|end: &Option<i64>, _: &()| window(self, *end)))]
    sending_window_end: Option<i64>,
    #[garde(range(min = 0, max = 59))]
    sending_window_end_minute: Option<i64>,
    #[allow(dead_code)]
    enable_tracking: Option<bool>,
    #[allow(dead_code)]
    enable_unsubscribe: Option<bool>,
    #[allow(dead_code)]
    ramp_up_enabled: Option<bool>,
    #[garde(range(min = 1, max = 100))]
    ramp_up_increment: Option<i64>,
    #[garde(range(min = 1, max = 1000))]
    ramp_up_max_limit: Option<i64>,
    #[allow(dead_code)]
    lead_mapping: Option<BTreeMap<String, String>>,
    #[garde(length(min = 1), inner(inner(custom(uuid))))]
    inbox_ids: Option<Vec<String>>,
    #[garde(length(max = 4), dive, custom(first_variants))]
    variants: Option<Vec<Variant>>,
    #[garde(length(max = 10), dive)]
    sequences: Option<Vec<Sequence>>,
    #[allow(dead_code)]
    launch: Option<bool>,
}

#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
struct Variant {
    #[garde(length(chars, max = 500))]
    subject_template: Option<String>,
    #[garde(length(chars, min = 10, max = 100_000))]
    email_content: String,
    #[garde(custom(letters))]
    #[serde(default = "default_name")]
    variant_name: String,
    #[garde(length(chars, max = 100))]
    variant_label: Option<String>,
    #[garde(range(min = 0, max = 100))]
    #[serde(default = "all")]
    distribution_percent: i64,
}

#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
struct Sequence {
    #[garde(range(min = 2, max = 11))]
    step_number: i64,
    #[allow(dead_code)]
    trigger_type: TriggerType,
    #[garde(range(min = 1, max = 30))]
    wait_days: i64,
    #[garde(dive, custom(fair_variants))]
    variants: Vec<Variant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum TriggerType {
    NotOpened,
    NotReplied,
    OpenedButNotReplied,
}

#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
pub struct CreateSmtpAccount {
    #[garde(length(chars, min = 5, max = 255), email)]
    email_address: String,
    #[garde(length(chars, min = 1, max = 255))]
    display_name: String,
    #[allow(dead_code)]
    inbox_type: InboxType,
    #[garde(range(min = 1, max = 100_000))]
    daily_limit: Option<i64>,
    #[garde(length(chars, min = 1, max = 255))]
    smtp_host: String,
    #[garde(range(min = 1, max = 65_535))]
    smtp_port: i64,
    #[garde(length(chars, min = 1, max = 255))]
    smtp_username: String,
    #[garde(length(chars, min = 1, max = 255))]
    smtp_password: String,
    #[allow(dead_code)]
    smtp_use_tls: Option<bool>,
    #[garde(length(chars, min = 1, max = 255))]
    imap_host: String,
    #[garde(range(min = 1, max = 65_535))]
    imap_port: i64,
    #[garde(length(chars, min = 1, max = 255))]
    imap_username: String,
    #[garde(length(chars, min = 1, max = 255))]
    imap_password: String,
    #[allow(dead_code)]
    imap_use_ssl: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum InboxType {
    GoogleWorkspace,
    #[serde(rename = "OUTLOOK_365")]
    Outlook365,
    CustomSmtp,
}

/// Returns the number of violations found in a body. If serde rejects the body, that is one.
pub fn violations<T: for<'de> Deserialize<'de> + Validate<Context = ()>>(body: &[u8]) -> usize {
    match serde_json::from_slice::<T>(body) {
        Err(_) => 1,
        Ok(request) => request.validate().map_or_else(|report| report.iter().count(), |()| 0),
    }
}

fn default_name() -> String {
    "A".to_owned()
}

fn all() -> i64 {
    100
}

fn demand(holds: bool, message: &'static str) -> Result {
    if holds { Ok(()) } else { Err(Error::new(message)) }
}

fn datetime(text: &str, (): &()) -> Result {
    demand(across::is_datetime(text), "invalid datetime format")
}

fn uuid(text: &str, (): &()) -> Result {
    demand(across::is_uuid(text), "value is not a valid uuid")
}

fn letters(name: &str, (): &()) -> Result {
    demand(across::are_letters(name), "variant_name must contain only letters")
}

fn window(campaign: &UpdateCampaign, end: Option<i64>) -> Result {
    let start = (campaign.sending_window_start, campaign.sending_window_start_minute);
    let end = (end, campaign.sending_window_end_minute);
    demand(across::ends_after_start(start, end), "sending_window_end must be after sending_window_start")
}

fn first_variants(variants: &Option<Vec<Variant>>, (): &()) -> Result {
    variants.as_ref().map_or(Ok(()), |variants| fair_variants(variants, &()))
}

fn fair_variants(variants: &[Variant], (): &()) -> Result {
    demand(
        across::are_unique(variants.iter().map(|variant| &*variant.variant_name)),
        "variant_name must be unique",
    )?;
    let sum: i64 = variants.iter().map(|variant| variant.distribution_percent).sum();
    demand(variants.is_empty() || sum == 100, "Variant distributions must sum to 100%")
}
