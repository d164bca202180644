// Written by `cargo xtask generate` from crates/coldsend-lint/src/requests: change it there.

/** The operations with a JSON body. */
export const bodies = [
  "create_campaign",
  "update_campaign",
  "add_lead",
  "create_smtp_account",
  "create_smtp_accounts",
  "create_native_account",
  "create_native_accounts",
  "delete_accounts",
  "send_test_email",
  "create_domain",
  "set_domain_redirect",
  "send_reply",
];

/** The operations with a query string. */
export const queries = [
  "list_campaigns",
  "list_domains",
  "list_replies",
  "list_thread_messages",
  "list_campaign_analytics",
  "get_campaign_timeline",
];

/** The operations with neither. */
export const others = [
  "get_campaign",
  "delete_campaign",
  "pause_campaign",
  "activate_campaign",
  "get_lead",
  "get_account",
  "delete_account",
];
