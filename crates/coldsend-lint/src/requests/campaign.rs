//! Campaigns: `POST /campaigns`, `PUT /campaigns/{campaign_id}`, `GET /campaigns`, and their analytics: `GET
//! /analytics/campaigns` and `GET /analytics/campaigns/timeline`.
use super::sequence::{Sequence, SequenceEdit};
use super::variant::Variant;
use crate::error::Evidence;
use crate::schema::Page;
use crate::schema::page;
use crate::schema::rule::{Check, CrossRule, RuleInfo};
use crate::types::Reading;

request! {
    object "campaign", rules [WINDOW_ORDER, WINDOW_MIDNIGHT], list_rules [],
        retired [current_step: "omit it, since a campaign can be set up in any order"],
        known_elsewhere [enable_click_tracking];

    /// A campaign to create: `POST /campaigns`.
    whole CreateCampaign;

    /// Changes to a campaign: `PUT /campaigns/{campaign_id}`.
    partial UpdateCampaign;

    // field                    | kind                              | create                      | update       | evidence

    /// The name of the campaign.
    name                        | text(8..=255)                     | required                    | patch        | printed(ERRORS);
    /// The maximum number of e-mails per inbox per day; null means that the campaign sets no cap.
    daily_limit_per_inbox       | integer(1..=100)                  | nullable                    | patch        | printed(ERRORS);
    /// When sending starts, in the campaign's time zone; null means as soon as it is activated.
    start_date                  | datetime                          | nullable                    | patch        | printed(CREATE);
    /// The IANA time zone of the sending window.
    timezone                    | text(..=100)                      | default("America/New_York") | patch        | printed(CREATE);
    /// The days on which to send: 1 is Monday, 7 is Sunday.
    sending_days                | list(1..=7, integer(chosen 1..=7)) | default([1, 2, 3, 4, 5])   | patch        | printed(CREATE);
    /// The hour at which sending begins each day.
    sending_window_start        | integer(0..=23)                   | default(9)                  | patch        | printed(CREATE);
    /// The minute at which sending begins, in the hour of `sending_window_start`.
    sending_window_start_minute | integer(0..=59)                   | default(0)                  | patch        | printed(CREATE);
    /// The hour at which sending ends each day; 24 is midnight.
    sending_window_end          | integer(1..=24)                   | default(17)                 | patch        | printed(CREATE);
    /// The minute at which sending ends, in the hour of `sending_window_end`.
    sending_window_end_minute   | integer(0..=59)                   | default(0)                  | patch        | printed(CREATE);
    /// Whether opens are tracked with a pixel.
    enable_tracking             | boolean                           | default(false)              | patch        | printed(CREATE);
    /// Whether an unsubscribe link is added.
    enable_unsubscribe          | boolean                           | default(true)               | patch        | printed(CREATE);
    /// Whether the daily volume increases step by step.
    ramp_up_enabled             | boolean                           | default(false)              | patch        | corroborated(CREATE);
    /// How many e-mails per inbox each step of the ramp-up adds.
    ramp_up_increment           | integer(1..=100)                  | nullable                    | patch        | corroborated(CREATE);
    /// The number of e-mails per inbox per day at which the ramp-up ends.
    ramp_up_max_limit           | integer(1..=1000)                 | nullable                    | patch        | corroborated(CREATE);
    /// Maps lead fields to columns of the CSV file.
    lead_mapping                | map(text)                         | -                           | patch        | printed(UPDATE);
    /// The sender accounts to use.
    inbox_ids                   | list(1.., uuid)                   | -                           | patch        | printed(UPDATE);
    /// The variants of the first e-mail; leads are distributed among them by weight.
    variants                    | list(1..=4, object(Variant))      | -                           | patch        | printed(VARIANTS) [min guessed];
    /// The follow-ups.
    sequences                   | list(..=10, object(Sequence))     | -                           | patch        | printed(SEQUENCES) [max corroborated];
    /// Whether to check and activate the campaign.
    launch                      | boolean                           | -                           | patch(false) | printed(UPDATE);
    /// Whether clicks are tracked; needs a verified tracking domain.
    enable_click_tracking       | boolean                           | default(false)              | -            | client(CLIENT);
    /// Changes to the follow-ups of a paused campaign.
    sequence_edits              | list(.., object(SequenceEdit))    | -                           | patch        | client(CLIENT);
}

request! {
    object "list-campaigns", rules [], list_rules [];

    /// Which campaigns to list: `GET /campaigns`.
    query ListCampaigns;

    // field   | kind             | presence    | evidence

    /// The page number, from 1.
    page       | integer(1..)     | default(1)  | printed(LIST_CAMPAIGNS);
    /// Campaigns per page.
    limit      | integer(1..=100) | default(20) | printed(LIST_CAMPAIGNS);
    /// Return only items with this status.
    status     | text             | nullable    | printed(LIST_CAMPAIGNS);
    /// Return only campaigns whose name contains this.
    search     | text             | nullable    | printed(LIST_CAMPAIGNS);
    /// What to sort by.
    sort_by    | text             | nullable    | printed(LIST_CAMPAIGNS);
    /// How to sort: asc or desc.
    sort_order | text             | nullable    | printed(LIST_CAMPAIGNS);
    /// Return only campaigns created within this many days.
    days       | integer(1..)     | nullable    | printed(LIST_CAMPAIGNS);
}

request! {
    object "campaign-analytics", rules [ANALYTICS_DATES], list_rules [];

    /// Which campaigns to analyze: `GET /analytics/campaigns`.
    query ListCampaignAnalytics;

    // field  | kind | presence | evidence

    /// Return only items with this status.
    status    | text | nullable | printed(ANALYTICS);
    /// Return only campaigns launched on this day or later.
    from_date | date | nullable | printed(ANALYTICS);
    /// Return only campaigns launched on this day or earlier.
    to_date   | date | nullable | printed(ANALYTICS);
}

request! {
    object "campaign-timeline", rules [TIMELINE_DATES], list_rules [];

    /// Which days to report: `GET /analytics/campaigns/timeline`.
    query GetCampaignTimeline;

    // field  | kind | presence | evidence

    /// The first day; 90 days ago by default.
    from_date | date | nullable | printed(TIMELINE);
    /// The last day; today by default.
    to_date   | date | nullable | printed(TIMELINE);
}

choice! {
    /// The status of a campaign.
    pub enum CampaignStatus {
        /// It is being set up.
        Draft = "DRAFT",
        /// It is sending.
        Active = "ACTIVE",
        /// It is paused.
        Paused = "PAUSED",
        /// It has finished sending.
        Completed = "COMPLETED",
        /// It failed.
        Failed = "FAILED",
        /// It is read-only. Only the vendor's client has this status.
        Archived = "ARCHIVED",
    }

    /// What a campaign needs to be launched.
    pub enum Requirement {
        /// Leads to write to.
        Leads = "leads",
        /// Accounts to send from.
        Inboxes = "inboxes",
        /// Texts to send.
        Variants = "variants",
    }
}

/// Creates a rule about a date range. It is advice, because no page says how the API answers an empty range.
const fn dates(id: &'static str, page: Page) -> CrossRule {
    CrossRule {
        info: RuleInfo {
            id,
            about: "The date range should not end before it begins.",
            message: "to_date must not be before from_date",
            evidence: Evidence::Guessed,
            page,
            since: since!(),
        },
        fields: &["to_date", "from_date"],
        check: Check::Custom(|range| {
            let [to, from] = range else { return None };
            Some(to.integer()? < from.integer()?)
        }),
    }
}

const ANALYTICS_DATES: CrossRule = dates("campaign-analytics-dates", page::ANALYTICS);
const TIMELINE_DATES: CrossRule = dates("campaign-timeline-dates", page::TIMELINE);

/// If an update omits a part of the window, it is rejected only if no value of that part would be valid.
const WINDOW_ORDER: CrossRule = CrossRule {
    info: RuleInfo {
        id: "sending-window-order",
        about: "The sending window must end after it starts; on create, omitted parts take their defaults.",
        message: "sending_window_end must be after sending_window_start",
        evidence: Evidence::Printed,
        page: page::CREATE,
        since: since!(),
    },
    fields: &[
        "sending_window_end",
        "sending_window_end_minute",
        "sending_window_start",
        "sending_window_start_minute",
    ],
    check: Check::Custom(|window| {
        let [end, end_minute, start, start_minute] = window else { return None };
        let earliest_start = start.integer().unwrap_or(0) * 60 + start_minute.integer().unwrap_or(0);
        let latest_end = match (end.integer(), end_minute.integer()) {
            (Some(24), minute) => 24 * 60 + minute.unwrap_or(0),
            (Some(hour), minute) => hour * 60 + minute.unwrap_or(59),
            (None, None | Some(0)) => 24 * 60,
            (None, Some(minute)) => 23 * 60 + minute,
        };
        Some(latest_end <= earliest_start)
    }),
};

const WINDOW_MIDNIGHT: CrossRule = CrossRule {
    info: RuleInfo {
        id: "sending-window-midnight",
        about: "A sending window that ends at hour 24 must end at minute 0.",
        message: "sending_window_end_minute must be 0 when sending_window_end is 24",
        evidence: Evidence::Printed,
        page: page::CREATE_GUIDE,
        since: since!(),
    },
    fields: &["sending_window_end_minute", "sending_window_end"],
    check: Check::Max(|hour| (hour.integer() == Some(24)).then_some(0)),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{IntegerValue, Value};

    fn wrong(window: [Option<i64>; 4]) -> bool {
        let window = window.map(|time| time.map_or(Value::Null, |time| IntegerValue::of(time).into()));
        WINDOW_ORDER.check(&window.each_ref()).is_some()
    }

    #[test]
    fn a_window_is_wrong_only_if_nothing_unknown_can_make_it_right() {
        assert!(!wrong([Some(9), None, Some(9), None]), "09:00 to 09:59 is possible");
        assert!(wrong([Some(9), None, Some(10), None]));
        assert!(wrong([Some(9), Some(0), Some(9), Some(0)]));
        assert!(wrong([Some(9), None, Some(9), Some(59)]));
        assert!(!wrong([Some(24), None, Some(23), Some(59)]));
        assert!(!wrong([None, Some(30), Some(23), None]));
        assert!(!wrong([None; 4]));
    }
}
