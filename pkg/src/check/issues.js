// Conversions of issues and their paths.
import { optionsOf } from "../arguments.js";

/**
 * Returns the first message for each field by its dotted path, or in an object of the shape of the request. Messages
 * about the whole object are under `""`.
 */
export function toFieldErrors(issues = [], options) {
  const { nested = false } = optionsOf(options, "nested");
  if (nested) return nest(issues);
  const errors = Object.create(null);
  for (const { path, message } of issues) errors[path.join(".")] ??= message;
  return errors;
}

/** Where there is a message about a list or an object and one about a value in it, the latter is kept. */
function nest(issues) {
  const root = { inner: new Map() };
  for (const { path, message } of issues) {
    let node = root;
    for (const key of path.length > 0 ? path : [""]) {
      if (!node.inner.has(key)) node.inner.set(key, { inner: new Map() });
      node = node.inner.get(key);
    }
    node.message ??= message;
  }
  return errorsOf(root);
}

function errorsOf({ inner, message }) {
  if (inner.size === 0) return message ?? {};
  const entries = [...inner].map(([key, node]) => [key, errorsOf(node)]);
  // `fromEntries` makes own keys, even of `__proto__`.
  if (!entries.every(([key]) => typeof key === "number")) return Object.fromEntries(entries);
  const list = [];
  for (const [index, errors] of entries) list[index] = errors;
  return list;
}

/** Converts a path to a JSON Pointer (RFC 6901): `["variants", 0]` is `/variants/0`. */
export function toPointer(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
