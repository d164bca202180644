// Requests in situations, and what the binary says about them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { native, root, run } from "./project.js";

const campaign_id = "550e8400-e29b-41d4-a716-446655440000";
const inbox_id = "8d2f0c64-5d0b-4b8e-9a57-1f0a6c3b7e21";
const variant = { subject_template: "Hello", email_content: "Hi {{first_name}}, how are you?", distribution_percent: 90 };
const account = {
  email_address: "Jo@EXAMPLE.com", display_name: "Jo", inbox_type: "CUSTOM_SMTP", smtp_host: "smtp.example.com", smtp_port: 587,
  smtp_username: "jo", smtp_password: "hunter2", imap_host: "imap.example.com", imap_port: 993, imap_username: "jo", imap_password: "hunter2",
};

const requests = [
  ["create_campaign", { name: "Autumn campaign" }],
  ["create_campaign", { name: "x" }],
  [`PUT /campaigns/${campaign_id}`, { name: "Autumn campaign" }],
  [`PUT /campaigns/${campaign_id}`, { variants: [variant] }],
  [`PUT /campaigns/${campaign_id}`, { launch: true }],
  [`PUT /campaigns/${campaign_id}`, { launch: "yes", inbox_ids: [inbox_id] }],
  ["update_campaign", { launch: true }],
  [`DELETE /sender-accounts/${inbox_id}`, undefined],
  [`POST /campaigns/${campaign_id}/pause`, undefined],
  ["create_smtp_account", account],
  ["create_smtp_account", { ...account, smtp_port: 0 }],
  ["add_lead", { email: "jörg@exämple.com" }],
  ["GET /campaigns?page=0", undefined],
];

const situations = [
  {},
  { api_key: null },
  { api_key: "" },
  { api_key: "Bearer cs_live_secret" },
  { api_key: "cs_live_secret", api_key_valid: false },
  { api_key_valid: true, scopes: ["*"] },
  { scopes: ["sender_accounts:all", "campaigns:write"] },
  { scopes: [] },
  { wait_seconds: 12 },
  { requests_seconds_ago: Array(100).fill(3) },
  { campaigns: [], campaign_ids: [] },
  ...["DRAFT", "ACTIVE", "PAUSED"].map((status) => ({ campaigns: [{ campaign_id: campaign_id.toUpperCase(), status }] })),
  { campaigns: [{ campaign_id, status: "DRAFT", has_leads: true, has_inboxes: false, has_variants: true }] },
  { campaigns: [{ campaign_id, status: "DRAFT", has_leads: true, has_inboxes: true, has_variants: true }] },
  { connected_addresses: ["Jo@example.COM"] },
  { inboxes_in_use: [inbox_id] },
];

/** The arguments of `preflight`. */
export const calls = requests.flatMap(([operation, body]) => situations.map((situation) => [operation, body, situation]));

/** Returns the output of `coldsend-lint check --situation`. */
export function predicted([operation, body, situation], format) {
  const folder = join(root, "target/package");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `situation-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(situation));
  const options = ["check", "--as", operation, "--situation", file, "--format", format, "-"];
  return run(native(), options, { input: JSON.stringify(body) ?? "", accepted: [0, 1] });
}

/** Returns the members that the result of `preflight` and the binary's record have in common. */
export const comparable = ({ ok, status = null, body = null, advice, unknown, launch }) => ({
  ok, status, body: typeof body === "string" ? JSON.parse(body) : body, unknown, launch,
  advice: advice.map(({ rule, loc, msg, message = msg }) => ({ rule, loc, message })),
});

/**
 * Returns what the binary prints only for people. If the situation causes a rejection, it also prints the other errors
 * in the request.
 */
export const forPeople = ({ launch, explanation, issues = [], advice }, mistakes = []) => {
  const situation = explanation && issues.length === 0;
  const refused = situation ? [{ hint: explanation.fix.replace(/\.$/, "") }, ...mistakes] : issues;
  return {
    missing: explanation?.id === "launch-requirements" ? launch.missing_requirements : [],
    hints: [...refused, ...advice].map(({ hint }) => hint),
  };
};

/** Returns the same from the binary's output for people. */
export const readByPeople = (text) => ({
  missing: JSON.parse(text.match(/"missing_requirements": (\[.*?\])/s)?.[1] ?? "[]"),
  hints: [...text.matchAll(/^ *= help: (.*)$/gm)].map((match) => match[1]),
});
