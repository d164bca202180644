// zod, with refinements for the rules across fields.
import { z } from "zod";
import { toPointer } from "../../../pkg/src/check/issues.js";
import { areUnique, endsAfterStart, sumTo100 } from "./across.js";

const integer = (minimum, maximum) => z.int().min(minimum).max(maximum);
const text = (minimum, maximum) => z.string().min(minimum).max(maximum);
const fair = (variants) => areUnique(variants) && sumTo100(variants);

const variant = z.object({
  subject_template: z.string().max(500).nullish(),
  email_content: text(10, 100_000),
  variant_name: z.string().regex(/^[A-Za-z]*$/).optional(),
  variant_label: z.string().max(100).nullish(),
  distribution_percent: integer(0, 100).optional(),
});

const schemas = {
  update_campaign: z
    .object({
      name: text(8, 255).nullish(),
      daily_limit_per_inbox: integer(1, 100).nullish(),
      start_date: z.iso.datetime({ offset: true }).nullish(),
      timezone: z.string().max(100).nullish(),
      sending_days: z.array(integer(1, 7)).min(1).max(7).nullish(),
      sending_window_start: integer(0, 23).nullish(),
      sending_window_start_minute: integer(0, 59).nullish(),
      sending_window_end: integer(1, 24).nullish(),
      sending_window_end_minute: integer(0, 59).nullish(),
      enable_tracking: z.boolean().nullish(),
      enable_unsubscribe: z.boolean().nullish(),
      ramp_up_enabled: z.boolean().nullish(),
      ramp_up_increment: integer(1, 100).nullish(),
      ramp_up_max_limit: integer(1, 1000).nullish(),
      lead_mapping: z.record(z.string(), z.string()).nullish(),
      inbox_ids: z.array(z.guid()).min(1).nullish(),
      variants: z.array(variant).max(4).refine(fair).nullish(),
      sequences: z
        .array(
          z.object({
            step_number: integer(2, 11),
            trigger_type: z.enum(["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"]),
            wait_days: integer(1, 30),
            variants: z.array(variant).refine(fair),
          }),
        )
        .max(10)
        .nullish(),
      launch: z.boolean().nullish(),
    })
    .refine(endsAfterStart, { path: ["sending_window_end"] }),
  create_smtp_account: z.object({
    email_address: z.email().min(5).max(255),
    display_name: text(1, 255),
    inbox_type: z.enum(["GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"]),
    daily_limit: integer(1, 100_000).nullish(),
    smtp_host: text(1, 255),
    smtp_port: integer(1, 65_535),
    smtp_username: text(1, 255),
    smtp_password: text(1, 255),
    smtp_use_tls: z.boolean().nullish(),
    imap_host: text(1, 255),
    imap_port: integer(1, 65_535),
    imap_username: text(1, 255),
    imap_password: text(1, 255),
    imap_use_ssl: z.boolean().nullish(),
  }),
};

export const issuesOf = (operation, json) => schemas[operation].safeParse(JSON.parse(json)).error?.issues ?? [];

export const pointerOf = ({ path }) => toPointer(path);
