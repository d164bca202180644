// For browsers and bundlers: the WASM is in the script, and starts at the first check.
import inline from "../dist/inline.js";
import { check as run, initSync } from "../dist/glue.js";
import { checker, schemasOf, textChecker } from "./api.js";
import { inlined } from "./bytes.js";

export { explain } from "./answers/browser.js";
export { preflight } from "./preflight/browser.js";
export { toFieldErrors, toPointer } from "./api.js";
export { rules } from "./catalogue.js";

let ready = false;

function start(operation, text) {
  if (!ready) {
    initSync({ module: inlined(inline) });
    ready = true;
  }
  return run(operation, text);
}

/** The API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(start);

/** The API's answer to a body as it is sent, or to a query string. */
export const checkText = /* @__PURE__ */ textChecker(start);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
