//! Sender accounts: `POST /sender-accounts/smtp`, `…/coldsend-native`, both in bulk, `…/bulk/delete` and
//! `…/{inbox_id}/test-email`.
use crate::error::Evidence;
use crate::schema::page;
use crate::schema::rule::{Check, CrossRule, RuleInfo};
use crate::types::Reading;

request! {
    object "smtp-account", rules [PROVIDER_LIMIT], list_rules [];

    /// An e-mail account to send from: `POST /sender-accounts/smtp`.
    whole CreateSmtpAccount;

    // field      | kind                | presence      | evidence

    /// The address to send from.
    email_address | email(5..=255)      | required      | printed(SMTP);
    /// The sender's name, as recipients see it.
    display_name  | text(1..=255)       | required      | printed(SMTP) [required corroborated];
    /// The e-mail provider.
    inbox_type    | choice(InboxType)   | required      | printed(SMTP) [form printed chosen];
    /// The maximum number of e-mails per day.
    daily_limit   | integer(1..=100000) | default(100)  | printed(PROVIDERS) [required corroborated, min corroborated];
    /// The SMTP server.
    smtp_host     | text(1..=255)       | required      | printed(SMTP);
    /// The port of the SMTP server: 587 for STARTTLS, 465 for SSL.
    smtp_port     | integer(1..=65535)  | required      | printed(SMTP);
    /// The user name for the SMTP server, usually the address.
    smtp_username | text(1..=255)       | required      | printed(SMTP);
    /// The password for the SMTP server, preferably an app password.
    smtp_password | secret(1..=255)     | required      | corroborated(SMTP);
    /// Whether SMTP is encrypted.
    smtp_use_tls  | boolean             | default(true) | printed(SMTP) [required corroborated];
    /// The IMAP server.
    imap_host     | text(1..=255)       | required      | corroborated(SMTP);
    /// The port of the IMAP server: 993 for SSL, 143 for STARTTLS.
    imap_port     | integer(1..=65535)  | required      | corroborated(SMTP);
    /// The user name for the IMAP server.
    imap_username | text(1..=255)       | required      | corroborated(SMTP);
    /// The password for the IMAP server.
    imap_password | secret(1..=255)     | required      | corroborated(SMTP);
    /// Whether IMAP is encrypted.
    imap_use_ssl  | boolean             | default(true) | printed(SMTP) [required corroborated];
}

request! {
    object "smtp-accounts", rules [], list_rules [];

    /// E-mail accounts to send from: `POST /sender-accounts/smtp/bulk`.
    whole CreateSmtpAccounts;

    // field | kind                                   | presence | evidence

    /// The accounts to connect.
    inboxes  | list(1..=100, object(CreateSmtpAccount)) | required | printed(SMTP_BULK);
}

request! {
    object "native-account", rules [], list_rules [];

    /// An e-mail account on a domain of the workspace: `POST /sender-accounts/coldsend-native`.
    whole CreateNativeAccount;

    /// One of several e-mail accounts on a domain.
    whole NativeInbox;

    // field     | kind | alone    | in bulk  | evidence

    /// The domain of the account; it must be active.
    domain_id    | uuid | required | -        | printed(SENDERS);
    /// The part of the address before the @.
    email_prefix | text | required | required | printed(SENDERS);
    /// The sender's name, as recipients see it.
    display_name | text | nullable | nullable | printed(SENDERS);
}

request! {
    object "native-accounts", rules [], list_rules [];

    /// E-mail accounts on a domain of the workspace: `POST /sender-accounts/coldsend-native/bulk`.
    whole CreateNativeAccounts;

    // field  | kind                             | presence | evidence

    /// The domain of the accounts; it must be active.
    domain_id | uuid                             | required | printed(SENDERS);
    /// The accounts to create.
    inboxes   | list(1..=100, object(NativeInbox)) | required | printed(SENDERS) [min corroborated, max corroborated];
}

request! {
    object "delete-accounts", rules [CONFIRMED], list_rules [];

    /// Which e-mail accounts to delete: `POST /sender-accounts/bulk/delete`.
    whole DeleteAccounts;

    // field         | kind                | presence | evidence

    /// The accounts to delete; those in use are skipped.
    inbox_ids        | list(1..=100, uuid) | required | printed(BULK_DELETE);
    /// Confirms the deletion: it must be true.
    confirm_deletion | boolean             | required | printed(BULK_DELETE);
}

request! {
    object "test-email", rules [], list_rules [];

    /// Where to send a test e-mail: `POST /sender-accounts/{inbox_id}/test-email`.
    whole SendTestEmail;

    // field        | kind           | presence | evidence

    /// The address to send the test e-mail to.
    recipient_email | email(5..=255) | required | printed(TEST_EMAIL) [form guessed];
}

const CONFIRMED: CrossRule = CrossRule {
    info: RuleInfo {
        id: "delete-accounts-confirmed",
        about: "A bulk deletion must be confirmed.",
        message: "confirm_deletion must be true",
        evidence: Evidence::Printed,
        page: page::BULK_DELETE,
        since: since!(),
    },
    fields: &["confirm_deletion"],
    check: Check::True,
};

choice! {
    /// The provider of a sender account.
    pub enum InboxType {
        /// Google Workspace.
        GoogleWorkspace = "GOOGLE_WORKSPACE",
        /// Outlook 365.
        Outlook365 = "OUTLOOK_365",
        /// Any other provider.
        CustomSmtp = "CUSTOM_SMTP",
    }
}

impl InboxType {
    /// Returns the provider's maximum number of e-mails per day, if it is lower than the limit for all accounts.
    pub const fn daily_cap(self) -> Option<i64> {
        match self {
            InboxType::GoogleWorkspace => Some(2000),
            InboxType::Outlook365 => Some(5000),
            InboxType::CustomSmtp => None,
        }
    }

    /// Returns the servers for SMTP and IMAP that the documentation names.
    pub(crate) const fn hosts(self) -> Option<[&'static str; 2]> {
        match self {
            InboxType::GoogleWorkspace => Some(["smtp.gmail.com", "imap.gmail.com"]),
            InboxType::Outlook365 => Some(["smtp.office365.com", "outlook.office365.com"]),
            InboxType::CustomSmtp => None,
        }
    }

    /// Returns the ports for SMTP and IMAP that the documentation names.
    pub(crate) const fn ports(self) -> [&'static [i64]; 2] {
        match self {
            InboxType::GoogleWorkspace | InboxType::Outlook365 => [&[587], &[993]],
            InboxType::CustomSmtp => [&[587, 465], &[993, 143]],
        }
    }
}

const PROVIDER_LIMIT: CrossRule = CrossRule {
    info: RuleInfo {
        id: "provider-daily-limit",
        about: "The daily limit must not exceed what the provider allows.",
        message: "daily_limit must be at most {} for {}",
        evidence: Evidence::Printed,
        page: page::PROVIDERS,
        since: since!(),
    },
    fields: &["daily_limit", "inbox_type"],
    check: Check::Max(|provider| {
        let provider = provider.text()?;
        InboxType::ALL.iter().find(|member| member.text() == provider)?.daily_cap()
    }),
};
