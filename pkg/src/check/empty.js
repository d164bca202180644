// Omits what is empty in a form, as `readForm` does.
import { isPlain } from "../arguments.js";

/**
 * Returns a value without its empty optional fields, and a function that converts the path of an issue in it to that in
 * the original value.
 * @param {object} fields the operation's shape
 * @param {unknown} value
 */
export function omitEmpty(fields, value) {
  /** The index of each item in the original list, by the list without empty items. */
  const indexes = new Map();
  const sent = without({ kind: "object", fields, required: true }, value, indexes);
  const originalPath = (path) => {
    let list = sent;
    return path.map((key) => {
      const index = indexes.get(list)?.[key] ?? key;
      list = list?.[key];
      return index;
    });
  };
  return { value: sent, originalPath };
}

/** Number inputs without a number give NaN in some libraries. */
const isEmpty = (value) => value === "" || Number.isNaN(value);

/** Returns a value without what is empty in it, or `undefined` if the value is to be omitted. */
function without(shape, value, indexes) {
  if (isEmpty(value) && !shape.required) return undefined;
  if (shape.kind === "list" && Array.isArray(value)) return list(shape, value, indexes);
  if ((shape.kind === "object" || shape.kind === "map") && isPlain(value)) return object(shape, value, indexes);
  return value;
}

function list({ of, required }, values, indexes) {
  const kept = [...values.keys()].filter((index) => !isEmpty(values[index]));
  if (kept.length === 0 && values.length > 0 && !required) return undefined;
  // An item is sent even if all its fields are omitted.
  const sent = kept.map((index) => without({ ...of, required: true }, values[index], indexes));
  indexes.set(sent, kept);
  return sent;
}

function object({ kind, fields, of, required }, value, indexes) {
  const entries = Object.entries(value);
  const sent = [];
  for (const [key, inner] of entries) {
    const shape = kind === "map" ? of : Object.hasOwn(fields, key) && fields[key];
    const kept = shape ? without(shape, inner, indexes) : inner;
    if (kept !== undefined) sent.push([key, kept]);
  }
  if (sent.length === 0 && entries.length > 0 && !required) return undefined;
  // `fromEntries` makes own keys, even of `__proto__`.
  return Object.fromEntries(sent);
}
