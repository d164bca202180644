//! Sender accounts: `POST /sender-accounts/smtp`, `…/coldsend-native`, both in bulk, `…/bulk/delete` and
//! `…/{inbox_id}/test-email`.
use crate::advice::context::Look;
use crate::advice::style;
use crate::error::Evidence;
use crate::json::number;
use crate::schema::page;
use crate::schema::rule::{AdviceRule, CrossRule, Demand, RuleInfo};

request! {
    object "smtp-account", rules [PROVIDER_LIMIT], list_rules [],
        advice [CLIENT_LIMIT, PROVIDER_HOST, PROVIDER_PORT, ENCRYPTION, DISPLAY_NAME];

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

request! {
    object "smtp-accounts", rules [], list_rules [];

    /// E-mail accounts to send from: `POST /sender-accounts/smtp/bulk`.
    whole CreateSmtpAccounts;

    // field | kind                                   | presence | evidence

    /// The accounts.
    inboxes  | list(1..=100, object(CreateSmtpAccount)) | required | printed(SMTP_BULK);
}

request! {
    object "native-account", rules [], list_rules [], advice [DISPLAY_NAME];

    /// An e-mail account on a domain of the workspace: `POST /sender-accounts/coldsend-native`.
    whole CreateNativeAccount;

    /// One of several e-mail accounts on a domain.
    whole NativeInbox;

    // field     | kind | alone    | in bulk  | evidence

    /// The domain; it must be active.
    domain_id    | uuid | required | -        | printed(SENDERS);
    /// What stands before the @ of its address.
    email_prefix | text | required | required | printed(SENDERS);
    /// The sender's name, as recipients see it.
    display_name | text | nullable | nullable | printed(SENDERS);
}

request! {
    object "native-accounts", rules [], list_rules [];

    /// E-mail accounts on a domain of the workspace: `POST /sender-accounts/coldsend-native/bulk`.
    whole CreateNativeAccounts;

    // field  | kind                             | presence | evidence

    /// The domain; it must be active.
    domain_id | uuid                             | required | printed(SENDERS);
    /// The accounts.
    inboxes   | list(1..=100, object(NativeInbox)) | required | corroborated(SENDERS);
}

request! {
    object "delete-accounts", rules [CONFIRMED], list_rules [];

    /// Which e-mail accounts to delete: `POST /sender-accounts/bulk/delete`.
    whole DeleteAccounts;

    // field         | kind                | presence | evidence

    /// The accounts; those in use are passed over.
    inbox_ids        | list(1..=100, uuid) | required | printed(BULK_DELETE);
    /// That this is meant: it must be true.
    confirm_deletion | boolean             | required | printed(BULK_DELETE);
}

request! {
    object "test-email", rules [], list_rules [];

    /// Where to send a test e-mail: `POST /sender-accounts/{inbox_id}/test-email`.
    whole SendTestEmail;

    // field        | kind          | presence | evidence

    /// The address.
    recipient_email | text(5..=255) | required | printed(TEST_EMAIL);
}

const CONFIRMED: CrossRule = CrossRule {
    info: RuleInfo {
        id: "delete-accounts-confirmed",
        about: "A deletion in bulk must be confirmed.",
        message: "confirm_deletion must be true",
        limit: Evidence::Printed,
        page: page::BULK_DELETE,
        since: since!(),
    },
    reads: &["confirm_deletion"],
    demand: Demand::True,
};

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

    /// The servers for SMTP and IMAP that the documentation names.
    const fn hosts(self) -> Option<[&'static str; 2]> {
        match self {
            InboxType::GoogleWorkspace => Some(["smtp.gmail.com", "imap.gmail.com"]),
            InboxType::Outlook365 => Some(["smtp.office365.com", "outlook.office365.com"]),
            InboxType::CustomSmtp => None,
        }
    }

    /// The ports for SMTP and IMAP that it names.
    const fn ports(self) -> [&'static [i64]; 2] {
        match self {
            InboxType::GoogleWorkspace | InboxType::Outlook365 => [&[587], &[993]],
            InboxType::CustomSmtp => [&[587, 465], &[993, 143]],
        }
    }

    fn of(look: &Look<'_>) -> Option<Self> {
        let text = look.text(0)?;
        InboxType::ALL.iter().copied().find(|member| text.is(member.text()))
    }
}

const PROVIDER_LIMIT: CrossRule = CrossRule {
    info: RuleInfo {
        id: "provider-daily-limit",
        about: "The daily limit is at most what the provider allows.",
        message: "daily_limit must be at most {} for {}",
        limit: Evidence::Printed,
        page: page::PROVIDERS,
        since: since!(),
    },
    reads: &["daily_limit", "inbox_type"],
    demand: Demand::Cap(|provider| {
        let provider = provider.text()?;
        InboxType::ALL.iter().find(|member| member.text() == provider)?.daily_cap()
    }),
};

/// Encrypted from the start, or by STARTTLS after it.
const SMTP_OVER_TLS: i64 = 465;
const IMAP_STARTTLS: i64 = 143;
/// The most that the newest client lets an account send a day.
const CLIENT_MOST: i64 = 20;

const CLIENT_LIMIT: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "sender-limit-beyond-client",
        "The daily limit is at most what the vendor's newest client allows; the documentation allows more.",
        "daily_limit is above the {} that the newest client allows",
        Evidence::Client,
        page::CLIENT,
    )],
    reads: &["daily_limit"],
    look: |look| {
        if look.integer(0).is_some_and(|limit| limit > CLIENT_MOST) {
            look.note(0, 0, &[&number(CLIENT_MOST)]);
        }
    },
};

const PROVIDER_HOST: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "provider-host",
        "The servers are those that the documentation names for the provider.",
        "the server of {} is {}",
        Evidence::Recommended,
        page::PROVIDERS,
    )],
    reads: &["inbox_type", "smtp_host", "imap_host"],
    look: |look| {
        let Some((provider, hosts)) = InboxType::of(look).and_then(|of| Some((of, of.hosts()?))) else {
            return;
        };
        for (field, host) in (1..).zip(hosts) {
            if look.text(field).is_some_and(|sent| !sent.to_str().eq_ignore_ascii_case(host)) {
                look.note(0, field, &[provider.text(), host]);
            }
        }
    },
};

const PROVIDER_PORT: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "provider-port",
        "The ports are those that the documentation names for the provider.",
        "the port of {} is {}",
        Evidence::Recommended,
        page::PROVIDERS,
    )],
    reads: &["inbox_type", "smtp_port", "imap_port"],
    look: |look| {
        let Some(provider) = InboxType::of(look) else { return };
        for (field, ports) in (1..).zip(provider.ports()) {
            if look.integer(field).is_some_and(|sent| !ports.contains(&sent)) {
                let ports: Vec<String> = ports.iter().copied().map(number).collect();
                look.note(0, field, &[provider.text(), &ports.join(" or ")]);
            }
        }
    },
};

const ENCRYPTION: AdviceRule = AdviceRule {
    rules: &[RuleInfo::advice(
        "unencrypted-transport",
        "SMTP and IMAP are encrypted.",
        "the password and all mail travel in the clear",
        Evidence::Recommended,
        page::SENDERS,
    )],
    reads: &["smtp_use_tls", "imap_use_ssl", "smtp_port", "imap_port"],
    look: |look| {
        for (field, encrypted) in [(0, SMTP_OVER_TLS), (1, IMAP_STARTTLS)] {
            if look.boolean(field) == Some(false) && look.integer(field + 2) != Some(encrypted) {
                look.note(0, field, &[]);
            }
        }
    },
};

const DISPLAY_NAME: AdviceRule = AdviceRule {
    rules: &[
        RuleInfo::advice(
            "display-name-capitals",
            "The sender's name is not written in capitals.",
            "the name is all capitals",
            Evidence::Recommended,
            page::SENDERS,
        ),
        RuleInfo::advice(
            "display-name-punctuation",
            "The sender's name has no run of punctuation.",
            "the name has too much punctuation",
            Evidence::Recommended,
            page::SENDERS,
        ),
    ],
    reads: &["display_name"],
    look: |look| {
        let Some(style) = look.text(0).map(|text| style::of(text, look.host)) else { return };
        if style.is_shouted() {
            look.note(0, 0, &[]);
        }
        if style.is_heavy() {
            look.note(1, 0, &[]);
        }
    },
};
