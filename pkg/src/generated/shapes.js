// Written by `cargo xtask generate` from crates/coldsend-lint/src/requests: change it there.

const CreateCampaign = {
  name: { kind: "text", required: true },
  daily_limit_per_inbox: { kind: "integer" },
  start_date: { kind: "datetime" },
  timezone: { kind: "text" },
  sending_days: { kind: "list", of: { kind: "integer" } },
  sending_window_start: { kind: "integer" },
  sending_window_start_minute: { kind: "integer" },
  sending_window_end: { kind: "integer" },
  sending_window_end_minute: { kind: "integer" },
  enable_tracking: { kind: "boolean" },
  enable_unsubscribe: { kind: "boolean" },
  ramp_up_enabled: { kind: "boolean" },
  ramp_up_increment: { kind: "integer" },
  ramp_up_max_limit: { kind: "integer" },
  enable_click_tracking: { kind: "boolean" },
};

const Variant = {
  subject_template: { kind: "text", required: true },
  email_content: { kind: "text", required: true },
  variant_name: { kind: "text" },
  variant_label: { kind: "text" },
  distribution_percent: { kind: "integer" },
  content_type: { kind: "choice" },
};

const SequenceVariant = {
  subject_template: { kind: "text" },
  email_content: { kind: "text", required: true },
  variant_name: { kind: "text" },
  variant_label: { kind: "text" },
  distribution_percent: { kind: "integer" },
  content_type: { kind: "choice" },
};

const Sequence = {
  step_number: { kind: "integer", required: true },
  trigger_type: { kind: "choice", required: true },
  wait_days: { kind: "integer", required: true },
  variants: { kind: "list", of: { kind: "object", fields: SequenceVariant }, required: true },
  enable_unsubscribe: { kind: "boolean" },
};

const SequenceEdit = {
  action: { kind: "choice" },
  sequence_id: { kind: "uuid" },
  step_number: { kind: "integer" },
  trigger_type: { kind: "choice" },
  wait_days: { kind: "integer" },
  variants: { kind: "list", of: { kind: "object", fields: SequenceVariant } },
};

const UpdateCampaign = {
  name: { kind: "text" },
  daily_limit_per_inbox: { kind: "integer" },
  start_date: { kind: "datetime" },
  timezone: { kind: "text" },
  sending_days: { kind: "list", of: { kind: "integer" } },
  sending_window_start: { kind: "integer" },
  sending_window_start_minute: { kind: "integer" },
  sending_window_end: { kind: "integer" },
  sending_window_end_minute: { kind: "integer" },
  enable_tracking: { kind: "boolean" },
  enable_unsubscribe: { kind: "boolean" },
  ramp_up_enabled: { kind: "boolean" },
  ramp_up_increment: { kind: "integer" },
  ramp_up_max_limit: { kind: "integer" },
  lead_mapping: { kind: "map", of: { kind: "text" } },
  inbox_ids: { kind: "list", of: { kind: "uuid" } },
  variants: { kind: "list", of: { kind: "object", fields: Variant } },
  sequences: { kind: "list", of: { kind: "object", fields: Sequence } },
  launch: { kind: "boolean" },
  sequence_edits: { kind: "list", of: { kind: "object", fields: SequenceEdit } },
};

const AddLead = {
  email: { kind: "email", required: true },
  first_name: { kind: "text" },
  last_name: { kind: "text" },
  company: { kind: "text" },
  custom_fields: { kind: "map", of: { kind: "any" } },
  title: { kind: "text" },
};

const CreateSmtpAccount = {
  email_address: { kind: "email", required: true },
  display_name: { kind: "text", required: true },
  inbox_type: { kind: "choice", required: true },
  daily_limit: { kind: "integer" },
  smtp_host: { kind: "text", required: true },
  smtp_port: { kind: "integer", required: true },
  smtp_username: { kind: "text", required: true },
  smtp_password: { kind: "text", required: true },
  smtp_use_tls: { kind: "boolean" },
  imap_host: { kind: "text", required: true },
  imap_port: { kind: "integer", required: true },
  imap_username: { kind: "text", required: true },
  imap_password: { kind: "text", required: true },
  imap_use_ssl: { kind: "boolean" },
};

const CreateSmtpAccounts = {
  inboxes: { kind: "list", of: { kind: "object", fields: CreateSmtpAccount }, required: true },
};

const CreateNativeAccount = {
  domain_id: { kind: "uuid", required: true },
  email_prefix: { kind: "text", required: true },
  display_name: { kind: "text" },
};

const NativeInbox = {
  email_prefix: { kind: "text", required: true },
  display_name: { kind: "text" },
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
  recipient_email: { kind: "email", required: true },
};

const CreateDomain = {
  domain: { kind: "text", required: true },
};

const SetDomainRedirect = {
  target_domain: { kind: "text", required: true },
  status_code: { kind: "integer" },
  preserve_path: { kind: "boolean" },
  preserve_query_string: { kind: "boolean" },
};

const Attachment = {
  filename: { kind: "text", required: true },
  content_base64: { kind: "text", required: true },
  content_type: { kind: "text" },
};

const SendReply = {
  body: { kind: "text" },
  html_body: { kind: "text" },
  attachments: { kind: "list", of: { kind: "object", fields: Attachment } },
};

const ListCampaigns = {
  page: { kind: "integer" },
  limit: { kind: "integer" },
  status: { kind: "text" },
  search: { kind: "text" },
  sort_by: { kind: "text" },
  sort_order: { kind: "text" },
  days: { kind: "integer" },
};

const ListDomains = {
  page: { kind: "integer" },
  limit: { kind: "integer" },
  status: { kind: "text" },
};

const ListReplies = {
  page: { kind: "integer" },
  limit: { kind: "integer" },
  campaign_id: { kind: "uuid" },
  is_read: { kind: "boolean" },
  is_starred: { kind: "boolean" },
  category: { kind: "text" },
};

const ListThreadMessages = {
  page: { kind: "integer" },
  limit: { kind: "integer" },
};

const ListCampaignAnalytics = {
  status: { kind: "text" },
  from_date: { kind: "date" },
  to_date: { kind: "date" },
};

const GetCampaignTimeline = {
  from_date: { kind: "date" },
  to_date: { kind: "date" },
};

/** The fields of each operation, in its JSON body or query string. */
export const shapes = {
  create_campaign: CreateCampaign,
  update_campaign: UpdateCampaign,
  add_lead: AddLead,
  upload_leads: {},
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
  get_lead_upload: {},
  get_smtp_accounts_job: {},
  get_delete_accounts_job: {},
  get_domain: {},
  activate_domain: {},
  get_domain_progress: {},
  delete_domain: {},
  get_domain_redirect: {},
  get_thread: {},
  mark_thread_read: {},
  star_thread: {},
};

/** For each rule about a list, the field of the items that it reads. */
export const reads = {
  "attachments-size": "content_base64",
  "distribution-sum": "distribution_percent",
  "variant-name-unique": "variant_name",
};
