// For browsers and bundlers: the WASM is packed in the script; it is unpacked and starts at the first check.
// First, so that it does not stand between parts of the code in a bundle: gzip sees no further than 32 KiB.
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

/** The API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(start);

/** The API's answer to a body as it is sent, or to a query string. */
export const checkText = /* @__PURE__ */ textChecker(start);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
