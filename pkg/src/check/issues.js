// Conversions of the paths of issues.

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
