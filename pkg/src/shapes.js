// Written by `cargo xtask generate` from crates/coldsend-lint/src/requests: change it there.

const CreateCampaign = {
  name: { kind: "text", required: true },
  daily_limit_per_inbox: { kind: "integer", nullable: true },
  start_date: { kind: "datetime", nullable: true },
  timezone: { kind: "text", default: "America/New_York" },
  sending_days: { kind: "list", of: { kind: "integer" }, default: [1, 2, 3, 4, 5] },
  sending_window_start: { kind: "integer", default: 9 },
  sending_window_start_minute: { kind: "integer", default: 0 },
  sending_window_end: { kind: "integer", default: 17 },
  sending_window_end_minute: { kind: "integer", default: 0 },
  enable_tracking: { kind: "boolean", default: false },
  enable_unsubscribe: { kind: "boolean", default: true },
  ramp_up_enabled: { kind: "boolean", default: false },
  ramp_up_increment: { kind: "integer", nullable: true },
  ramp_up_max_limit: { kind: "integer", nullable: true },
  enable_click_tracking: { kind: "boolean", default: false },
};

const Variant = {
  subject_template: { kind: "text", required: true },
  email_content: { kind: "text", required: true },
  variant_name: { kind: "text", default: "A" },
  variant_label: { kind: "text", nullable: true },
  distribution_percent: { kind: "integer", default: 100 },
  content_type: { kind: "choice", members: ["plaintext", "html", "raw_html"], nullable: true },
};

const SequenceVariant = {
  subject_template: { kind: "text", nullable: true },
  email_content: { kind: "text", required: true },
  variant_name: { kind: "text", default: "A" },
  variant_label: { kind: "text", nullable: true },
  distribution_percent: { kind: "integer", default: 100 },
  content_type: { kind: "choice", members: ["plaintext", "html", "raw_html"], nullable: true },
};

const Sequence = {
  step_number: { kind: "integer", required: true },
  trigger_type: { kind: "choice", members: ["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"], required: true },
  wait_days: { kind: "integer", required: true },
  variants: { kind: "list", of: { kind: "object", fields: SequenceVariant }, required: true },
  enable_unsubscribe: { kind: "boolean", nullable: true },
};

const SequenceEdit = {
  action: { kind: "choice", members: ["add", "edit", "delete"] },
  sequence_id: { kind: "uuid", nullable: true },
  step_number: { kind: "integer", nullable: true },
  trigger_type: { kind: "choice", members: ["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"], nullable: true },
  wait_days: { kind: "integer", nullable: true },
  variants: { kind: "list", of: { kind: "object", fields: SequenceVariant }, nullable: true },
};

const UpdateCampaign = {
  name: { kind: "text", nullable: true },
  daily_limit_per_inbox: { kind: "integer", nullable: true },
  start_date: { kind: "datetime", nullable: true },
  timezone: { kind: "text", nullable: true },
  sending_days: { kind: "list", of: { kind: "integer" }, nullable: true },
  sending_window_start: { kind: "integer", nullable: true },
  sending_window_start_minute: { kind: "integer", nullable: true },
  sending_window_end: { kind: "integer", nullable: true },
  sending_window_end_minute: { kind: "integer", nullable: true },
  enable_tracking: { kind: "boolean", nullable: true },
  enable_unsubscribe: { kind: "boolean", nullable: true },
  ramp_up_enabled: { kind: "boolean", nullable: true },
  ramp_up_increment: { kind: "integer", nullable: true },
  ramp_up_max_limit: { kind: "integer", nullable: true },
  lead_mapping: { kind: "map", of: { kind: "text" }, nullable: true },
  inbox_ids: { kind: "list", of: { kind: "uuid" }, nullable: true },
  variants: { kind: "list", of: { kind: "object", fields: Variant }, nullable: true },
  sequences: { kind: "list", of: { kind: "object", fields: Sequence }, nullable: true },
  launch: { kind: "boolean", nullable: true, default: false },
  sequence_edits: { kind: "list", of: { kind: "object", fields: SequenceEdit }, nullable: true },
};

const AddLead = {
  email: { kind: "email", required: true },
  first_name: { kind: "text", nullable: true },
  last_name: { kind: "text", nullable: true },
  company: { kind: "text", nullable: true },
  custom_fields: { kind: "map", of: { kind: "any" }, nullable: true },
  title: { kind: "text", nullable: true },
};

const CreateSmtpAccount = {
  email_address: { kind: "email", required: true },
  display_name: { kind: "text", required: true },
  inbox_type: { kind: "choice", members: ["GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"], required: true },
  daily_limit: { kind: "integer", default: 100 },
  smtp_host: { kind: "text", required: true },
  smtp_port: { kind: "integer", required: true },
  smtp_username: { kind: "text", required: true },
  smtp_password: { kind: "text", secret: true, required: true },
  smtp_use_tls: { kind: "boolean", default: true },
  imap_host: { kind: "text", required: true },
  imap_port: { kind: "integer", required: true },
  imap_username: { kind: "text", required: true },
  imap_password: { kind: "text", secret: true, required: true },
  imap_use_ssl: { kind: "boolean", default: true },
};

const CreateSmtpAccounts = {
  inboxes: { kind: "list", of: { kind: "object", fields: CreateSmtpAccount }, required: true },
};

const CreateNativeAccount = {
  domain_id: { kind: "uuid", required: true },
  email_prefix: { kind: "text", required: true },
  display_name: { kind: "text", nullable: true },
};

const NativeInbox = {
  email_prefix: { kind: "text", required: true },
  display_name: { kind: "text", nullable: true },
};

const CreateNativeAccounts = {
  domain_id: { kind: "uuid", required: true },
  inboxes: { kind: "list", of: { kind: "object", fields: NativeInbox }, required: true },
};

const DeleteAccounts = {
  inbox_ids: { kind: "list", of: { kind: "uuid" }, required: true },
  confirm_deletion: { kind: "boolean", required: true },
};

const SendTestEmail = {
  recipient_email: { kind: "text", required: true },
};

const CreateDomain = {
  domain: { kind: "text", required: true },
};

const SetDomainRedirect = {
  target_domain: { kind: "text", required: true },
  status_code: { kind: "integer", default: 301 },
  preserve_path: { kind: "boolean", default: true },
  preserve_query_string: { kind: "boolean", default: true },
};

const Attachment = {
  filename: { kind: "text", required: true },
  content_base64: { kind: "text", required: true },
  content_type: { kind: "text", default: "application/octet-stream" },
};

const SendReply = {
  body: { kind: "text", nullable: true },
  html_body: { kind: "text", nullable: true },
  attachments: { kind: "list", of: { kind: "object", fields: Attachment }, nullable: true },
};

const ListCampaigns = {
  page: { kind: "integer", default: 1 },
  limit: { kind: "integer", default: 20 },
  status: { kind: "text", nullable: true },
  search: { kind: "text", nullable: true },
  sort_by: { kind: "text", nullable: true },
  sort_order: { kind: "text", nullable: true },
  days: { kind: "integer", nullable: true },
};

const ListDomains = {
  page: { kind: "integer", default: 1 },
  limit: { kind: "integer", default: 20 },
  status: { kind: "text", nullable: true },
};

const ListReplies = {
  page: { kind: "integer", default: 1 },
  limit: { kind: "integer", default: 20 },
  campaign_id: { kind: "uuid", nullable: true },
  is_read: { kind: "boolean", nullable: true },
  is_starred: { kind: "boolean", nullable: true },
  category: { kind: "text", nullable: true },
};

const ListThreadMessages = {
  page: { kind: "integer", default: 1 },
  limit: { kind: "integer", default: 50 },
};

const ListCampaignAnalytics = {
  status: { kind: "text", nullable: true },
  from_date: { kind: "date", nullable: true },
  to_date: { kind: "date", nullable: true },
};

const GetCampaignTimeline = {
  from_date: { kind: "date", nullable: true },
  to_date: { kind: "date", nullable: true },
};

/** The fields of each operation: of its JSON body, or of its query string. */
export const shapes = {
  create_campaign: CreateCampaign,
  update_campaign: UpdateCampaign,
  add_lead: AddLead,
  create_smtp_account: CreateSmtpAccount,
  create_smtp_accounts: CreateSmtpAccounts,
  create_native_account: CreateNativeAccount,
  create_native_accounts: CreateNativeAccounts,
  delete_accounts: DeleteAccounts,
  send_test_email: SendTestEmail,
  create_domain: CreateDomain,
  set_domain_redirect: SetDomainRedirect,
  send_reply: SendReply,
  list_campaigns: ListCampaigns,
  list_domains: ListDomains,
  list_replies: ListReplies,
  list_thread_messages: ListThreadMessages,
  list_campaign_analytics: ListCampaignAnalytics,
  get_campaign_timeline: GetCampaignTimeline,
  get_campaign: {},
  delete_campaign: {},
  pause_campaign: {},
  activate_campaign: {},
  get_lead: {},
  get_account: {},
  delete_account: {},
};

/** The field of each item that a rule about a list reads. */
export const reads = {
  "attachments-size": "content_base64",
  "distribution-sum": "distribution_percent",
  "variant-name-unique": "variant_name",
};
