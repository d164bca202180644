// typebox, compiled, with the formats of ajv-formats. It has no rules across fields.
import { FormatRegistry, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { fullFormats } from "ajv-formats/dist/formats.js";

for (const name of ["date-time", "email", "uuid"]) {
  const format = fullFormats[name];
  FormatRegistry.Set(name, format instanceof RegExp ? (text) => format.test(text) : format.validate);
}

// An error inside a union is reported as one of the union, so only plain values are nullable.
const optional = (schema) => Type.Optional(Type.Union([schema, Type.Null()]));
const choice = (...values) => Type.Union(values.map((value) => Type.Literal(value)));
const integer = (minimum, maximum) => Type.Integer({ minimum, maximum });
const text = (minLength, maxLength) => Type.String({ minLength, maxLength });
const boolean = Type.Boolean();

const variant = Type.Object({
  subject_template: optional(text(0, 500)),
  email_content: text(10, 100_000),
  variant_name: Type.Optional(Type.String({ pattern: "^[A-Za-z]*$" })),
  variant_label: optional(text(0, 100)),
  distribution_percent: Type.Optional(integer(0, 100)),
});

const step = Type.Object({
  step_number: integer(2, 11),
  trigger_type: choice("NOT_OPENED", "NOT_REPLIED", "OPENED_BUT_NOT_REPLIED"),
  wait_days: integer(1, 30),
  variants: Type.Array(variant),
});

const updateCampaign = Type.Object({
  name: optional(text(8, 255)),
  daily_limit_per_inbox: optional(integer(1, 100)),
  start_date: optional(Type.String({ format: "date-time" })),
  timezone: optional(text(0, 100)),
  sending_days: Type.Optional(Type.Array(integer(1, 7), { minItems: 1, maxItems: 7 })),
  sending_window_start: optional(integer(0, 23)),
  sending_window_start_minute: optional(integer(0, 59)),
  sending_window_end: optional(integer(1, 24)),
  sending_window_end_minute: optional(integer(0, 59)),
  enable_tracking: optional(boolean),
  enable_unsubscribe: optional(boolean),
  ramp_up_enabled: optional(boolean),
  ramp_up_increment: optional(integer(1, 100)),
  ramp_up_max_limit: optional(integer(1, 1000)),
  lead_mapping: optional(Type.Record(Type.String(), Type.String())),
  inbox_ids: Type.Optional(Type.Array(Type.String({ format: "uuid" }), { minItems: 1 })),
  variants: Type.Optional(Type.Array(variant, { maxItems: 4 })),
  sequences: Type.Optional(Type.Array(step, { maxItems: 10 })),
  launch: optional(boolean),
});

const createSmtpAccount = Type.Object({
  email_address: Type.String({ minLength: 5, maxLength: 255, format: "email" }),
  display_name: text(1, 255),
  inbox_type: choice("GOOGLE_WORKSPACE", "OUTLOOK_365", "CUSTOM_SMTP"),
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
});

const validators = {
  update_campaign: TypeCompiler.Compile(updateCampaign),
  create_smtp_account: TypeCompiler.Compile(createSmtpAccount),
};

export function issuesOf(operation, json) {
  const [validator, value] = [validators[operation], JSON.parse(json)];
  return validator.Check(value) ? [] : [...validator.Errors(value)];
}

export const pointerOf = ({ path }) => path;
