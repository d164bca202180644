// What every entry offers; an entry adds where the WASM comes from.
import { bodies, others, queries } from "./operations.js";
import { queryText } from "./query.js";

/**
 * Makes `checkText` of `run(operation, text)`, which gives JSON text, or nothing for an unknown operation.
 * @param {(operation: string, text: string) => string | undefined} run
 */
export const textChecker = (run) =>
  function checkText(operation, text, options) {
    refuseOptions(options);
    if (text !== undefined && typeof text !== "string") throw new TypeError(`the text is ${named(text)}; a string is needed`);
    return answer(run, operation, text ?? "");
  };

/**
 * Makes `check`.
 * @param {(operation: string, text: string) => string | undefined} run
 */
export const checker = (run) =>
  function check(operation, body, options) {
    refuseOptions(options);
    refuseUnlessText(operation);
    return answer(run, operation, textOf(operation, body));
  };

/**
 * Makes the Standard Schemas of a `check`.
 * @param {ReturnType<typeof checker>} check
 */
export const schemasOf = (check) =>
  Object.fromEntries([...bodies, ...queries, ...others].map((operation) => [operation, schema(check, operation)]));

const schema = (check, operation) => ({
  "~standard": {
    version: 1,
    vendor: "coldsend-lint",
    validate(value) {
      const answer = check(operation, value);
      return answer.ok ? { value } : { issues: answer.issues };
    },
  },
});

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

function answer(run, operation, text) {
  refuseUnlessText(operation);
  return read(operation, run(operation, text));
}

/** What was told of an operation, as an object with issues; nothing is told of one that is not known. */
export function read(operation, told) {
  if (told === undefined) throw unknown(JSON.stringify(operation.slice(0, 100)));
  const answer = JSON.parse(told);
  for (const list of ["issues", "advice"]) if (answer[list]) answer[list] = answer[list].map(issue);
  return answer;
}

/** What is sent. Undefined, a function and a symbol are no JSON: then there is no body. */
export const textOf = (operation, body) =>
  takesQuery(operation) ? queryText(body) : (JSON.stringify(body) ?? "");

function issue({ item: { loc, msg, type, ctx }, rule, hint }) {
  const path = loc.slice(1).map((key) => (typeof key === "number" ? key : String(key)));
  const issue = { path, message: msg, hint, type, rule, loc };
  return ctx === undefined ? issue : { ...issue, ctx };
}

/** Every operation with a query string is a GET, and no other one reads anything. */
const takesQuery = (operation) => operation.startsWith("GET ") || queries.includes(operation);

export function refuseUnlessText(operation) {
  if (typeof operation !== "string") throw unknown(named(operation));
}

function refuseOptions(options) {
  if (typeof options !== "object" || options === null) return;
  const [name] = Object.keys(options);
  if (name !== undefined) throw new TypeError(`unknown option ${name}; there are none`);
}

/** Not the value itself: it may be long, or a secret in the wrong place. */
export const named = (value) => (value === null ? "null" : `of type ${typeof value}`);

const unknown = (operation) =>
  new TypeError(`unknown operation: ${operation}; known are a method and a path, and: ${[...bodies, ...queries, ...others].join(", ")}`);
