//! Sender accounts: `POST /sender-accounts/smtp`.
use super::page;
use crate::rule::{CrossRule, RuleInfo};
use crate::shape::Limit;

request! {
    object "smtp-account", rules [PROVIDER_LIMIT], list_rules [];

    /// An e-mail account to send from: `POST /sender-accounts/smtp`.
    whole CreateSmtpAccount;

    // field      | kind                | presence      | evidence

    /// The address to send from.
    email_address | email(5..=255)      | required      | printed(SMTP);
    /// The sender's name, as recipients see it.
    display_name  | text(1..=255)       | required      | printed(SMTP);
    /// The provider.
    inbox_type    | choice(InboxType)   | required      | printed(SMTP);
    /// E-mails per day.
    daily_limit   | integer(1..=100000) | default(100)  | printed(PROVIDERS);
    /// The SMTP server.
    smtp_host     | text(1..=255)       | required      | printed(SMTP);
    /// The port of the SMTP server: 587 for STARTTLS, 465 for SSL.
    smtp_port     | integer(1..=65535)  | required      | printed(SMTP);
    /// The user at the SMTP server, mostly the address.
    smtp_username | text(1..=255)       | required      | printed(SMTP);
    /// The password at the SMTP server, best one made for this app.
    smtp_password | secret(1..=255)     | required      | corroborated(SMTP);
    /// Whether SMTP is encrypted.
    smtp_use_tls  | boolean             | default(true) | printed(SMTP);
    /// The IMAP server.
    imap_host     | text(1..=255)       | required      | corroborated(SMTP);
    /// The port of the IMAP server: 993 for SSL, 143 for STARTTLS.
    imap_port     | integer(1..=65535)  | required      | corroborated(SMTP);
    /// The user at the IMAP server.
    imap_username | text(1..=255)       | required      | corroborated(SMTP);
    /// The password at the IMAP server.
    imap_password | secret(1..=255)     | required      | corroborated(SMTP);
    /// Whether IMAP is encrypted.
    imap_use_ssl  | boolean             | default(true) | printed(SMTP);
}

choice! {
    /// The provider of a sender account.
    pub enum InboxType {
        /// Google Workspace.
        GoogleWorkspace = "GOOGLE_WORKSPACE",
        /// Outlook 365.
        Outlook365 = "OUTLOOK_365",
        /// Any other.
        CustomSmtp = "CUSTOM_SMTP",
    }
}

impl InboxType {
    /// E-mails per day that the provider allows, where that is less than any account may have.
    pub const fn daily_cap(self) -> Option<i64> {
        match self {
            InboxType::GoogleWorkspace => Some(2000),
            InboxType::Outlook365 => Some(5000),
            InboxType::CustomSmtp => None,
        }
    }
}

const PROVIDER_LIMIT: CrossRule = CrossRule {
    info: RuleInfo {
        id: "provider-daily-limit",
        about: "The daily limit is at most what the provider allows.",
        message: "daily_limit must be at most {} for {}",
        limit: Limit::Printed,
        page: page::PROVIDERS,
        since: "0.1.0",
    },
    reads: &["daily_limit", "inbox_type"],
    judge: |account| {
        let [limit, provider] = account else { return None };
        let provider = provider.text()?;
        let cap = InboxType::ALL.iter().find(|member| member.text() == provider)?.daily_cap()?;
        (limit.integer()? > cap).then(|| vec![cap.to_string(), provider.to_owned()])
    },
};
