// ajv, compiled, with ajv-formats. It reports all errors, as the API does. Keywords add the rules across fields.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { areUnique, endsAfterStart, sumTo100 } from "./across.js";

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const keyword = (name, type, validate) =>
  ajv.addKeyword({ keyword: name, type, schemaType: "boolean", validate: (_, value) => validate(value), errors: false });
keyword("endsAfterStart", "object", endsAfterStart);
// A list with an item that cannot be read has an error already.
const areReadable = (variants) =>
  variants.every((variant) => variant && ["string", "undefined"].includes(typeof variant.variant_name));
keyword("fairVariants", "array", (variants) => !areReadable(variants) || (areUnique(variants) && sumTo100(variants)));

const optional = (schema) => ({ ...schema, nullable: true });
const integer = (minimum, maximum) => ({ type: "integer", minimum, maximum });
const text = (minLength, maxLength) => ({ type: "string", minLength, maxLength });
const boolean = { type: "boolean" };

const variant = {
  type: "object",
  required: ["email_content"],
  properties: {
    subject_template: optional(text(0, 500)),
    email_content: text(10, 100_000),
    variant_name: { type: "string", pattern: "^[A-Za-z]*$" },
    variant_label: optional(text(0, 100)),
    distribution_percent: integer(0, 100),
  },
};

const updateCampaign = {
  type: "object",
  endsAfterStart: true,
  properties: {
    name: optional(text(8, 255)),
    daily_limit_per_inbox: optional(integer(1, 100)),
    start_date: optional({ type: "string", format: "date-time" }),
    timezone: optional(text(0, 100)),
    sending_days: optional({ type: "array", minItems: 1, maxItems: 7, items: integer(1, 7) }),
    sending_window_start: optional(integer(0, 23)),
    sending_window_start_minute: optional(integer(0, 59)),
    sending_window_end: optional(integer(1, 24)),
    sending_window_end_minute: optional(integer(0, 59)),
    enable_tracking: optional(boolean),
    enable_unsubscribe: optional(boolean),
    ramp_up_enabled: optional(boolean),
    ramp_up_increment: optional(integer(1, 100)),
    ramp_up_max_limit: optional(integer(1, 1000)),
    lead_mapping: optional({ type: "object", additionalProperties: { type: "string" } }),
    inbox_ids: optional({ type: "array", minItems: 1, items: { type: "string", format: "uuid" } }),
    variants: optional({ type: "array", maxItems: 4, items: variant, fairVariants: true }),
    sequences: optional({
      type: "array",
      maxItems: 10,
      items: {
        type: "object",
        required: ["step_number", "trigger_type", "wait_days", "variants"],
        properties: {
          step_number: integer(2, 11),
          trigger_type: { enum: ["NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"] },
          wait_days: integer(1, 30),
          variants: { type: "array", items: variant, fairVariants: true },
        },
      },
    }),
    launch: optional(boolean),
  },
};

const createSmtpAccount = {
  type: "object",
  required: [
    ...["email_address", "display_name", "inbox_type", "smtp_host", "smtp_port", "smtp_username", "smtp_password"],
    ...["imap_host", "imap_port", "imap_username", "imap_password"],
  ],
  properties: {
    email_address: { ...text(5, 255), format: "email" },
    display_name: text(1, 255),
    inbox_type: { enum: ["GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"] },
    daily_limit: optional(integer(1, 100_000)),
    smtp_host: text(1, 255),
    smtp_port: integer(1, 65_535),
    smtp_username: text(1, 255),
    smtp_password: text(1, 255),
    smtp_use_tls: optional(boolean),
    imap_host: text(1, 255),
    imap_port: integer(1, 65_535),
    imap_username: text(1, 255),
    imap_password: text(1, 255),
    imap_use_ssl: optional(boolean),
  },
};

const validators = { update_campaign: ajv.compile(updateCampaign), create_smtp_account: ajv.compile(createSmtpAccount) };

export function issuesOf(operation, json) {
  const validate = validators[operation];
  return validate(JSON.parse(json)) ? [] : validate.errors;
}

export const pointerOf = ({ keyword, instancePath, params }) => {
  if (keyword === "required") return `${instancePath}/${params.missingProperty}`;
  return keyword === "endsAfterStart" ? `${instancePath}/sending_window_end` : instancePath;
};
