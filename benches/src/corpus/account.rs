//! Sender accounts.
use super::{Object, chance, pick, text};
use fastrand::Rng;
use serde_json::{Value, json};

pub(super) fn account(rng: &mut Rng) -> Object {
    let (first, last) = (pick(rng, &text::FIRST), pick(rng, &text::LAST));
    let plain = |name: &str| name.to_lowercase().replace('é', "e").replace('ø', "o");
    let domain =
        format!("{}{}", plain(pick(rng, &text::PRODUCTS)[0]), pick(rng, &[".com", ".io", ".co.uk", ".de"]));
    let address = format!("{}.{}@{domain}", plain(first), plain(last));
    let mut password: String = (0..rng.usize(12..24)).map(|_| rng.alphanumeric()).collect();
    let (inbox_type, smtp, imap) = pick(
        rng,
        &[
            ("GOOGLE_WORKSPACE", "smtp.gmail.com", "imap.gmail.com"),
            ("OUTLOOK_365", "smtp.office365.com", "outlook.office365.com"),
            ("CUSTOM_SMTP", "smtp.example.com", "imap.example.com"),
        ],
    );
    if inbox_type == "GOOGLE_WORKSPACE" {
        // The length of an app password.
        password = password.chars().cycle().take(16).collect();
    }
    let mut account = json!({
        "email_address": address, "display_name": format!("{first} {last}"), "inbox_type": inbox_type,
        "daily_limit": pick(rng, &[5, 10, 15, 20]),
        "smtp_host": smtp, "smtp_port": 587, "smtp_username": address, "smtp_password": password,
        "imap_host": imap, "imap_port": 993, "imap_username": address, "imap_password": password,
    });
    if chance(rng, 70) {
        account["smtp_use_tls"] = true.into();
        account["imap_use_ssl"] = true.into();
    }
    account.as_object().cloned().unwrap_or_default()
}

type Damage = fn(&mut Object, &mut Rng) -> bool;

/// Functions that each violate one rejecting constraint.
pub(super) const DAMAGES: &[Damage] = &[
    |account, rng| {
        set(
            account,
            "email_address",
            pick(rng, &["grete at ledgerline.com", "grete..h@ledgerline.com"]).into(),
        )
    },
    |account, rng| {
        set(account, "smtp_port", pick(rng, &[json!(0), json!(70000), json!("default")].each_ref()).clone())
    },
    |account, rng| set(account, "imap_port", pick(rng, &[json!(0), json!(99300)].each_ref()).clone()),
    |account, rng| set(account, "inbox_type", pick(rng, &["GMAIL", "google_workspace"]).into()),
    |account, rng| set(account, "daily_limit", pick(rng, &[json!(0), json!(1_000_000)].each_ref()).clone()),
    |account, _| account.remove("imap_password").is_some(),
    |account, _| account.remove("display_name").is_some(),
    |account, _| account.remove("smtp_password").is_some(),
    |account, _| set(account, "smtp_host", "".into()),
    |account, _| set(account, "smtp_username", Value::Null),
    |account, _| set(account, "imap_use_ssl", "ssl".into()),
];

fn set(account: &mut Object, name: &str, value: Value) -> bool {
    account.insert(name.to_owned(), value);
    true
}
