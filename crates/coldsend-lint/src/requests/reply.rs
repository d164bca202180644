//! Conversations: `POST /replies/threads/{thread_id}/reply`, `GET /replies` and
//! `GET /replies/threads/{thread_id}/messages`.
use crate::error::Evidence;
use crate::python::base64;
use crate::schema::page;
use crate::schema::rule::{Check, CrossRule, ListCheck, ListRule, RuleInfo};
use crate::types::Reading;

request! {
    object "reply", rules [HAS_TEXT], list_rules [];

    /// A reply to a conversation: `POST /replies/threads/{thread_id}/reply`.
    whole SendReply;

    // field    | kind                           | presence | evidence

    /// The body of the reply, as plain text.
    body        | text                           | nullable | printed(REPLY);
    /// The body of the reply, as HTML.
    html_body   | text                           | nullable | printed(REPLY);
    /// Attached files.
    attachments | list(..=5, object(Attachment)) | nullable | printed(REPLY);
}

request! {
    object "attachment", rules [BASE64], list_rules [SIZE];

    /// An attached file.
    whole Attachment;

    // field       | kind | presence                            | evidence

    /// The name of the file.
    filename       | text | required                            | printed(REPLY);
    /// The content of the file, in base64.
    content_base64 | text | required                            | printed(REPLY);
    /// The media type of the file.
    content_type   | text | default("application/octet-stream") | printed(REPLY);
}

request! {
    object "list-replies", rules [], list_rules [];

    /// Which conversations to list: `GET /replies`.
    query ListReplies;

    // field    | kind             | presence    | evidence

    /// The page number, from 1.
    page        | integer          | default(1)  | printed(REPLIES);
    /// Conversations per page.
    limit       | integer(1..=100) | default(20) | printed(REPLIES);
    /// Return only conversations of this campaign.
    campaign_id | uuid             | nullable    | printed(REPLIES);
    /// Return only conversations that are read, or only those that are unread.
    is_read     | boolean          | nullable    | printed(REPLIES);
    /// Return only conversations that are starred, or only those that are not.
    is_starred  | boolean          | nullable    | printed(REPLIES);
    /// Return only conversations in this category.
    category    | text             | nullable    | printed(REPLIES);
}

request! {
    object "list-thread-messages", rules [], list_rules [];

    /// Which messages of a thread to list: `GET /replies/threads/{thread_id}/messages`.
    query ListThreadMessages;

    // field | kind             | presence    | evidence

    /// The page number, from 1.
    page     | integer(1..)     | default(1)  | printed(THREAD_MESSAGES);
    /// Messages per page.
    limit    | integer(1..=100) | default(50) | printed(THREAD_MESSAGES);
}

const HAS_TEXT: CrossRule = CrossRule {
    info: RuleInfo {
        id: "reply-has-text",
        about: "A reply must have a body, as plain text or as HTML.",
        message: "either body or html_body is required",
        evidence: Evidence::Printed,
        page: page::REPLY,
        since: since!(),
    },
    fields: &["body", "html_body"],
    check: Check::AtLeastOne,
};

const BASE64: CrossRule = CrossRule {
    info: RuleInfo {
        id: "attachment-base64",
        about: "The content of an attachment must be valid base64; characters outside its alphabet are ignored.",
        message: "content_base64 is not valid base64",
        evidence: Evidence::Printed,
        page: page::REPLY,
        since: since!(),
    },
    fields: &["content_base64"],
    check: Check::Custom(|attachment| {
        let content = attachment.first()?.text()?;
        Some(base64::decoded_length(&content).is_none())
    }),
};

/// Ten mebibytes, the larger meaning of 10 MB.
const MAX_BYTES: u64 = 10 * 1024 * 1024;

const SIZE: ListRule = ListRule {
    info: RuleInfo {
        id: "attachments-size",
        about: "All attachments together may be at most 10 MB, decoded.",
        message: "attachments must be at most 10 MB in total",
        evidence: Evidence::Printed,
        page: page::REPLY,
        since: since!(),
    },
    field: "content_base64",
    check: ListCheck::SumAtMost {
        max: MAX_BYTES,
        amount: |content| content.text().and_then(|content| base64::decoded_length(&content)).unwrap_or(0),
    },
};
