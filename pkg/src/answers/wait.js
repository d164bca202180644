// When the API takes requests again, by the headers of an answer.
import { optionsOf, typeName } from "../arguments.js";

/**
 * The seconds until the time in `X-RateLimit-Reset`; -1 if no header has it.
 *
 * Now is the option `now`, else the `Date` of the answer, else the time of the clock.
 * @param {{ headers?: object, now?: number | Date }} [options]
 */
export function waitOf(options) {
  const { headers, now } = optionsOf(options, "headers", "now");
  const { reset, date } = times(headers);
  const time = now === undefined ? (date ?? Date.now()) : now instanceof Date ? now.getTime() : now;
  if (!Number.isFinite(time)) throw new TypeError("now must be a valid Date or milliseconds");
  return reset === undefined ? -1 : Math.max(0, reset - Math.floor(time / 1000));
}

/** In Unix seconds, and in milliseconds. */
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

/** What has more than 64 bits is no time to the binary, either. */
const seconds = (text) => (/^\+?\d+$/.test(text) && BigInt(text) < 2n ** 64n ? Number(text) : undefined);

/** Of a Headers, of a Map, or of an object, as Node and most libraries have it. */
function pairs(headers) {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== "object") throw new TypeError(`the headers must be an object, not ${typeName(headers)}`);
  const all = headers[Symbol.iterator] ? [...headers] : Object.entries(headers);
  if (!all.every(Array.isArray)) throw new TypeError("the headers must be an object or a list of pairs");
  return all;
}
