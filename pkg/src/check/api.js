// What every entry offers to check requests; an entry adds where the WASM comes from.
import { optionsOf, typeName } from "../arguments.js";
import { assertLength, OPERATION } from "../wasm/limits.js";
import { toIssue } from "./issues.js";
import { queryText } from "./query.js";

/**
 * Makes `checkText` of `callWasm(operation, text, advice)`, which gives JSON text, or for an unknown operation the ids of
 * all.
 * @param {(operation: string, text: string, advice: boolean) => string} callWasm
 */
export const textChecker = (callWasm) =>
  function checkText(operation, text, options) {
    const advice = wantsAdvice(options);
    if (text !== undefined && typeof text !== "string") throw new TypeError(`the text is ${typeName(text)}; a string is needed`);
    return answer(callWasm, operation, () => text ?? "", advice);
  };

/**
 * Makes `check`.
 * @param {(operation: string, text: string, advice: boolean) => string} callWasm
 */
export const checker = (callWasm) =>
  function check(operation, body, options) {
    const advice = wantsAdvice(options);
    return answer(callWasm, operation, () => textOf(operation, body), advice);
  };

/**
 * The result of `callWasm(operation, text, last)` as an object with issues. The text is made once the operation is one.
 * @param {(operation: string, text: string, last: any) => string} callWasm
 * @param {unknown} operation
 * @param {() => string} makeText
 * @param {boolean | string} last whether advice is wanted, or the situation
 */
export function answer(callWasm, operation, makeText, last) {
  if (typeof operation !== "string") throw unknown(typeName(operation), callWasm("", "", last));
  assertLength("operation", operation, OPERATION);
  const text = assertLength("text", makeText());
  if (text && takesQuery(operation) && /^[^#]*\?/.test(operation)) {
    throw new TypeError("there are two query strings; one is in the operation");
  }
  const result = callWasm(operation, text, last);
  if (result[0] !== "{") throw unknown(JSON.stringify(shown(operation)), result);
  const answer = JSON.parse(result);
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

function wantsAdvice(options) {
  const { advice = true } = optionsOf(options, "advice");
  if (typeof advice !== "boolean") throw new TypeError(`the option advice is ${typeName(advice)}; a boolean is needed`);
  return advice;
}

/** Without what may be a secret: a query string, a password before a host, a key of the API. */
const shown = (operation) =>
  operation.replace(/[?#].*/s, "").replace(/\/\/.*@/s, "//…@").replace(/(cs_[a-z]+_)[\w-]+/g, "$1…").slice(0, 100);

const unknown = (operation, known) =>
  new TypeError(`unknown operation: ${operation}; known are a method and a path, and: ${known}`);
