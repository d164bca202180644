// What is wrong, one by one.

/** An issue of an entry of the WASM's result. */
export function toIssue({ item: { loc, msg, type, ctx }, rule, hint }) {
  const path = loc.slice(1).map((key) => (typeof key === "number" ? key : String(key)));
  const issue = { path, message: msg, hint, type, rule, loc };
  if (ctx) issue.ctx = ctx;
  return issue;
}

/** The first message for each field, by its path with dots; what is about the whole is under `""`. */
export function toFieldErrors(issues) {
  const errors = Object.create(null);
  for (const { path, message } of issues) errors[path.join(".")] ??= message;
  return errors;
}

/** A path as a JSON Pointer (RFC 6901): `["variants", 0]` is `/variants/0`. */
export function toPointer(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
