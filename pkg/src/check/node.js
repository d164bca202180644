// For Node: `check` with its WASM in the script, built for speed.
import { check as callWasm, initSync } from "../../dist/node-glue.js";
import text from "../../dist/node/check.js";
import { embedded, starting } from "../wasm/start.js";
import { unzip } from "../wasm/zip.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";

/** The module, which starts on the first check. */
export const module = /* @__PURE__ */ embedded(initSync, () => unzip(text));

const started = /* @__PURE__ */ starting(module.start, callWasm);

/** Starts the WASM. */
export const warmUp = async () => module.start();

/** Returns the API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** Returns the API's answer to a body or a query string given as text. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
