// For those who bring the WASM themselves.
import { check as run, initSync } from "../dist/glue.js";
import { checker, textChecker } from "./api.js";
import { given, UNKNOWN_YET } from "./bytes.js";
import { schemasOf } from "./schemas.js";

export { explain, initAnswers } from "./answers/slim.js";
export { initPreflight, preflight } from "./preflight/slim.js";
export { toFieldErrors, toPointer } from "./api.js";
export { rules } from "./catalogue.js";

let ready = false;

/** Starts the WASM from its bytes or its module; what comes after the first start is passed over. */
export function init(source) {
  if (ready) return;
  initSync({ module: given(source, "coldsend-lint.wasm") });
  ready = true;
}

function start() {
  if (!ready) throw new Error("coldsend-lint is not ready: call init() with the bytes of coldsend-lint.wasm first");
}

function started(operation, text) {
  if (!ready && operation === "") return UNKNOWN_YET;
  start();
  return run(operation, text);
}

/** Nothing is left to do after `init`. */
export const warmUp = async () => start();

/** The API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** The API's answer to a body as it is sent, or to a query string. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
