// What every entry offers to check requests; an entry adds where the WASM comes from.
import { optionsOf, typeName } from "../arguments.js";
import { assertLength, OPERATION } from "../wasm/limits.js";
import { toIssue } from "./issues.js";
import { queryText } from "./query.js";

/**
 * Makes `checkText` of `callWasm(operation, text, advice, deny)`, which gives JSON text, or for an unknown operation a
 * sentence.
 * @param {(operation: string, text: string, advice: boolean, deny: string) => string} callWasm
 */
export const textChecker = (callWasm) =>
  function checkText(operation, text, options) {
    const call = withOptions(callWasm, options);
    if (text !== undefined && typeof text !== "string") throw new TypeError(`the text must be a string, not ${typeName(text)}`);
    return answer(call, operation, () => text ?? "");
  };

/**
 * Makes `check`.
 * @param {(operation: string, text: string, advice: boolean, deny: string) => string} callWasm
 */
export const checker = (callWasm) =>
  function check(operation, body, options) {
    return answer(withOptions(callWasm, options), operation, () => textOf(operation, body));
  };

/**
 * The result of `call(operation, text)` as an object with issues. The text is made once the operation is one.
 * @param {(operation: string, text: string) => string} call
 * @param {unknown} operation
 * @param {() => string} makeText
 */
export function answer(call, operation, makeText) {
  if (typeof operation !== "string") throw unknown(typeName(operation), call("", ""));
  assertLength("operation", operation, OPERATION);
  const text = assertLength("text", makeText());
  if (text && takesQuery(operation) && /^[^#]*\?/.test(operation)) {
    throw new TypeError("there are two query strings: one is in the operation");
  }
  const result = call(operation, text);
  if (result[0] !== "{") throw unknown(JSON.stringify(shown(operation)), result);
  const answer = JSON.parse(result);
  if (answer.unknown_rule !== undefined) throw noRule(answer.unknown_rule);
  answer.issues &&= answer.issues.map(toIssue);
  answer.advice &&= answer.advice.map(toIssue);
  return answer;
}

/** What is sent. Undefined, a function and a symbol are no JSON: then there is no body. */
export const textOf = (operation, body) =>
  takesQuery(operation) ? queryText(body) : (JSON.stringify(body) ?? "");

/**
 * Every operation with a query string is a GET, in any case, and no other one reads anything. Their ids begin with these
 * words.
 */
const takesQuery = (operation) => /^(get[ _]|list_)/i.test(operation);

/** `callWasm` with these options. */
function withOptions(callWasm, options) {
  const { advice = true, deny = [] } = optionsOf(options, "advice", "deny");
  if (typeof advice !== "boolean") throw new TypeError(`the option advice must be a boolean, not ${typeName(advice)}`);
  if (!Array.isArray(deny) || deny.some((id) => typeof id !== "string")) {
    throw new TypeError(`the option deny must be a list of rule ids, not ${Array.isArray(deny) ? "of other values" : typeName(deny)}`);
  }
  // The ids are handed over with commas between them.
  const odd = deny.find((id) => !/^[^,]+$/.test(id));
  if (odd !== undefined) throw noRule(odd);
  const ids = assertLength("option deny", deny.join());
  return (operation, text) => callWasm(operation, text, advice, ids);
}

/** Without what may be a secret: a query string, a password before a host, a key of the API. */
const shown = (operation) =>
  operation.replace(/[?#].*/s, "").replace(/\/\/.*@/s, "//…@").replace(/(cs_[a-z]+_)[\w-]+/g, "$1…").slice(0, 100);

const noRule = (id) => new TypeError(`unknown rule in the option deny: ${JSON.stringify(id)}`);

const unknown = (operation, sentence) => new TypeError(`operation ${operation}: ${sentence}`);
