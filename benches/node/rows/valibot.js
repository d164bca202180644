// valibot, with checks for the rules across fields.
import * as v from "valibot";
import { toPointer } from "../../../pkg/src/check/issues.js";
import { areUnique, endsAfterStart, sumTo100 } from "./across.js";

const integer = (minimum, maximum) => v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));
const text = (minimum, maximum) => v.pipe(v.string(), v.minLength(minimum), v.maxLength(maximum));
const upTo = (maximum) => v.nullish(v.pipe(v.string(), v.maxLength(maximum)));
const fair = v.check((variants) => areUnique(variants) && sumTo100(variants));

const variant = v.object({
  subject_template: upTo(500),
  email_content: text(10, 100_000),
  variant_name: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]*$/))),
  variant_label: upTo(100),
  distribution_percent: v.optional(integer(0, 100)),
});

const step = v.object({
  step_number: integer(2, 11),
  trigger_type: v.picklist(["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"]),
  wait_days: integer(1, 30),
  variants: v.pipe(v.array(variant), fair),
});

const schemas = {
  update_campaign: v.pipe(
    v.object({
      name: v.nullish(text(8, 255)),
      daily_limit_per_inbox: v.nullish(integer(1, 100)),
      start_date: v.nullish(v.pipe(v.string(), v.isoTimestamp())),
      timezone: upTo(100),
      sending_days: v.nullish(v.pipe(v.array(integer(1, 7)), v.minLength(1), v.maxLength(7))),
      sending_window_start: v.nullish(integer(0, 23)),
      sending_window_start_minute: v.nullish(integer(0, 59)),
      sending_window_end: v.nullish(integer(1, 24)),
      sending_window_end_minute: v.nullish(integer(0, 59)),
      enable_tracking: v.nullish(v.boolean()),
      enable_unsubscribe: v.nullish(v.boolean()),
      ramp_up_enabled: v.nullish(v.boolean()),
      ramp_up_increment: v.nullish(integer(1, 100)),
      ramp_up_max_limit: v.nullish(integer(1, 1000)),
      lead_mapping: v.nullish(v.record(v.string(), v.string())),
      inbox_ids: v.nullish(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1))),
      variants: v.nullish(v.pipe(v.array(variant), v.maxLength(4), fair)),
      sequences: v.nullish(v.pipe(v.array(step), v.maxLength(10))),
      launch: v.nullish(v.boolean()),
    }),
    v.forward(v.check(endsAfterStart), ["sending_window_end"]),
  ),
  create_smtp_account: v.object({
    email_address: v.pipe(v.string(), v.minLength(5), v.maxLength(255), v.email()),
    display_name: text(1, 255),
    inbox_type: v.picklist(["GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"]),
    daily_limit: v.nullish(integer(1, 100_000)),
    smtp_host: text(1, 255),
    smtp_port: integer(1, 65_535),
    smtp_username: text(1, 255),
    smtp_password: text(1, 255),
    smtp_use_tls: v.nullish(v.boolean()),
    imap_host: text(1, 255),
    imap_port: integer(1, 65_535),
    imap_username: text(1, 255),
    imap_password: text(1, 255),
    imap_use_ssl: v.nullish(v.boolean()),
  }),
};

export const issuesOf = (operation, json) => v.safeParse(schemas[operation], JSON.parse(json)).issues ?? [];

export const pointerOf = ({ path = [] }) => toPointer(path.map(({ key }) => key));
