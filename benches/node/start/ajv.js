// ajv with ajv-formats, which compiles the same schema in the page.
import Ajv from "ajv";
import addFormats from "ajv-formats";

const integer = (minimum, maximum) => ({ type: "integer", minimum, maximum });
const nullable = (schema) => ({ ...schema, nullable: true });
const boolean = { type: "boolean" };

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile({
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", minLength: 8, maxLength: 255 },
    daily_limit_per_inbox: nullable(integer(1, 100)),
    start_date: nullable({ type: "string", format: "date-time" }),
    timezone: { type: "string", maxLength: 100 },
    sending_days: { type: "array", minItems: 1, maxItems: 7, items: integer(1, 7) },
    sending_window_start: integer(0, 23),
    sending_window_start_minute: integer(0, 59),
    sending_window_end: integer(1, 24),
    sending_window_end_minute: integer(0, 59),
    enable_tracking: boolean,
    enable_unsubscribe: boolean,
    ramp_up_enabled: boolean,
    ramp_up_increment: nullable(integer(1, 100)),
    ramp_up_max_limit: nullable(integer(1, 1000)),
  },
});

validate(globalThis.body);
globalThis.found = validate.errors.length;
