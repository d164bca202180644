// Issues, and conversions of their paths.

/** Creates an issue from an item of the WASM's result. */
export function toIssue({ item: { loc, msg, type, ctx }, rule, hint }) {
  const path = loc.slice(1).map((key) => (typeof key === "number" ? key : String(key)));
  const issue = { path, message: msg, hint, type, rule, loc };
  if (ctx) issue.ctx = ctx;
  return issue;
}

/** Returns the first message for each field, by its dotted path; messages about the whole object are under `""`. */
export function toFieldErrors(issues) {
  const errors = Object.create(null);
  for (const { path, message } of issues) errors[path.join(".")] ??= message;
  return errors;
}

/** Converts a path to a JSON Pointer (RFC 6901): `["variants", 0]` is `/variants/0`. */
export function toPointer(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
