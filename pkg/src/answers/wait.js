// When the API accepts requests again, according to the headers of an answer.
import { optionsOf, typeName } from "../arguments.js";

/**
 * Returns the seconds until the time in `X-RateLimit-Reset`, or -1 if that header is missing.
 *
 * The current time is the option `now`, otherwise the `Date` of the answer, otherwise that of the clock.
 * @param {{ headers?: object, now?: number | Date }} [options]
 */
export function waitOf(options) {
  const { headers, now } = optionsOf(options, "headers", "now");
  const { reset, date } = times(headers);
  const time = now === undefined ? (date ?? Date.now()) : now instanceof Date ? now.getTime() : now;
  if (!Number.isFinite(time)) throw new TypeError("now must be a valid Date or milliseconds");
  return reset === undefined ? -1 : Math.max(0, reset - Math.floor(time / 1000));
}

/** Returns the time in `X-RateLimit-Reset`, in seconds, and the `Date`, in milliseconds, as far as they are valid. */
function times(headers) {
  const found = {};
  for (const [name, value] of pairs(headers)) {
    const text = String(value).trim();
    const key = String(name).toLowerCase();
    if (key === "x-ratelimit-reset") found.reset = seconds(text);
    if (key === "date") found.date = / \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) || undefined : undefined;
  }
  return found;
}

/** Parses a time in seconds. Like the binary, it accepts at most 64 bits. */
const seconds = (text) => (/^\+?\d+$/.test(text) && BigInt(text) < 2n ** 64n ? Number(text) : undefined);

/** Returns headers as pairs. Accepts a `Headers`, a `Map`, or an object as in Node and most libraries. */
function pairs(headers) {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== "object") throw new TypeError(`the headers must be an object, not ${typeName(headers)}`);
  const all = headers[Symbol.iterator] ? [...headers] : Object.entries(headers);
  if (!all.every(Array.isArray)) throw new TypeError("the headers must be an object or a list of pairs");
  return all;
}
