// What every entry offers; an entry adds where the WASM comes from.
import { fitting, OPERATION } from "./limits.js";
import { queryText } from "./query.js";

/**
 * Makes `checkText` of `run(operation, text, advice)`, which gives JSON text, or of an unknown operation the ids of all.
 * @param {(operation: string, text: string, advice: boolean) => string} run
 */
export const textChecker = (run) =>
  function checkText(operation, text, options) {
    const advice = wantsAdvice(options);
    if (text !== undefined && typeof text !== "string") throw new TypeError(`the text is ${named(text)}; a string is needed`);
    return answer(run, operation, () => text ?? "", advice);
  };

/**
 * Makes `check`.
 * @param {(operation: string, text: string, advice: boolean) => string} run
 */
export const checker = (run) =>
  function check(operation, body, options) {
    const advice = wantsAdvice(options);
    return answer(run, operation, () => textOf(operation, body), advice);
  };

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

/**
 * The result of `run(operation, text, last)` as an object with issues. The text is made once the operation is one.
 * @param {(operation: string, text: string, last: any) => string} run
 * @param {unknown} operation
 * @param {() => string} makeText
 * @param {boolean | string} last whether advice is wanted, or the situation
 */
export function answer(run, operation, makeText, last) {
  if (typeof operation !== "string") throw unknown(named(operation), run("", "", last));
  fitting("operation", operation, OPERATION);
  const text = fitting("text", makeText());
  if (text && takesQuery(operation) && /^[^#]*\?/.test(operation)) {
    throw new TypeError("there are two query strings; one is in the operation");
  }
  const told = run(operation, text, last);
  if (told[0] !== "{") throw unknown(JSON.stringify(shown(operation)), told);
  const answer = JSON.parse(told);
  answer.issues &&= answer.issues.map(issue);
  answer.advice &&= answer.advice.map(issue);
  return answer;
}

/** What is sent. Undefined, a function and a symbol are no JSON: then there is no body. */
export const textOf = (operation, body) =>
  takesQuery(operation) ? queryText(body) : (JSON.stringify(body) ?? "");

function issue({ item: { loc, msg, type, ctx }, rule, hint }) {
  const path = loc.slice(1).map((key) => (typeof key === "number" ? key : String(key)));
  const issue = { path, message: msg, hint, type, rule, loc };
  if (ctx) issue.ctx = ctx;
  return issue;
}

/**
 * Every operation with a query string is a GET, in any case, and no other one reads anything. Their ids begin with these
 * words.
 */
const takesQuery = (operation) => /^(get[ _]|list_)/i.test(operation);

function wantsAdvice(options) {
  const { advice = true } = optionsOf(options, "advice");
  if (typeof advice !== "boolean") throw new TypeError(`the option advice is ${named(advice)}; a boolean is needed`);
  return advice;
}

/** The options; none if they are no object, as when `map` calls. An error if one has another name. */
export function optionsOf(options, ...names) {
  if (typeof options !== "object" || options === null) return {};
  const other = Object.keys(options).find((name) => !names.includes(name));
  if (other !== undefined) throw new TypeError(`unknown option ${other}; known: ${names.join(", ") || "none"}`);
  return options;
}

/** Not the value itself: it may be long, or a secret in the wrong place. */
export const named = (value) => (value === null ? "null" : `of type ${typeof value}`);

/** Without what may be a secret: a query string, a password before a host, a key of the API. */
const shown = (operation) =>
  operation.replace(/[?#].*/s, "").replace(/\/\/.*@/s, "//…@").replace(/(cs_[a-z]+_)[\w-]+/g, "$1…").slice(0, 100);

const unknown = (operation, known) =>
  new TypeError(`unknown operation: ${operation}; known are a method and a path, and: ${known}`);
