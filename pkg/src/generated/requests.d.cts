// Written by `cargo xtask generate` from crates/coldsend-lint/src/requests: change it there.

/** A campaign to create: `POST /campaigns`. */
export interface CreateCampaign {
  /**
   * The name of the campaign.
   *
   * Text of 8 to 255 characters; required.
   *
   * Rule `campaign-name`, printed: https://docs.coldsend.pro/reference/errors
   */
  name: string;
  /**
   * The maximum number of e-mails per inbox per day; null means that the campaign sets no cap.
   *
   * Whole number from 1 to 100; optional, may be null.
   *
   * Rule `campaign-daily-limit-per-inbox`, printed: https://docs.coldsend.pro/reference/errors
   */
  daily_limit_per_inbox?: number | null | undefined;
  /**
   * When sending starts, in the campaign's time zone; null means as soon as it is activated.
   *
   * Date and time; optional, may be null.
   *
   * Rule `campaign-start-date`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  start_date?: string | Date | null | undefined;
  /**
   * The IANA time zone of the sending window.
   *
   * Text of at most 100 characters; not null; "America/New_York" by default.
   *
   * Rule `campaign-timezone`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  timezone?: string | undefined;
  /**
   * The days on which to send: 1 is Monday, 7 is Sunday.
   *
   * List of 1 to 7 items, each item: whole number from 1 to 7; not null; [1, 2, 3, 4, 5] by default.
   *
   * Rule `campaign-sending-days`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_days?: readonly number[] | undefined;
  /**
   * The hour at which sending begins each day.
   *
   * Whole number from 0 to 23; not null; 9 by default.
   *
   * Rule `campaign-sending-window-start`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_start?: number | undefined;
  /**
   * The minute at which sending begins, in the hour of `sending_window_start`.
   *
   * Whole number from 0 to 59; not null; 0 by default.
   *
   * Rule `campaign-sending-window-start-minute`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_start_minute?: number | undefined;
  /**
   * The hour at which sending ends each day; 24 is midnight.
   *
   * Whole number from 1 to 24; not null; 17 by default.
   *
   * Rule `campaign-sending-window-end`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_end?: number | undefined;
  /**
   * The minute at which sending ends, in the hour of `sending_window_end`.
   *
   * Whole number from 0 to 59; not null; 0 by default.
   *
   * Rule `campaign-sending-window-end-minute`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_end_minute?: number | undefined;
  /**
   * Whether opens are tracked with a pixel.
   *
   * True or false; not null; false by default.
   *
   * Rule `campaign-enable-tracking`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  enable_tracking?: boolean | undefined;
  /**
   * Whether an unsubscribe link is added.
   *
   * True or false; not null; true by default.
   *
   * Rule `campaign-enable-unsubscribe`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  enable_unsubscribe?: boolean | undefined;
  /**
   * Whether the daily volume increases step by step.
   *
   * True or false; not null; false by default.
   *
   * Rule `campaign-ramp-up-enabled`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_enabled?: boolean | undefined;
  /**
   * How many e-mails per inbox each step of the ramp-up adds.
   *
   * Whole number from 1 to 100; optional, may be null.
   *
   * Rule `campaign-ramp-up-increment`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_increment?: number | null | undefined;
  /**
   * The number of e-mails per inbox per day at which the ramp-up ends.
   *
   * Whole number from 1 to 1000; optional, may be null.
   *
   * Rule `campaign-ramp-up-max-limit`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_max_limit?: number | null | undefined;
  /**
   * Whether clicks are tracked; needs a verified tracking domain.
   *
   * Presumably true or false, but that is not certain enough to reject anything.
   *
   * Rule `campaign-enable-click-tracking`, client: coldsend-mcp-server 0.2.2
   */
  enable_click_tracking?: boolean | undefined;
}

/** A variant of the first e-mail. */
export interface Variant {
  /**
   * The subject, as a template.
   *
   * Text of 1 to 500 characters; required. Advice only: At least 1 character.
   *
   * Rule `variant-subject-template`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  subject_template: string;
  /**
   * The text, as a template; plain text by default.
   *
   * Text of 10 to 100000 characters; required.
   *
   * Rule `variant-email-content`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  email_content: string;
  /**
   * The name of the variant, in letters; the documentation uses A to D. The server converts it to upper case.
   *
   * Text; not null; "A" by default.
   *
   * Rule `variant-name`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  variant_name?: string | undefined;
  /**
   * The label of the variant in the analytics.
   *
   * Text of at most 100 characters; optional, may be null.
   *
   * Rule `variant-label`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  variant_label?: string | null | undefined;
  /**
   * The percentage of leads that get the variant.
   *
   * Whole number from 0 to 100; not null; 100 by default.
   *
   * Rule `variant-distribution-percent`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  distribution_percent?: number | undefined;
  /**
   * The content type of the text.
   *
   * Presumably one of `plaintext`, `html`, `raw_html`, but that is not certain enough to reject anything.
   *
   * Rule `variant-content-type`, client: coldsend-mcp-server 0.2.2
   */
  content_type?: "plaintext" | "html" | "raw_html" | (string & {}) | null | undefined;
}

/** A variant of a follow-up; its subject is optional. */
export interface SequenceVariant {
  /**
   * The subject, as a template.
   *
   * Text of 1 to 500 characters; optional, may be null. Advice only: At least 1 character.
   *
   * Rule `variant-subject-template`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  subject_template?: string | null | undefined;
  /**
   * The text, as a template; plain text by default.
   *
   * Text of 10 to 100000 characters; required.
   *
   * Rule `variant-email-content`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  email_content: string;
  /**
   * The name of the variant, in letters; the documentation uses A to D. The server converts it to upper case.
   *
   * Text; not null; "A" by default.
   *
   * Rule `variant-name`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  variant_name?: string | undefined;
  /**
   * The label of the variant in the analytics.
   *
   * Text of at most 100 characters; optional, may be null.
   *
   * Rule `variant-label`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  variant_label?: string | null | undefined;
  /**
   * The percentage of leads that get the variant.
   *
   * Whole number from 0 to 100; not null; 100 by default.
   *
   * Rule `variant-distribution-percent`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  distribution_percent?: number | undefined;
  /**
   * The content type of the text.
   *
   * Presumably one of `plaintext`, `html`, `raw_html`, but that is not certain enough to reject anything.
   *
   * Rule `variant-content-type`, client: coldsend-mcp-server 0.2.2
   */
  content_type?: "plaintext" | "html" | "raw_html" | (string & {}) | null | undefined;
}

/** A follow-up. */
export interface Sequence {
  /**
   * The position of the follow-up in the sequence; step 1 is the first e-mail.
   *
   * Whole number from 2 to 11; required.
   *
   * Rule `sequence-step-number`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  step_number: number;
  /**
   * Which leads get the follow-up.
   *
   * One of `NOT_OPENED`, `NOT_REPLIED`, `OPENED_BUT_NOT_REPLIED`; required.
   *
   * Rule `sequence-trigger-type`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  trigger_type: "NOT_OPENED" | "NOT_REPLIED" | "OPENED_BUT_NOT_REPLIED";
  /**
   * Days to wait after the previous step.
   *
   * Whole number from 1 to 30; required.
   *
   * Rule `sequence-wait-days`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  wait_days: number;
  /**
   * The variants of the follow-up; leads are distributed among them by weight.
   *
   * List of 1 to 4 items, each item: object (SequenceVariant); required. Advice only: At least 1 item; At most 4 items.
   *
   * Rule `sequence-variants`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  variants: readonly SequenceVariant[];
  /**
   * Whether an unsubscribe link is added; null means the campaign's setting.
   *
   * True or false; optional, may be null.
   *
   * Rule `sequence-enable-unsubscribe`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  enable_unsubscribe?: boolean | null | undefined;
}

/** A change to the follow-ups of a paused campaign. Only the vendor's client has it. */
export interface SequenceEdit {
  /**
   * What to do with the follow-up.
   *
   * Presumably one of `add`, `edit`, `delete`, but that is not certain enough to reject anything.
   *
   * Rule `sequence-action`, client: coldsend-mcp-server 0.2.2
   */
  action?: "add" | "edit" | "delete" | (string & {}) | undefined;
  /**
   * The follow-up to edit or delete.
   *
   * Presumably UUID, but that is not certain enough to reject anything.
   *
   * Rule `sequence-id`, client: coldsend-mcp-server 0.2.2
   */
  sequence_id?: string | null | undefined;
  /**
   * The position of the follow-up in the sequence; step 1 is the first e-mail.
   *
   * Whole number from 2 to 11; optional, may be null.
   *
   * Rule `sequence-step-number`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  step_number?: number | null | undefined;
  /**
   * Which leads get the follow-up.
   *
   * One of `NOT_OPENED`, `NOT_REPLIED`, `OPENED_BUT_NOT_REPLIED`; optional, may be null.
   *
   * Rule `sequence-trigger-type`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  trigger_type?: "NOT_OPENED" | "NOT_REPLIED" | "OPENED_BUT_NOT_REPLIED" | null | undefined;
  /**
   * Days to wait after the previous step.
   *
   * Whole number from 1 to 30; optional, may be null.
   *
   * Rule `sequence-wait-days`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  wait_days?: number | null | undefined;
  /**
   * The variants of the follow-up; leads are distributed among them by weight.
   *
   * List of 1 to 4 items, each item: object (SequenceVariant); optional, may be null. Advice only: At least 1 item; At most 4 items.
   *
   * Rule `sequence-variants`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  variants?: readonly SequenceVariant[] | null | undefined;
}

/** Changes to a campaign: `PUT /campaigns/{campaign_id}`. */
export interface UpdateCampaign {
  /**
   * The name of the campaign.
   *
   * Text of 8 to 255 characters; optional; keeps its value if omitted.
   *
   * Rule `campaign-name`, printed: https://docs.coldsend.pro/reference/errors
   */
  name?: string | null | undefined;
  /**
   * The maximum number of e-mails per inbox per day; null means that the campaign sets no cap.
   *
   * Whole number from 1 to 100; optional; keeps its value if omitted.
   *
   * Rule `campaign-daily-limit-per-inbox`, printed: https://docs.coldsend.pro/reference/errors
   */
  daily_limit_per_inbox?: number | null | undefined;
  /**
   * When sending starts, in the campaign's time zone; null means as soon as it is activated.
   *
   * Date and time; optional; keeps its value if omitted.
   *
   * Rule `campaign-start-date`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  start_date?: string | Date | null | undefined;
  /**
   * The IANA time zone of the sending window.
   *
   * Text of at most 100 characters; optional; keeps its value if omitted.
   *
   * Rule `campaign-timezone`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  timezone?: string | null | undefined;
  /**
   * The days on which to send: 1 is Monday, 7 is Sunday.
   *
   * List of 1 to 7 items, each item: whole number from 1 to 7; optional; keeps its value if omitted.
   *
   * Rule `campaign-sending-days`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_days?: readonly number[] | null | undefined;
  /**
   * The hour at which sending begins each day.
   *
   * Whole number from 0 to 23; optional; keeps its value if omitted.
   *
   * Rule `campaign-sending-window-start`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_start?: number | null | undefined;
  /**
   * The minute at which sending begins, in the hour of `sending_window_start`.
   *
   * Whole number from 0 to 59; optional; keeps its value if omitted.
   *
   * Rule `campaign-sending-window-start-minute`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_start_minute?: number | null | undefined;
  /**
   * The hour at which sending ends each day; 24 is midnight.
   *
   * Whole number from 1 to 24; optional; keeps its value if omitted.
   *
   * Rule `campaign-sending-window-end`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_end?: number | null | undefined;
  /**
   * The minute at which sending ends, in the hour of `sending_window_end`.
   *
   * Whole number from 0 to 59; optional; keeps its value if omitted.
   *
   * Rule `campaign-sending-window-end-minute`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  sending_window_end_minute?: number | null | undefined;
  /**
   * Whether opens are tracked with a pixel.
   *
   * True or false; optional; keeps its value if omitted.
   *
   * Rule `campaign-enable-tracking`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  enable_tracking?: boolean | null | undefined;
  /**
   * Whether an unsubscribe link is added.
   *
   * True or false; optional; keeps its value if omitted.
   *
   * Rule `campaign-enable-unsubscribe`, printed: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  enable_unsubscribe?: boolean | null | undefined;
  /**
   * Whether the daily volume increases step by step.
   *
   * True or false; optional; keeps its value if omitted.
   *
   * Rule `campaign-ramp-up-enabled`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_enabled?: boolean | null | undefined;
  /**
   * How many e-mails per inbox each step of the ramp-up adds.
   *
   * Whole number from 1 to 100; optional; keeps its value if omitted.
   *
   * Rule `campaign-ramp-up-increment`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_increment?: number | null | undefined;
  /**
   * The number of e-mails per inbox per day at which the ramp-up ends.
   *
   * Whole number from 1 to 1000; optional; keeps its value if omitted.
   *
   * Rule `campaign-ramp-up-max-limit`, corroborated: https://docs.coldsend.pro/api-reference/campaigns/create-campaign
   */
  ramp_up_max_limit?: number | null | undefined;
  /**
   * Maps lead fields to columns of the CSV file.
   *
   * Object with any keys, each value: text; optional; keeps its value if omitted.
   *
   * Rule `campaign-lead-mapping`, printed: https://docs.coldsend.pro/api-reference/campaigns/update-campaign
   */
  lead_mapping?: { readonly [key: string]: string } | null | undefined;
  /**
   * The sender accounts to use.
   *
   * List of at least 1 item, each item: UUID; optional; keeps its value if omitted.
   *
   * Rule `campaign-inbox-ids`, printed: https://docs.coldsend.pro/api-reference/campaigns/update-campaign
   */
  inbox_ids?: readonly string[] | null | undefined;
  /**
   * The variants of the first e-mail; leads are distributed among them by weight.
   *
   * List of 1 to 4 items, each item: object (Variant); optional; keeps its value if omitted. Advice only: At least 1 item.
   *
   * Rule `campaign-variants`, printed: https://docs.coldsend.pro/campaigns/variants
   */
  variants?: readonly Variant[] | null | undefined;
  /**
   * The follow-ups.
   *
   * List of at most 10 items, each item: object (Sequence); optional; keeps its value if omitted.
   *
   * Rule `campaign-sequences`, printed: https://docs.coldsend.pro/campaigns/sequences
   */
  sequences?: readonly Sequence[] | null | undefined;
  /**
   * Whether to check and activate the campaign.
   *
   * True or false; optional; keeps its value if omitted.
   *
   * Rule `campaign-launch`, printed: https://docs.coldsend.pro/api-reference/campaigns/update-campaign
   */
  launch?: boolean | null | undefined;
  /**
   * Changes to the follow-ups of a paused campaign.
   *
   * Presumably list, each item: object (SequenceEdit), but that is not certain enough to reject anything.
   *
   * Rule `campaign-sequence-edits`, client: coldsend-mcp-server 0.2.2
   */
  sequence_edits?: readonly SequenceEdit[] | null | undefined;
}

/** A lead to add to a campaign: `POST /campaigns/{campaign_id}/leads/manual`. */
export interface AddLead {
  /**
   * The lead's address.
   *
   * E-mail address; required. Advice only: One plain address, such as ada@example.com.
   *
   * Rule `lead-email`, printed: https://docs.coldsend.pro/api-reference/leads/add-a-single-lead-manually
   */
  email: string;
  /**
   * The lead's first name.
   *
   * Text; optional, may be null.
   *
   * Rule `lead-first-name`, printed: https://docs.coldsend.pro/api-reference/leads/add-a-single-lead-manually
   */
  first_name?: string | null | undefined;
  /**
   * The lead's last name.
   *
   * Text; optional, may be null.
   *
   * Rule `lead-last-name`, printed: https://docs.coldsend.pro/api-reference/leads/add-a-single-lead-manually
   */
  last_name?: string | null | undefined;
  /**
   * The lead's company.
   *
   * Text; optional, may be null.
   *
   * Rule `lead-company`, printed: https://docs.coldsend.pro/api-reference/leads/add-a-single-lead-manually
   */
  company?: string | null | undefined;
  /**
   * Custom fields, for templates.
   *
   * Object with any keys, each value: anything; optional, may be null.
   *
   * Rule `lead-custom-fields`, printed: https://docs.coldsend.pro/api-reference/leads/add-a-single-lead-manually
   */
  custom_fields?: { readonly [key: string]: unknown } | null | undefined;
  /**
   * The lead's job title.
   *
   * Presumably text, but that is not certain enough to reject anything.
   *
   * Rule `lead-title`, client: coldsend-mcp-server 0.2.2
   */
  title?: string | null | undefined;
}

/** An e-mail account to send from: `POST /sender-accounts/smtp`. */
export interface CreateSmtpAccount {
  /**
   * The address to send from.
   *
   * E-mail address of 5 to 255 characters; required.
   *
   * Rule `smtp-account-email-address`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  email_address: string;
  /**
   * The sender's name, as recipients see it.
   *
   * Text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-display-name`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  display_name: string;
  /**
   * The e-mail provider.
   *
   * One of `GOOGLE_WORKSPACE`, `OUTLOOK_365`, `CUSTOM_SMTP`; required.
   *
   * Rule `smtp-account-inbox-type`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  inbox_type: "GOOGLE_WORKSPACE" | "OUTLOOK_365" | "CUSTOM_SMTP";
  /**
   * The maximum number of e-mails per day.
   *
   * Whole number from 1 to 100000; not null; 100 by default.
   *
   * Rule `smtp-account-daily-limit`, printed: https://docs.coldsend.pro/sender-accounts/providers
   */
  daily_limit?: number | undefined;
  /**
   * The SMTP server.
   *
   * Text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-smtp-host`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  smtp_host: string;
  /**
   * The port of the SMTP server: 587 for STARTTLS, 465 for SSL.
   *
   * Whole number from 1 to 65535; required.
   *
   * Rule `smtp-account-smtp-port`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  smtp_port: number;
  /**
   * The user name for the SMTP server, usually the address.
   *
   * Text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-smtp-username`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  smtp_username: string;
  /**
   * The password for the SMTP server, preferably an app password.
   *
   * Secret text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-smtp-password`, corroborated: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  smtp_password: string;
  /**
   * Whether SMTP is encrypted.
   *
   * True or false; not null; true by default.
   *
   * Rule `smtp-account-smtp-use-tls`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  smtp_use_tls?: boolean | undefined;
  /**
   * The IMAP server.
   *
   * Text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-imap-host`, corroborated: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  imap_host: string;
  /**
   * The port of the IMAP server: 993 for SSL, 143 for STARTTLS.
   *
   * Whole number from 1 to 65535; required.
   *
   * Rule `smtp-account-imap-port`, corroborated: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  imap_port: number;
  /**
   * The user name for the IMAP server.
   *
   * Text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-imap-username`, corroborated: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  imap_username: string;
  /**
   * The password for the IMAP server.
   *
   * Secret text of 1 to 255 characters; required.
   *
   * Rule `smtp-account-imap-password`, corroborated: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  imap_password: string;
  /**
   * Whether IMAP is encrypted.
   *
   * True or false; not null; true by default.
   *
   * Rule `smtp-account-imap-use-ssl`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-smtp-email-account
   */
  imap_use_ssl?: boolean | undefined;
}

/** E-mail accounts to send from: `POST /sender-accounts/smtp/bulk`. */
export interface CreateSmtpAccounts {
  /**
   * The accounts to connect.
   *
   * List of 1 to 100 items, each item: object (CreateSmtpAccount); required.
   *
   * Rule `smtp-accounts-inboxes`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/add-multiple-smtp-email-accounts
   */
  inboxes: readonly CreateSmtpAccount[];
}

/** An e-mail account on a domain of the workspace: `POST /sender-accounts/coldsend-native`. */
export interface CreateNativeAccount {
  /**
   * The domain of the account; it must be active.
   *
   * UUID; required.
   *
   * Rule `native-account-domain-id`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  domain_id: string;
  /**
   * The part of the address before the @.
   *
   * Text; required.
   *
   * Rule `native-account-email-prefix`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  email_prefix: string;
  /**
   * The sender's name, as recipients see it.
   *
   * Text; optional, may be null.
   *
   * Rule `native-account-display-name`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  display_name?: string | null | undefined;
}

/** One of several e-mail accounts on a domain. */
export interface NativeInbox {
  /**
   * The part of the address before the @.
   *
   * Text; required.
   *
   * Rule `native-account-email-prefix`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  email_prefix: string;
  /**
   * The sender's name, as recipients see it.
   *
   * Text; optional, may be null.
   *
   * Rule `native-account-display-name`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  display_name?: string | null | undefined;
}

/** E-mail accounts on a domain of the workspace: `POST /sender-accounts/coldsend-native/bulk`. */
export interface CreateNativeAccounts {
  /**
   * The domain of the accounts; it must be active.
   *
   * UUID; required.
   *
   * Rule `native-accounts-domain-id`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  domain_id: string;
  /**
   * The accounts to create.
   *
   * List of 1 to 100 items, each item: object (NativeInbox); required.
   *
   * Rule `native-accounts-inboxes`, printed: https://docs.coldsend.pro/sender-accounts/overview
   */
  inboxes: readonly NativeInbox[];
}

/** Which e-mail accounts to delete: `POST /sender-accounts/bulk/delete`. */
export interface DeleteAccounts {
  /**
   * The accounts to delete; those in use are skipped.
   *
   * List of 1 to 100 items, each item: UUID; required.
   *
   * Rule `delete-accounts-inbox-ids`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/bulk-delete-sender-accounts
   */
  inbox_ids: readonly string[];
  /**
   * Confirms the deletion: it must be true.
   *
   * True or false; required.
   *
   * Rule `delete-accounts-confirm-deletion`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/bulk-delete-sender-accounts
   */
  confirm_deletion: boolean;
}

/** Where to send a test e-mail: `POST /sender-accounts/{inbox_id}/test-email`. */
export interface SendTestEmail {
  /**
   * The address to send the test e-mail to.
   *
   * E-mail address of 5 to 255 characters; required. Advice only: One plain address, such as ada@example.com.
   *
   * Rule `test-email-recipient-email`, printed: https://docs.coldsend.pro/api-reference/sender-accounts/send-test-email
   */
  recipient_email: string;
}

/** A domain to send from: `POST /domains`. */
export interface CreateDomain {
  /**
   * The name of the domain.
   *
   * Text; required.
   *
   * Rule `domain-domain`, printed: https://docs.coldsend.pro/domains/overview
   */
  domain: string;
}

/** Where a domain redirects to: `POST /domains/{domain_id}/redirect`. */
export interface SetDomainRedirect {
  /**
   * The host to redirect to, without a scheme or path.
   *
   * Text; required.
   *
   * Rule `redirect-target-domain`, printed: https://docs.coldsend.pro/api-reference/domains/create-or-update-domain-redirect
   */
  target_domain: string;
  /**
   * The HTTP status: 301 is permanent, 302 is temporary.
   *
   * Whole number from 301 to 308; not null; 301 by default.
   *
   * Rule `redirect-status-code`, printed: https://docs.coldsend.pro/api-reference/domains/create-or-update-domain-redirect
   */
  status_code?: number | undefined;
  /**
   * Whether the path is kept.
   *
   * True or false; not null; true by default.
   *
   * Rule `redirect-preserve-path`, printed: https://docs.coldsend.pro/api-reference/domains/create-or-update-domain-redirect
   */
  preserve_path?: boolean | undefined;
  /**
   * Whether the query string is kept.
   *
   * True or false; not null; true by default.
   *
   * Rule `redirect-preserve-query-string`, printed: https://docs.coldsend.pro/api-reference/domains/create-or-update-domain-redirect
   */
  preserve_query_string?: boolean | undefined;
}

/** An attached file. */
export interface Attachment {
  /**
   * The name of the file.
   *
   * Text; required.
   *
   * Rule `attachment-filename`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  filename: string;
  /**
   * The content of the file, in base64.
   *
   * Text; required.
   *
   * Rule `attachment-content-base64`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  content_base64: string;
  /**
   * The media type of the file.
   *
   * Text; not null; "application/octet-stream" by default.
   *
   * Rule `attachment-content-type`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  content_type?: string | undefined;
}

/** A reply to a conversation: `POST /replies/threads/{thread_id}/reply`. */
export interface SendReply {
  /**
   * The body of the reply, as plain text.
   *
   * Text; optional, may be null.
   *
   * Rule `reply-body`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  body?: string | null | undefined;
  /**
   * The body of the reply, as HTML.
   *
   * Text; optional, may be null.
   *
   * Rule `reply-html-body`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  html_body?: string | null | undefined;
  /**
   * Attached files.
   *
   * List of at most 5 items, each item: object (Attachment); optional, may be null.
   *
   * Rule `reply-attachments`, printed: https://docs.coldsend.pro/api-reference/replies/send-a-reply
   */
  attachments?: readonly Attachment[] | null | undefined;
}

/** Which campaigns to list: `GET /campaigns`. */
export interface ListCampaigns {
  /**
   * The page number, from 1.
   *
   * Whole number, 1 or more; not null; 1 by default.
   *
   * Rule `list-campaigns-page`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  page?: number | undefined;
  /**
   * Campaigns per page.
   *
   * Whole number from 1 to 100; not null; 20 by default.
   *
   * Rule `list-campaigns-limit`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  limit?: number | undefined;
  /**
   * Return only items with this status.
   *
   * Text; optional.
   *
   * Rule `list-campaigns-status`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  status?: string | undefined;
  /**
   * Return only campaigns whose name contains this.
   *
   * Text; optional.
   *
   * Rule `list-campaigns-search`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  search?: string | undefined;
  /**
   * What to sort by.
   *
   * Text; optional.
   *
   * Rule `list-campaigns-sort-by`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  sort_by?: string | undefined;
  /**
   * How to sort: asc or desc.
   *
   * Text; optional.
   *
   * Rule `list-campaigns-sort-order`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  sort_order?: string | undefined;
  /**
   * Return only campaigns created within this many days.
   *
   * Whole number, 1 or more; optional.
   *
   * Rule `list-campaigns-days`, printed: https://docs.coldsend.pro/api-reference/campaigns/list-campaigns
   */
  days?: number | undefined;
}

/** Which domains to list: `GET /domains`. */
export interface ListDomains {
  /**
   * The page number, from 1.
   *
   * Whole number, 1 or more; not null; 1 by default.
   *
   * Rule `list-domains-page`, printed: https://docs.coldsend.pro/api-reference/domains/list-domains
   */
  page?: number | undefined;
  /**
   * Domains per page.
   *
   * Whole number from 1 to 100; not null; 20 by default.
   *
   * Rule `list-domains-limit`, printed: https://docs.coldsend.pro/api-reference/domains/list-domains
   */
  limit?: number | undefined;
  /**
   * Return only items with this status.
   *
   * Text; optional.
   *
   * Rule `list-domains-status`, printed: https://docs.coldsend.pro/api-reference/domains/list-domains
   */
  status?: string | undefined;
}

/** Which conversations to list: `GET /replies`. */
export interface ListReplies {
  /**
   * The page number, from 1.
   *
   * Whole number; not null; 1 by default.
   *
   * Rule `list-replies-page`, printed: https://docs.coldsend.pro/replies/overview
   */
  page?: number | undefined;
  /**
   * Conversations per page.
   *
   * Whole number from 1 to 100; not null; 20 by default.
   *
   * Rule `list-replies-limit`, printed: https://docs.coldsend.pro/replies/overview
   */
  limit?: number | undefined;
  /**
   * Return only conversations of this campaign.
   *
   * UUID; optional.
   *
   * Rule `list-replies-campaign-id`, printed: https://docs.coldsend.pro/replies/overview
   */
  campaign_id?: string | undefined;
  /**
   * Return only conversations that are read, or only those that are unread.
   *
   * True or false; optional.
   *
   * Rule `list-replies-is-read`, printed: https://docs.coldsend.pro/replies/overview
   */
  is_read?: boolean | undefined;
  /**
   * Return only conversations that are starred, or only those that are not.
   *
   * True or false; optional.
   *
   * Rule `list-replies-is-starred`, printed: https://docs.coldsend.pro/replies/overview
   */
  is_starred?: boolean | undefined;
  /**
   * Return only conversations in this category.
   *
   * Text; optional.
   *
   * Rule `list-replies-category`, printed: https://docs.coldsend.pro/replies/overview
   */
  category?: string | undefined;
}

/** Which messages of a thread to list: `GET /replies/threads/{thread_id}/messages`. */
export interface ListThreadMessages {
  /**
   * The page number, from 1.
   *
   * Whole number, 1 or more; not null; 1 by default.
   *
   * Rule `list-thread-messages-page`, printed: https://docs.coldsend.pro/api-reference/replies/get-thread-messages
   */
  page?: number | undefined;
  /**
   * Messages per page.
   *
   * Whole number from 1 to 100; not null; 50 by default.
   *
   * Rule `list-thread-messages-limit`, printed: https://docs.coldsend.pro/api-reference/replies/get-thread-messages
   */
  limit?: number | undefined;
}

/** Which campaigns to analyze: `GET /analytics/campaigns`. */
export interface ListCampaignAnalytics {
  /**
   * Return only items with this status.
   *
   * Text; optional.
   *
   * Rule `campaign-analytics-status`, printed: https://docs.coldsend.pro/analytics/overview
   */
  status?: string | undefined;
  /**
   * Return only campaigns launched on this day or later.
   *
   * Date; optional.
   *
   * Rule `campaign-analytics-from-date`, printed: https://docs.coldsend.pro/analytics/overview
   */
  from_date?: string | undefined;
  /**
   * Return only campaigns launched on this day or earlier.
   *
   * Date; optional.
   *
   * Rule `campaign-analytics-to-date`, printed: https://docs.coldsend.pro/analytics/overview
   */
  to_date?: string | undefined;
}

/** Which days to report: `GET /analytics/campaigns/timeline`. */
export interface GetCampaignTimeline {
  /**
   * The first day; 90 days ago by default.
   *
   * Date; optional.
   *
   * Rule `campaign-timeline-from-date`, printed: https://docs.coldsend.pro/api-reference/analytics/get-campaign-activity-timeline
   */
  from_date?: string | undefined;
  /**
   * The last day; today by default.
   *
   * Date; optional.
   *
   * Rule `campaign-timeline-to-date`, printed: https://docs.coldsend.pro/api-reference/analytics/get-campaign-activity-timeline
   */
  to_date?: string | undefined;
}

/** What you know about a campaign. */
export interface KnownCampaign {
  /** The id of the campaign. */
  campaign_id: string;
  /** The status of the campaign. */
  status?: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "FAILED" | "ARCHIVED" | null | undefined;
  /** Whether it has leads, which a launch needs. */
  has_leads?: boolean | null | undefined;
  /** Whether it has inboxes, which a launch needs. */
  has_inboxes?: boolean | null | undefined;
  /** Whether it has variants, which a launch needs. */
  has_variants?: boolean | null | undefined;
}

/** What you know before you send a request. Everything is optional: checks that need an unknown fact are skipped. */
export interface Situation {
  /** The API key in `X-API-Key`; null if none is sent. */
  api_key?: string | null | undefined;
  /** Whether the API key is valid: true if it has worked, false if it is unknown or revoked. */
  api_key_valid?: boolean | null | undefined;
  /** The scopes of the API key, such as `campaigns:update`, `campaigns:all` or `*`. */
  scopes?: readonly string[] | null | undefined;
  /** How many seconds ago each of the latest requests was sent; only those of the last hour count. */
  requests_seconds_ago?: readonly number[] | null | undefined;
  /** How many seconds you still have to wait because of the rate limit, if known; it overrides `requests_seconds_ago`. */
  wait_seconds?: number | null | undefined;
  /** Campaigns of the team, each listed once, with what you know about it. */
  campaigns?: readonly KnownCampaign[] | null | undefined;
  /** The ids of all campaigns of the team: one that is neither here nor in `campaigns` does not exist. */
  campaign_ids?: readonly string[] | null | undefined;
  /** The addresses of all connected accounts: `create_smtp_account` needs a different one. */
  connected_addresses?: readonly string[] | null | undefined;
  /** The ids of all inboxes that are assigned to a campaign. */
  inboxes_in_use?: readonly string[] | null | undefined;
}

/** What each operation accepts: a JSON body, the parameters of a query string, or nothing. */
export interface Requests {
  /** Create a campaign. `POST /campaigns` */
  create_campaign: CreateCampaign;
  /** Change or launch a campaign. `PUT /campaigns/{campaign_id}` */
  update_campaign: UpdateCampaign;
  /** Add a lead to a campaign. `POST /campaigns/{campaign_id}/leads/manual` */
  add_lead: AddLead;
  /** Upload a list of leads to a campaign. `POST /campaigns/{campaign_id}/leads` */
  upload_leads: undefined;
  /** Connect an e-mail account over SMTP and IMAP. `POST /sender-accounts/smtp` */
  create_smtp_account: CreateSmtpAccount;
  /** Connect several e-mail accounts over SMTP and IMAP. `POST /sender-accounts/smtp/bulk` */
  create_smtp_accounts: CreateSmtpAccounts;
  /** Create an e-mail account on a domain of the workspace. `POST /sender-accounts/coldsend-native` */
  create_native_account: CreateNativeAccount;
  /** Create several e-mail accounts on a domain of the workspace. `POST /sender-accounts/coldsend-native/bulk` */
  create_native_accounts: CreateNativeAccounts;
  /** Delete several e-mail accounts. `POST /sender-accounts/bulk/delete` */
  delete_accounts: DeleteAccounts;
  /** Send a test e-mail from an account. `POST /sender-accounts/{inbox_id}/test-email` */
  send_test_email: SendTestEmail;
  /** Add a domain. `POST /domains` */
  create_domain: CreateDomain;
  /** Set the redirect of a domain. `POST /domains/{domain_id}/redirect` */
  set_domain_redirect: SetDomainRedirect;
  /** Reply to a conversation. `POST /replies/threads/{thread_id}/reply` */
  send_reply: SendReply;
  /** List campaigns. `GET /campaigns` */
  list_campaigns: ListCampaigns;
  /** List domains. `GET /domains` */
  list_domains: ListDomains;
  /** List conversations. `GET /replies` */
  list_replies: ListReplies;
  /** List the messages of a thread. `GET /replies/threads/{thread_id}/messages` */
  list_thread_messages: ListThreadMessages;
  /** Get the analytics of campaigns. `GET /analytics/campaigns` */
  list_campaign_analytics: ListCampaignAnalytics;
  /** Get the daily activity of campaigns. `GET /analytics/campaigns/timeline` */
  get_campaign_timeline: GetCampaignTimeline;
  /** Get a campaign. `GET /campaigns/{campaign_id}` */
  get_campaign: undefined;
  /** Delete a campaign. `DELETE /campaigns/{campaign_id}` */
  delete_campaign: undefined;
  /** Pause a campaign. `POST /campaigns/{campaign_id}/pause` */
  pause_campaign: undefined;
  /** Resume a paused campaign. `POST /campaigns/{campaign_id}/activate` */
  activate_campaign: undefined;
  /** Get a lead. `GET /campaigns/{campaign_id}/leads/{lead_id}` */
  get_lead: undefined;
  /** Get an e-mail account. `GET /sender-accounts/{inbox_id}` */
  get_account: undefined;
  /** Delete an e-mail account. `DELETE /sender-accounts/{inbox_id}` */
  delete_account: undefined;
  /** Get the progress of a lead upload. `GET /campaigns/{campaign_id}/leads/upload/{job_id}` */
  get_lead_upload: undefined;
  /** Get the progress of creating e-mail accounts. `GET /sender-accounts/smtp/bulk/{job_id}/progress` */
  get_smtp_accounts_job: undefined;
  /** Get the progress of deleting e-mail accounts. `GET /sender-accounts/bulk/delete/{job_id}/progress` */
  get_delete_accounts_job: undefined;
  /** Get a domain. `GET /domains/{domain_id}` */
  get_domain: undefined;
  /** Activate a domain whose nameservers are set. `POST /domains/{domain_id}/activate` */
  activate_domain: undefined;
  /** Get the progress of activating a domain. `GET /domains/{domain_id}/progress` */
  get_domain_progress: undefined;
  /** Delete a domain. `DELETE /domains/{domain_id}` */
  delete_domain: undefined;
  /** Get the redirect of a domain. `GET /domains/{domain_id}/redirect` */
  get_domain_redirect: undefined;
  /** Get a conversation. `GET /replies/threads/{thread_id}` */
  get_thread: undefined;
  /** Mark a conversation as read. `PATCH /replies/threads/{thread_id}/read` */
  mark_thread_read: undefined;
  /** Star or unstar a conversation. `PATCH /replies/threads/{thread_id}/star` */
  star_thread: undefined;
}

/** The segments of each operation's route, after its method; `string` is a parameter. */
export interface Routes {
  create_campaign: ["POST", "campaigns"];
  update_campaign: ["PUT", "campaigns", string];
  add_lead: ["POST", "campaigns", string, "leads", "manual"];
  upload_leads: ["POST", "campaigns", string, "leads"];
  create_smtp_account: ["POST", "sender-accounts", "smtp"];
  create_smtp_accounts: ["POST", "sender-accounts", "smtp", "bulk"];
  create_native_account: ["POST", "sender-accounts", "coldsend-native"];
  create_native_accounts: ["POST", "sender-accounts", "coldsend-native", "bulk"];
  delete_accounts: ["POST", "sender-accounts", "bulk", "delete"];
  send_test_email: ["POST", "sender-accounts", string, "test-email"];
  create_domain: ["POST", "domains"];
  set_domain_redirect: ["POST", "domains", string, "redirect"];
  send_reply: ["POST", "replies", "threads", string, "reply"];
  list_campaigns: ["GET", "campaigns"];
  list_domains: ["GET", "domains"];
  list_replies: ["GET", "replies"];
  list_thread_messages: ["GET", "replies", "threads", string, "messages"];
  list_campaign_analytics: ["GET", "analytics", "campaigns"];
  get_campaign_timeline: ["GET", "analytics", "campaigns", "timeline"];
  get_campaign: ["GET", "campaigns", string];
  delete_campaign: ["DELETE", "campaigns", string];
  pause_campaign: ["POST", "campaigns", string, "pause"];
  activate_campaign: ["POST", "campaigns", string, "activate"];
  get_lead: ["GET", "campaigns", string, "leads", string];
  get_account: ["GET", "sender-accounts", string];
  delete_account: ["DELETE", "sender-accounts", string];
  get_lead_upload: ["GET", "campaigns", string, "leads", "upload", string];
  get_smtp_accounts_job: ["GET", "sender-accounts", "smtp", "bulk", string, "progress"];
  get_delete_accounts_job: ["GET", "sender-accounts", "bulk", "delete", string, "progress"];
  get_domain: ["GET", "domains", string];
  activate_domain: ["POST", "domains", string, "activate"];
  get_domain_progress: ["GET", "domains", string, "progress"];
  delete_domain: ["DELETE", "domains", string];
  get_domain_redirect: ["GET", "domains", string, "redirect"];
  get_thread: ["GET", "replies", "threads", string];
  mark_thread_read: ["PATCH", "replies", "threads", string, "read"];
  star_thread: ["PATCH", "replies", "threads", string, "star"];
}

/** The operations with a JSON body. */
export type BodyOperation =
  | "create_campaign"
  | "update_campaign"
  | "add_lead"
  | "create_smtp_account"
  | "create_smtp_accounts"
  | "create_native_account"
  | "create_native_accounts"
  | "delete_accounts"
  | "send_test_email"
  | "create_domain"
  | "set_domain_redirect"
  | "send_reply";

/** The operations with a query string. */
export type QueryOperation =
  | "list_campaigns"
  | "list_domains"
  | "list_replies"
  | "list_thread_messages"
  | "list_campaign_analytics"
  | "get_campaign_timeline";

/** Every error `type` of the API. */
export type ErrorType =
  | "json_invalid"
  | "type_error"
  | "type_error.bool"
  | "type_error.dict"
  | "type_error.enum"
  | "type_error.integer"
  | "type_error.list"
  | "type_error.none.not_allowed"
  | "type_error.str"
  | "type_error.uuid"
  | "value_error"
  | "value_error.any_str.max_length"
  | "value_error.any_str.min_length"
  | "value_error.date"
  | "value_error.datetime"
  | "value_error.email"
  | "value_error.list.max_items"
  | "value_error.list.min_items"
  | "value_error.missing"
  | "value_error.number.not_ge"
  | "value_error.number.not_le";

/** The id of every rule for requests. */
export type RuleId =
  | "request-body"
  | "malformed-json"
  | "unreadable-body"
  | "server-error"
  | "byte-order-mark"
  | "coerced-value"
  | "unknown-field"
  | "retired-field"
  | "repeated-key"
  | "unknown-parameter"
  | "api-key-prefix"
  | "wildcard-scope"
  | "path-campaign-id"
  | "path-lead-id"
  | "path-inbox-id"
  | "path-domain-id"
  | "path-thread-id"
  | "path-job-id"
  | "campaign-name"
  | "campaign-daily-limit-per-inbox"
  | "campaign-start-date"
  | "campaign-timezone"
  | "campaign-sending-days"
  | "campaign-sending-window-start"
  | "campaign-sending-window-start-minute"
  | "campaign-sending-window-end"
  | "campaign-sending-window-end-minute"
  | "campaign-enable-tracking"
  | "campaign-enable-unsubscribe"
  | "campaign-ramp-up-enabled"
  | "campaign-ramp-up-increment"
  | "campaign-ramp-up-max-limit"
  | "campaign-enable-click-tracking"
  | "sending-window-order"
  | "sending-window-midnight"
  | "leftover-value"
  | "daily-limit-by-account-age"
  | "ramp-up-order"
  | "sending-day-repeated"
  | "unknown-time-zone"
  | "campaign-lead-mapping"
  | "campaign-inbox-ids"
  | "campaign-variants"
  | "campaign-sequences"
  | "campaign-launch"
  | "campaign-sequence-edits"
  | "follow-up-beyond-docs"
  | "step-number-repeated"
  | "trigger-needs-tracking"
  | "sequences-or-edits"
  | "placeholder-not-mapped"
  | "column-name-as-placeholder"
  | "variant-subject-template"
  | "variant-email-content"
  | "variant-name"
  | "variant-label"
  | "variant-distribution-percent"
  | "variant-content-type"
  | "variant-name-letters"
  | "variant-name-unique"
  | "distribution-sum"
  | "subject-length"
  | "subject-capitals"
  | "subject-punctuation"
  | "placeholder-unclosed"
  | "placeholder-spelling"
  | "spintax-one-option"
  | "placeholder-empty"
  | "foreign-placeholder"
  | "placeholder-braces"
  | "variant-never-sent"
  | "sequence-step-number"
  | "sequence-trigger-type"
  | "sequence-wait-days"
  | "sequence-variants"
  | "sequence-enable-unsubscribe"
  | "sequence-action"
  | "sequence-id"
  | "lead-email"
  | "lead-first-name"
  | "lead-last-name"
  | "lead-company"
  | "lead-custom-fields"
  | "lead-title"
  | "column-name-as-value"
  | "role-address"
  | "smtp-account-email-address"
  | "smtp-account-display-name"
  | "smtp-account-inbox-type"
  | "smtp-account-daily-limit"
  | "smtp-account-smtp-host"
  | "smtp-account-smtp-port"
  | "smtp-account-smtp-username"
  | "smtp-account-smtp-password"
  | "smtp-account-smtp-use-tls"
  | "smtp-account-imap-host"
  | "smtp-account-imap-port"
  | "smtp-account-imap-username"
  | "smtp-account-imap-password"
  | "smtp-account-imap-use-ssl"
  | "provider-daily-limit"
  | "sender-limit-beyond-client"
  | "provider-host"
  | "provider-port"
  | "unencrypted-transport"
  | "app-password-length"
  | "display-name-capitals"
  | "display-name-punctuation"
  | "smtp-accounts-inboxes"
  | "native-account-domain-id"
  | "native-account-email-prefix"
  | "native-account-display-name"
  | "native-accounts-domain-id"
  | "native-accounts-inboxes"
  | "delete-accounts-inbox-ids"
  | "delete-accounts-confirm-deletion"
  | "delete-accounts-confirmed"
  | "test-email-recipient-email"
  | "domain-domain"
  | "redirect-target-domain"
  | "redirect-status-code"
  | "redirect-preserve-path"
  | "redirect-preserve-query-string"
  | "redirect-status-unusual"
  | "reply-body"
  | "reply-html-body"
  | "reply-attachments"
  | "reply-has-text"
  | "attachment-filename"
  | "attachment-content-base64"
  | "attachment-content-type"
  | "attachment-base64"
  | "attachments-size"
  | "list-campaigns-page"
  | "list-campaigns-limit"
  | "list-campaigns-status"
  | "list-campaigns-search"
  | "list-campaigns-sort-by"
  | "list-campaigns-sort-order"
  | "list-campaigns-days"
  | "list-domains-page"
  | "list-domains-limit"
  | "list-domains-status"
  | "list-replies-page"
  | "list-replies-limit"
  | "list-replies-campaign-id"
  | "list-replies-is-read"
  | "list-replies-is-starred"
  | "list-replies-category"
  | "list-thread-messages-page"
  | "list-thread-messages-limit"
  | "campaign-analytics-status"
  | "campaign-analytics-from-date"
  | "campaign-analytics-to-date"
  | "campaign-analytics-dates"
  | "campaign-timeline-from-date"
  | "campaign-timeline-to-date"
  | "campaign-timeline-dates";

/** The id of every rule for lists of leads; some are also for requests. */
export type LeadRuleId =
  | "leftover-value"
  | "column-name-as-value"
  | "role-address"
  | "lead-file-empty"
  | "lead-file-format"
  | "lead-file-size"
  | "lead-count"
  | "lead-header-missing"
  | "lead-email-column"
  | "lead-quote-unclosed"
  | "lead-row-length"
  | "lead-header-name"
  | "lead-header-encoding"
  | "lead-header-repeated"
  | "lead-separator"
  | "lead-separator-line"
  | "upload-mapping"
  | "lead-variable-column"
  | "lead-variable-empty"
  | "lead-row-blank"
  | "lead-row-cells"
  | "lead-row-quote"
  | "lead-encoding"
  | "lead-nul"
  | "lead-address-missing"
  | "lead-address"
  | "lead-addresses"
  | "lead-address-doubtful"
  | "lead-address-form"
  | "lead-duplicate"
  | "lead-formula"
  | "lead-number"
  | "lead-mojibake";

/** The id of every answer; some are also the id of a rule. */
export type AnswerId =
  | "unreadable-body"
  | "server-error"
  | "distribution-sum"
  | "success"
  | "api-key-required"
  | "invalid-api-key"
  | "insufficient-scopes"
  | "validation"
  | "campaign-not-found"
  | "route-not-found"
  | "method-not-allowed"
  | "campaign-not-draft"
  | "launch-requirements"
  | "email-already-exists"
  | "connection-failed"
  | "inbox-in-use"
  | "conflict"
  | "unprocessable"
  | "rate-limited"
  | "payload-too-large"
  | "unsupported-media-type"
  | "request-timeout"
  | "unavailable"
  | "unknown";

/** Facts that may be unknown before you send a request. */
export type Fact =
  | "api_key"
  | "api_key_valid"
  | "requests_seconds_ago"
  | "scopes"
  | "required_scope"
  | "{campaign_id}"
  | "campaign_ids"
  | "campaigns[].status"
  | "accepted_status"
  | "connected_addresses"
  | "{inbox_id}"
  | "inboxes_in_use"
  | "campaigns[].has_leads"
  | "campaigns[].has_inboxes"
  | "campaigns[].has_variants";

/** What a campaign needs for a launch. */
export type Requirement =
  | "leads"
  | "inboxes"
  | "variants";

/** What can be wrong with a value: the last part of an error `type`. */
export type Constraint =
  | "bool"
  | "date"
  | "datetime"
  | "dict"
  | "email"
  | "enum"
  | "integer"
  | "json_invalid"
  | "list"
  | "max_items"
  | "max_length"
  | "min_items"
  | "min_length"
  | "missing"
  | "not_allowed"
  | "not_ge"
  | "not_le"
  | "str"
  | "type_error"
  | "uuid";

/** Every constraint of a rule. */
export type RuleConstraint =
  | `request-body/${"dict" | "missing" | "type_error"}`
  | `malformed-json/${"json_invalid"}`
  | `unreadable-body/${"value_error"}`
  | `server-error/${"value_error"}`
  | `byte-order-mark/${"value_error"}`
  | `coerced-value/${"value_error"}`
  | `unknown-field/${"value_error"}`
  | `retired-field/${"value_error"}`
  | `repeated-key/${"value_error"}`
  | `unknown-parameter/${"value_error"}`
  | `api-key-prefix/${"value_error"}`
  | `wildcard-scope/${"value_error"}`
  | `path-campaign-id/${"uuid"}`
  | `path-lead-id/${"uuid"}`
  | `path-inbox-id/${"uuid"}`
  | `path-domain-id/${"uuid"}`
  | `path-thread-id/${"uuid"}`
  | `path-job-id/${"uuid"}`
  | `campaign-name/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `campaign-daily-limit-per-inbox/${"integer" | "not_ge" | "not_le"}`
  | `campaign-start-date/${"datetime" | "type_error" | "value_error"}`
  | `campaign-timezone/${"max_length" | "not_allowed" | "str"}`
  | `campaign-sending-days/${"integer" | "list" | "max_items" | "min_items" | "not_allowed" | "not_ge" | "not_le"}`
  | `campaign-sending-window-start/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `campaign-sending-window-start-minute/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `campaign-sending-window-end/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `campaign-sending-window-end-minute/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `campaign-enable-tracking/${"bool" | "not_allowed"}`
  | `campaign-enable-unsubscribe/${"bool" | "not_allowed"}`
  | `campaign-ramp-up-enabled/${"bool" | "not_allowed"}`
  | `campaign-ramp-up-increment/${"integer" | "not_ge" | "not_le"}`
  | `campaign-ramp-up-max-limit/${"integer" | "not_ge" | "not_le"}`
  | `campaign-enable-click-tracking/${"bool" | "not_allowed"}`
  | `sending-window-order/${"value_error"}`
  | `sending-window-midnight/${"value_error"}`
  | `leftover-value/${"value_error"}`
  | `daily-limit-by-account-age/${"value_error"}`
  | `ramp-up-order/${"value_error"}`
  | `sending-day-repeated/${"value_error"}`
  | `unknown-time-zone/${"value_error"}`
  | `campaign-lead-mapping/${"dict" | "not_allowed" | "str"}`
  | `campaign-inbox-ids/${"list" | "min_items" | "not_allowed" | "uuid"}`
  | `campaign-variants/${"dict" | "list" | "max_items" | "min_items" | "not_allowed" | "type_error"}`
  | `campaign-sequences/${"dict" | "list" | "max_items" | "not_allowed" | "type_error"}`
  | `campaign-launch/${"bool"}`
  | `campaign-sequence-edits/${"dict" | "list" | "not_allowed" | "type_error"}`
  | `follow-up-beyond-docs/${"value_error"}`
  | `step-number-repeated/${"value_error"}`
  | `trigger-needs-tracking/${"value_error"}`
  | `sequences-or-edits/${"value_error"}`
  | `placeholder-not-mapped/${"value_error"}`
  | `column-name-as-placeholder/${"value_error"}`
  | `variant-subject-template/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `variant-email-content/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `variant-name/${"not_allowed" | "str"}`
  | `variant-label/${"max_length" | "str"}`
  | `variant-distribution-percent/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `variant-content-type/${"enum"}`
  | `variant-name-letters/${"value_error"}`
  | `variant-name-unique/${"value_error"}`
  | `distribution-sum/${"value_error"}`
  | `subject-length/${"value_error"}`
  | `subject-capitals/${"value_error"}`
  | `subject-punctuation/${"value_error"}`
  | `placeholder-unclosed/${"value_error"}`
  | `placeholder-spelling/${"value_error"}`
  | `spintax-one-option/${"value_error"}`
  | `placeholder-empty/${"value_error"}`
  | `foreign-placeholder/${"value_error"}`
  | `placeholder-braces/${"value_error"}`
  | `variant-never-sent/${"value_error"}`
  | `sequence-step-number/${"integer" | "missing" | "not_allowed" | "not_ge" | "not_le"}`
  | `sequence-trigger-type/${"enum" | "missing" | "not_allowed"}`
  | `sequence-wait-days/${"integer" | "missing" | "not_allowed" | "not_ge" | "not_le"}`
  | `sequence-variants/${"dict" | "list" | "max_items" | "min_items" | "missing" | "not_allowed" | "type_error"}`
  | `sequence-enable-unsubscribe/${"bool"}`
  | `sequence-action/${"enum" | "missing" | "not_allowed"}`
  | `sequence-id/${"uuid"}`
  | `lead-email/${"email" | "missing" | "not_allowed" | "str"}`
  | `lead-first-name/${"str"}`
  | `lead-last-name/${"str"}`
  | `lead-company/${"str"}`
  | `lead-custom-fields/${"dict" | "not_allowed"}`
  | `lead-title/${"str"}`
  | `column-name-as-value/${"value_error"}`
  | `role-address/${"value_error"}`
  | `smtp-account-email-address/${"email" | "max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-display-name/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-inbox-type/${"enum" | "missing" | "not_allowed"}`
  | `smtp-account-daily-limit/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `smtp-account-smtp-host/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-smtp-port/${"integer" | "missing" | "not_allowed" | "not_ge" | "not_le"}`
  | `smtp-account-smtp-username/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-smtp-password/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-smtp-use-tls/${"bool" | "not_allowed"}`
  | `smtp-account-imap-host/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-imap-port/${"integer" | "missing" | "not_allowed" | "not_ge" | "not_le"}`
  | `smtp-account-imap-username/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-imap-password/${"max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `smtp-account-imap-use-ssl/${"bool" | "not_allowed"}`
  | `provider-daily-limit/${"value_error"}`
  | `sender-limit-beyond-client/${"value_error"}`
  | `provider-host/${"value_error"}`
  | `provider-port/${"value_error"}`
  | `unencrypted-transport/${"value_error"}`
  | `app-password-length/${"value_error"}`
  | `display-name-capitals/${"value_error"}`
  | `display-name-punctuation/${"value_error"}`
  | `smtp-accounts-inboxes/${"dict" | "list" | "max_items" | "min_items" | "missing" | "not_allowed" | "type_error"}`
  | `native-account-domain-id/${"missing" | "not_allowed" | "uuid"}`
  | `native-account-email-prefix/${"missing" | "not_allowed" | "str"}`
  | `native-account-display-name/${"str"}`
  | `native-accounts-domain-id/${"missing" | "not_allowed" | "uuid"}`
  | `native-accounts-inboxes/${"dict" | "list" | "max_items" | "min_items" | "missing" | "not_allowed" | "type_error"}`
  | `delete-accounts-inbox-ids/${"list" | "max_items" | "min_items" | "missing" | "not_allowed" | "uuid"}`
  | `delete-accounts-confirm-deletion/${"bool" | "missing" | "not_allowed"}`
  | `delete-accounts-confirmed/${"value_error"}`
  | `test-email-recipient-email/${"email" | "max_length" | "min_length" | "missing" | "not_allowed" | "str"}`
  | `domain-domain/${"missing" | "not_allowed" | "str"}`
  | `redirect-target-domain/${"missing" | "not_allowed" | "str"}`
  | `redirect-status-code/${"integer" | "not_allowed" | "not_ge" | "not_le"}`
  | `redirect-preserve-path/${"bool" | "not_allowed"}`
  | `redirect-preserve-query-string/${"bool" | "not_allowed"}`
  | `redirect-status-unusual/${"value_error"}`
  | `reply-body/${"str"}`
  | `reply-html-body/${"str"}`
  | `reply-attachments/${"dict" | "list" | "max_items" | "not_allowed" | "type_error"}`
  | `reply-has-text/${"value_error"}`
  | `attachment-filename/${"missing" | "not_allowed" | "str"}`
  | `attachment-content-base64/${"missing" | "not_allowed" | "str"}`
  | `attachment-content-type/${"not_allowed" | "str"}`
  | `attachment-base64/${"value_error"}`
  | `attachments-size/${"value_error"}`
  | `list-campaigns-page/${"integer" | "not_ge"}`
  | `list-campaigns-limit/${"integer" | "not_ge" | "not_le"}`
  | `list-campaigns-days/${"integer" | "not_ge"}`
  | `list-domains-page/${"integer" | "not_ge"}`
  | `list-domains-limit/${"integer" | "not_ge" | "not_le"}`
  | `list-replies-page/${"integer"}`
  | `list-replies-limit/${"integer" | "not_ge" | "not_le"}`
  | `list-replies-campaign-id/${"uuid"}`
  | `list-replies-is-read/${"bool"}`
  | `list-replies-is-starred/${"bool"}`
  | `list-thread-messages-page/${"integer" | "not_ge"}`
  | `list-thread-messages-limit/${"integer" | "not_ge" | "not_le"}`
  | `campaign-analytics-from-date/${"date" | "value_error"}`
  | `campaign-analytics-to-date/${"date" | "value_error"}`
  | `campaign-analytics-dates/${"value_error"}`
  | `campaign-timeline-from-date/${"date" | "value_error"}`
  | `campaign-timeline-to-date/${"date" | "value_error"}`
  | `campaign-timeline-dates/${"value_error"}`;

/** Every rule of which a constraint says too little, with that constraint unless it is the only one. */
export type OwnMessageKey =
  | "unreadable-body"
  | "server-error"
  | "byte-order-mark"
  | "coerced-value"
  | "unknown-field"
  | "retired-field"
  | "repeated-key"
  | "unknown-parameter"
  | "api-key-prefix"
  | "wildcard-scope"
  | "campaign-start-date/value_error"
  | "sending-window-order"
  | "sending-window-midnight"
  | "leftover-value"
  | "daily-limit-by-account-age"
  | "ramp-up-order"
  | "sending-day-repeated"
  | "unknown-time-zone"
  | "follow-up-beyond-docs"
  | "step-number-repeated"
  | "trigger-needs-tracking"
  | "sequences-or-edits"
  | "placeholder-not-mapped"
  | "column-name-as-placeholder"
  | "variant-name-letters"
  | "variant-name-unique"
  | "distribution-sum"
  | "subject-length"
  | "subject-capitals"
  | "subject-punctuation"
  | "placeholder-unclosed"
  | "placeholder-spelling"
  | "spintax-one-option"
  | "placeholder-empty"
  | "foreign-placeholder"
  | "placeholder-braces"
  | "variant-never-sent"
  | "column-name-as-value"
  | "role-address"
  | "provider-daily-limit"
  | "sender-limit-beyond-client"
  | "provider-host"
  | "provider-port"
  | "unencrypted-transport"
  | "app-password-length"
  | "display-name-capitals"
  | "display-name-punctuation"
  | "delete-accounts-confirmed"
  | "redirect-status-unusual"
  | "reply-has-text"
  | "attachment-base64"
  | "attachments-size"
  | "campaign-analytics-from-date/value_error"
  | "campaign-analytics-to-date/value_error"
  | "campaign-analytics-dates"
  | "campaign-timeline-from-date/value_error"
  | "campaign-timeline-to-date/value_error"
  | "campaign-timeline-dates";

/** The id of every operation. */
export type OperationId = keyof Requests;
