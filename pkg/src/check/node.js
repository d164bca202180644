// For Node: the WASM is read from its file on the first check.
import { readFileSync } from "node:fs";
import { check as callWasm, initSync } from "../../dist/node-glue.js";
import { once } from "../wasm/start.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";

const start = /* @__PURE__ */ once(() => initSync({ module: readFileSync(new URL("../../dist/node.wasm", import.meta.url)) }));

function started(operation, text, advice, deny) {
  start();
  return callWasm(operation, text, advice, deny);
}

/** Starts the WASM, which takes a while in browsers. */
export const warmUp = async () => start();

/** Returns the API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** Returns the API's answer to a body or a query string given as text. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
