//! Rules for leads.
use super::context::Step;
use super::rule::AdviceRule;
use super::text::{self, LEFTOVER_VALUE};
use crate::error::{Evidence, suggest};
use crate::schema::page;
use crate::schema::rule::RuleInfo;

/// The names of columns whose values the fields have, in lowercase and without separators.
pub(crate) const COLUMNS: [(&str, &[&str]); 4] = [
    ("first_name", &["firstname", "fname"]),
    ("last_name", &["lastname", "lname", "surname"]),
    ("company", &["company", "companyname"]),
    ("title", &["title", "jobtitle"]),
];

/// The parts of addresses before the @ that several people read, or nobody.
static ROLES: [&str; 34] = [
    "abuse",
    "accounting",
    "accounts",
    "admin",
    "administrator",
    "billing",
    "careers",
    "contact",
    "donotreply",
    "enquiries",
    "feedback",
    "helpdesk",
    "hostmaster",
    "hr",
    "info",
    "inquiries",
    "jobs",
    "kontakt",
    "mailer-daemon",
    "marketing",
    "no-reply",
    "noc",
    "noreply",
    "office",
    "postmaster",
    "press",
    "privacy",
    "root",
    "sales",
    "security",
    "service",
    "spam",
    "support",
    "webmaster",
];

/// The length of the longest of them, in bytes.
const MAX_ROLE: usize = 13;

pub(super) const VALUES: AdviceRule = AdviceRule {
    rules: &[&LEFTOVER_VALUE, &COLUMN_NAME_AS_VALUE],
    fields: &["first_name", "last_name", "company", "title"],
    run: |context, fields| {
        for member in fields {
            let Some(text) = context.text(member) else { continue };
            let names = COLUMNS.iter().find(|(field, _)| *field == member.field.name);
            if let Some(left) = member.value.and_then(|value| text::left_at(context, value)) {
                context.advise(&LEFTOVER_VALUE, member, &[left]);
            } else if names.is_some_and(|(_, names)| text::is_name_of(text, names)) {
                context.advise(&COLUMN_NAME_AS_VALUE, member, &[]);
            }
        }
    },
};

pub(super) const CUSTOM_VALUES: AdviceRule = AdviceRule {
    rules: &[&LEFTOVER_VALUE, &COLUMN_NAME_AS_VALUE],
    fields: &["custom_fields"],
    run: |context, fields| {
        let [custom] = fields else { return };
        let Some(values) = custom.value else { return };
        for (key, value) in context.entries(values) {
            let Some(text) = context.text_at(value) else { continue };
            let key = key.to_str();
            let below = [Step::Key(&key)];
            if let Some(left) = text::left_at(context, value) {
                context.advise_at(&LEFTOVER_VALUE, custom, &below, value, &[left]);
            } else if text::is_name_of(text, &[&suggest::plain(&key)]) {
                context.advise_at(&COLUMN_NAME_AS_VALUE, custom, &below, value, &[]);
            }
        }
    },
};

pub(crate) const COLUMN_NAME_AS_VALUE: RuleInfo = RuleInfo::advice(
    "column-name-as-value",
    "A field should have the value of a column, not its name.",
    "this is the name of a column",
    Evidence::Guessed,
    page::LEAD,
);

pub(super) const ROLE: AdviceRule = AdviceRule {
    rules: &[&ROLE_ADDRESS],
    fields: &["email"],
    run: |context, fields| {
        let [email] = fields else { return };
        let Some(address) = context.text(email) else { return };
        if let Some(role) = role_of(address.raw) {
            context.advise(&ROLE_ADDRESS, email, &[role]);
        }
    },
};

/// Returns the role that an address is for, with or without a `+tag`.
pub(crate) fn role_of(address: &[u8]) -> Option<&'static str> {
    let is_end = |byte: &u8| !byte.is_ascii_alphabetic() && *byte != b'-';
    let end = address.get(..MAX_ROLE + 1).unwrap_or(address).iter().position(is_end)?;
    let (role, [b'@' | b'+', ..]) = address.split_at_checked(end)? else { return None };
    ROLES.iter().copied().find(|known| role.eq_ignore_ascii_case(known.as_bytes()))
}

pub(crate) const ROLE_ADDRESS: RuleInfo = RuleInfo::advice(
    "role-address",
    "A lead should be a person, not a role that several people share.",
    "{} is the address of a role",
    Evidence::Client,
    page::CLIENT,
);
