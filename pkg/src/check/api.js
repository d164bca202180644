// The part of `check` that all entry points share; each adds its way to load the WASM.
import { isFormData, joinedRules, optionsOf, typeName } from "../arguments.js";
import { assertLength, OPERATION } from "../wasm/limits.js";
import { queryText } from "./query.js";

/**
 * Creates `checkText` from `callWasm(operation, text, advice, deny)`, whose result `resultOf` reads.
 * @param {(operation: string, text: string, advice: boolean, deny: string) => unknown} callWasm
 */
export const textChecker = (callWasm) =>
  function checkText(operation, text, options) {
    const call = withOptions(callWasm, options);
    if (text !== undefined && typeof text !== "string") throw new TypeError(`the text must be a string, not ${typeName(text)}`);
    return answer(call, operation, () => text ?? "");
  };

/**
 * Creates `check`.
 * @param {(operation: string, text: string, advice: boolean, deny: string) => unknown} callWasm
 */
export const checker = (callWasm) =>
  function check(operation, body, options) {
    return answer(withOptions(callWasm, options), operation, () => textOf(operation, body));
  };

/**
 * Returns the result of `call(operation, text)`. The text is created only after the operation has been checked.
 * @template T
 * @param {(operation: string, text: string) => T} call throws a text if the operation is unknown
 * @param {unknown} operation
 * @param {() => string} makeText
 */
export function answer(call, operation, makeText) {
  const isText = typeof operation === "string";
  let text = "";
  if (isText) {
    assertLength("operation", operation, OPERATION);
    text = assertLength("text", makeText());
    if (text && takesQuery(operation) && /^[^#]*\?/.test(operation)) {
      throw new TypeError("there are two query strings: one is in the operation");
    }
  }
  try {
    return call(isText ? operation : "", text);
  } catch (error) {
    if (typeof error !== "string") throw error;
    throw new TypeError(`operation ${isText ? JSON.stringify(shown(operation)) : typeName(operation)}: ${error}`);
  }
}

/** Returns the text to send. `undefined`, a function and a symbol cannot be written as JSON, so they mean no body. */
export function textOf(operation, body) {
  if (takesQuery(operation)) return queryText(body);
  // `JSON.stringify` writes it as `{}`. Only a list of leads is sent as a form.
  if (isFormData(body) && !/leads$/i.test(operation)) throw new TypeError("read the form first, with readForm of coldsend-lint/form");
  return JSON.stringify(body) ?? "";
}

/**
 * Returns whether an operation has a query string. All of these are GETs, and the other GETs read nothing. The method
 * is case-insensitive, and the ids begin with these words.
 */
const takesQuery = (operation) => /^(get[ _]|list_)/i.test(operation);

/** Binds these options to `callWasm`. */
function withOptions(callWasm, options) {
  const { advice = true, deny = [] } = optionsOf(options, "advice", "deny");
  if (typeof advice !== "boolean") throw new TypeError(`the option advice must be a boolean, not ${typeName(advice)}`);
  const ids = assertLength("option deny", joinedRules("deny", deny));
  return (operation, text) => resultOf(callWasm(operation, text, advice, ids));
}

/** Returns the result of a check, from what the module returns, or throws its error. */
function resultOf(text) {
  if (text === undefined) return { ok: true, issues: [], advice: [] };
  // A record begins with a brace. The body of the API's answer is on the next line.
  if (text[0] !== "{") throw text;
  const end = text.indexOf("\n");
  const { ok, status, issues, advice } = JSON.parse(end < 0 ? text : text.slice(0, end));
  return ok ? { ok, issues, advice } : { ok, status, body: end < 0 ? null : text.slice(end + 1), issues, advice };
}

/** Masks what may be a secret: a query string, a password before a host, an API key. */
const shown = (operation) =>
  operation.replace(/[?#].*/s, "").replace(/\/\/.*@/s, "//…@").replace(/(cs_[a-z]+_)[\w-]+/g, "$1…").slice(0, 100);
