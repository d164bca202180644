//! Campaign updates.
use super::{Object, chance, pick, text};
use fastrand::Rng;
use serde_json::{Value, json};

const COLUMNS: [(&str, &str); 4] =
    [("email", "E-mail"), ("first_name", "First name"), ("last_name", "Last name"), ("company", "Company")];

pub(super) fn campaign(rng: &mut Rng) -> Object {
    let product = pick(rng, &text::PRODUCTS);
    let sender = format!("{} {}", pick(rng, &text::FIRST), pick(rng, &text::LAST));
    let mut campaign = Object::new();
    let mut put = |name: &str, value: Value| drop(campaign.insert(name.to_owned(), value));
    put("name", format!("Outreach: {} in {}", product[3], text::city(rng)).into());
    put("daily_limit_per_inbox", pick(rng, &[20, 25, 30, 40, 50]).into());
    if chance(rng, 40) {
        put("start_date", format!("2026-{:02}-{:02}T09:00:00Z", rng.u8(1..=12), rng.u8(1..=28)).into());
    }
    put("timezone", pick(rng, &["Europe/Berlin", "America/New_York", "Europe/London"]).into());
    put("sending_days", pick(rng, &[json!([1, 2, 3, 4, 5]), json!([2, 3, 4])].each_ref()).clone());
    put("sending_window_start", pick(rng, &[8, 9, 10]).into());
    put("sending_window_end", pick(rng, &[16, 17, 18]).into());
    put("enable_unsubscribe", chance(rng, 80).into());
    if chance(rng, 30) {
        put("ramp_up_enabled", true.into());
        put("ramp_up_increment", 5.into());
        put("ramp_up_max_limit", 40.into());
    }
    put("inbox_ids", (0..rng.usize(1..=5)).map(|_| uuid(rng)).collect());
    // Some updates only change settings; others have text, from one email to a whole sequence.
    let (emails, steps) = pick(rng, &[(0, 0), (1, 0), (2, 0), (2, 1), (3, 2)]);
    if emails > 0 {
        let columns = COLUMNS.iter().map(|(field, column)| ((*field).to_owned(), (*column).into()));
        put("lead_mapping", Value::Object(columns.collect()));
        put("variants", variants(emails, product, &sender, rng));
        put("launch", chance(rng, 50).into());
    }
    if steps > 0 {
        let step = |step: usize| {
            json!({
                "step_number": step + 2, "trigger_type": "NOT_REPLIED", "wait_days": pick(rng, &[2, 3, 5, 7]),
                "variants": variants(1, product, &sender, rng),
            })
        };
        put("sequences", (0..steps).map(step).collect());
    }
    campaign
}

fn variants(count: usize, product: [&str; 4], sender: &str, rng: &mut Rng) -> Value {
    let shares = [&[100][..], &[60, 40], &[40, 30, 30]][count - 1];
    let variant = |(name, share): (char, &u64)| {
        let paragraphs = rng.usize(1..=3);
        json!({
            "variant_name": name.to_string(),
            "subject_template": text::subject(product, rng),
            "email_content": text::mail(product, sender, paragraphs, rng),
            "distribution_percent": share,
        })
    };
    "ABC".chars().zip(shares).map(variant).collect()
}

fn uuid(rng: &mut Rng) -> Value {
    let digits = format!("{:032x}", rng.u128(..));
    let [a, b, c, d, e] = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    format!("{a}-{b}-{c}-{d}-{e}").into()
}

type Damage = fn(&mut Object, &mut Rng) -> bool;

/// Functions that each violate one rejecting constraint. They return `false` if the campaign lacks the fields for it.
pub(super) const DAMAGES: &[Damage] = &[
    |campaign, rng| set(campaign, "name", pick(rng, &["Q3", "Autumn"]).into()),
    |campaign, rng| {
        set(
            campaign,
            "daily_limit_per_inbox",
            pick(rng, &[json!(0), json!(150), json!("unlimited")].each_ref()).clone(),
        )
    },
    |campaign, rng| set(campaign, "sending_days", pick(rng, &[json!([]), json!(["Mon"])].each_ref()).clone()),
    |campaign, rng| set(campaign, "start_date", pick(rng, &["next Monday", "2026-13-01T09:00:00Z"]).into()),
    |campaign, _| set(campaign, "enable_tracking", "sometimes".into()),
    |campaign, _| set(campaign, "timezone", "Europe/Berlin ".repeat(10).into()),
    |campaign, _| set(campaign, "sending_window_end", 7.into()),
    |campaign, _| {
        campaign.get_mut("inbox_ids").is_some_and(|ids| replace(ids, 0, "grete@ledgerline.com".into()))
    },
    |campaign, _| variant(campaign, "email_content", "Hi there".into()),
    |campaign, _| variant(campaign, "variant_name", "A1".into()),
    |campaign, _| variant(campaign, "variant_label", "for everybody ".repeat(10).into()),
    |campaign, _| step(campaign, "wait_days", 45.into()),
    |campaign, _| step(campaign, "trigger_type", "NO_REPLY".into()),
    |campaign, _| step(campaign, "step_number", 1.into()),
    |campaign, _| variant(campaign, "distribution_percent", 10.into()),
];

fn set(campaign: &mut Object, name: &str, value: Value) -> bool {
    campaign.insert(name.to_owned(), value);
    true
}

fn replace(list: &mut Value, index: usize, value: Value) -> bool {
    list.get_mut(index).map(|item| *item = value).is_some()
}

fn variant(campaign: &mut Object, name: &str, value: Value) -> bool {
    let first =
        campaign.get_mut("variants").and_then(|variants| variants.get_mut(0)).and_then(Value::as_object_mut);
    first.is_some_and(|variant| set(variant, name, value))
}

fn step(campaign: &mut Object, name: &str, value: Value) -> bool {
    let first =
        campaign.get_mut("sequences").and_then(|steps| steps.get_mut(0)).and_then(Value::as_object_mut);
    first.is_some_and(|step| set(step, name, value))
}
