// For browsers and bundlers: the WASM is packed into the script; it is unpacked and started on the first check.
// Imported first, so that it does not separate parts of the code in a bundle: the window of gzip is only 32 KiB.
import { step } from "../packed/check.js";
import { check as callWasm } from "../../dist/glue.js";
import { whileIdle } from "../packed/idle.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";

function start(operation, text, advice, deny) {
  while (!step());
  return callWasm(operation, text, advice, deny);
}

/** Unpacks and starts the WASM while the page is idle. */
export const warmUp = () => whileIdle(step);

/** Returns the API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(start);

/** Returns the API's answer to a body or a query string given as text. */
export const checkText = /* @__PURE__ */ textChecker(start);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
