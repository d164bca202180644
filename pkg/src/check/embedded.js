// `check` with its WASM in the script, built for size.
import { check as callWasm, initSync } from "../../dist/glue.js";
import text from "../../dist/inline.js";
import { bytesOf } from "../wasm/bytes.js";
import { embedded, starting } from "../wasm/start.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";

/** The module, which starts on the first check. */
export const module = /* @__PURE__ */ embedded(initSync, () => bytesOf(text));

const started = /* @__PURE__ */ starting(module.start, callWasm);

/** Starts the WASM. */
export const warmUp = async () => module.start();

/** Returns the API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** Returns the API's answer to a body or a query string given as text. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
