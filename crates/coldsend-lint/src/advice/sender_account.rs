//! Rules for sender accounts.
use super::context::{AdviceContext, Member};
use super::rule::AdviceRule;
use super::style::Style;
use super::text::{self, LEFTOVER_VALUE};
use crate::error::Evidence;
use crate::json::{Text, number};
use crate::requests::InboxType;
use crate::schema::page;
use crate::schema::rule::RuleInfo;

/// Ports that are encrypted even if the field says otherwise: from the start, or with STARTTLS.
const SMTP_OVER_TLS: i64 = 465;
const IMAP_STARTTLS: i64 = 143;
/// The highest daily limit that the newest client allows.
const MAX_CLIENT: i64 = 20;
/// The length of Google's app passwords.
const APP_PASSWORD_CHARACTERS: usize = 16;

pub(super) const CLIENT_LIMIT: AdviceRule = AdviceRule {
    rules: &[&SENDER_LIMIT_BEYOND_CLIENT],
    fields: &["daily_limit"],
    run: |context, fields| {
        let [limit] = fields else { return };
        if context.integer(limit).is_some_and(|limit| limit > MAX_CLIENT) {
            context.advise(&SENDER_LIMIT_BEYOND_CLIENT, limit, &[&number(MAX_CLIENT)]);
        }
    },
};

const SENDER_LIMIT_BEYOND_CLIENT: RuleInfo = RuleInfo::advice(
    "sender-limit-beyond-client",
    "The daily limit should be at most what the vendor's newest client allows; the documentation allows more.",
    "daily_limit is above {}, the maximum in the vendor's newest client",
    Evidence::Client,
    page::CLIENT,
);

pub(super) const PROVIDER_HOST: AdviceRule = AdviceRule {
    rules: &[&PROVIDER_HOST_INFO],
    fields: &["inbox_type", "smtp_host", "imap_host"],
    run: |context, fields| {
        let [provider, hosts @ ..] = fields else { return };
        let Some(provider) = inbox_type(context, provider) else { return };
        for (member, host) in hosts.iter().zip(provider.hosts().into_iter().flatten()) {
            let is_other = |sent: Text<'_>| match sent.escaped {
                false => !sent.raw.eq_ignore_ascii_case(host.as_bytes()),
                true => !sent.to_str().eq_ignore_ascii_case(host),
            };
            if context.text(member).is_some_and(is_other) {
                context.advise(&PROVIDER_HOST_INFO, member, &[provider.text(), host]);
            }
        }
    },
};

const PROVIDER_HOST_INFO: RuleInfo = RuleInfo::advice(
    "provider-host",
    "The servers should be those that the documentation names for the provider.",
    "the documented server for {} is {}",
    Evidence::Recommended,
    page::PROVIDERS,
);

pub(super) const PROVIDER_PORT: AdviceRule = AdviceRule {
    rules: &[&PROVIDER_PORT_INFO],
    fields: &["inbox_type", "smtp_port", "imap_port"],
    run: |context, fields| {
        let [provider, sent @ ..] = fields else { return };
        let Some(provider) = inbox_type(context, provider) else { return };
        for (member, ports) in sent.iter().zip(provider.ports()) {
            if context.integer(member).is_some_and(|sent| !ports.contains(&sent)) {
                let ports: Vec<String> = ports.iter().copied().map(number).collect();
                context.advise(&PROVIDER_PORT_INFO, member, &[provider.text(), &ports.join(" or ")]);
            }
        }
    },
};

const PROVIDER_PORT_INFO: RuleInfo = RuleInfo::advice(
    "provider-port",
    "The ports should be those that the documentation names for the provider.",
    "the documented port for {} is {}",
    Evidence::Recommended,
    page::PROVIDERS,
);

fn inbox_type<'v>(context: &AdviceContext<'_, 'v>, member: &Member<'v>) -> Option<InboxType> {
    let sent = context.text(member)?;
    InboxType::ALL.iter().copied().find(|inbox_type| sent.is(inbox_type.text()))
}

pub(super) const ENCRYPTION: AdviceRule = AdviceRule {
    rules: &[&UNENCRYPTED_TRANSPORT],
    fields: &["smtp_use_tls", "imap_use_ssl", "smtp_port", "imap_port"],
    run: |context, fields| {
        let [smtp_use_tls, imap_use_ssl, smtp_port, imap_port] = fields else { return };
        for (is_encrypted, port, encrypted_port) in
            [(smtp_use_tls, smtp_port, SMTP_OVER_TLS), (imap_use_ssl, imap_port, IMAP_STARTTLS)]
        {
            if context.boolean(is_encrypted) == Some(false) && context.integer(port) != Some(encrypted_port) {
                context.advise(&UNENCRYPTED_TRANSPORT, is_encrypted, &[]);
            }
        }
    },
};

const UNENCRYPTED_TRANSPORT: RuleInfo = RuleInfo::advice(
    "unencrypted-transport",
    "SMTP and IMAP should be encrypted.",
    "the password and all mail are sent unencrypted",
    Evidence::Recommended,
    page::SENDERS,
);

pub(super) const APP_PASSWORD: AdviceRule = AdviceRule {
    rules: &[&APP_PASSWORD_LENGTH],
    fields: &["inbox_type", "smtp_host", "smtp_password", "imap_password"],
    run: |context, fields| {
        let [provider, host, passwords @ ..] = fields else { return };
        let google = InboxType::GoogleWorkspace;
        let is_host =
            |host: Text<'_>| google.hosts().is_some_and(|[smtp, _]| host.to_str().eq_ignore_ascii_case(smtp));
        if inbox_type(context, provider) != Some(google) && !context.text(host).is_some_and(is_host) {
            return;
        }
        for password in passwords {
            if context.text(password).is_some_and(|sent| !is_app_password(sent)) {
                context.advise(&APP_PASSWORD_LENGTH, password, &[]);
            }
        }
    },
};

/// Returns whether a password has the length of an app password, without its spaces.
fn is_app_password(sent: Text<'_>) -> bool {
    if sent.raw.len() == APP_PASSWORD_CHARACTERS && sent.raw.iter().all(u8::is_ascii_alphanumeric) {
        return true;
    }
    let is_space = |c: u32| char::from_u32(c).is_some_and(char::is_whitespace);
    // A few more are enough to know.
    let few = sent.code_points().filter(|c| !is_space(*c)).take(APP_PASSWORD_CHARACTERS + 1);
    few.count() == APP_PASSWORD_CHARACTERS
}

/// Nothing of a password is shown, not even its length.
const APP_PASSWORD_LENGTH: RuleInfo = RuleInfo::advice(
    "app-password-length",
    "The password of a Google account should be an app password, which has 16 characters without its spaces.",
    "not 16 characters",
    Evidence::Recommended,
    page::PROVIDERS,
);

pub(super) const DISPLAY_NAME: AdviceRule = AdviceRule {
    rules: &[&LEFTOVER_VALUE, &DISPLAY_NAME_CAPITALS, &DISPLAY_NAME_PUNCTUATION],
    fields: &["display_name"],
    run: |context, fields| {
        let [name] = fields else { return };
        if let Some(left) = name.value.and_then(|value| text::left_at(context, value)) {
            context.advise(&LEFTOVER_VALUE, name, &[left]);
        }
        let Some(style) = Style::of(context, name) else { return };
        if style.is_shouted() {
            context.advise(&DISPLAY_NAME_CAPITALS, name, &[]);
        }
        if style.is_heavy() {
            context.advise(&DISPLAY_NAME_PUNCTUATION, name, &[]);
        }
    },
};

const DISPLAY_NAME_CAPITALS: RuleInfo = RuleInfo::advice(
    "display-name-capitals",
    "The sender's name should not be in all capitals.",
    "the name is in all capitals",
    Evidence::Recommended,
    page::SENDERS,
);

const DISPLAY_NAME_PUNCTUATION: RuleInfo = RuleInfo::advice(
    "display-name-punctuation",
    "The sender's name should have no runs of punctuation.",
    "the name has too much punctuation",
    Evidence::Recommended,
    page::SENDERS,
);
