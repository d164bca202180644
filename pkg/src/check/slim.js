// `check` for applications that load the WASM themselves.
import { check as callWasm, initSync } from "../../dist/glue.js";
import { provided, startedBy } from "../wasm/start.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";

const module = /* @__PURE__ */ provided("coldsend-lint.wasm", "init", initSync);
const started = /* @__PURE__ */ startedBy(module, callWasm);

/** Starts the WASM from its bytes or its module; later calls are ignored. */
export const init = (source) => module.init(source);

/** Does nothing, because `init` has already started the WASM. Throws if it has not. */
export const warmUp = async () => module.start();

/** Returns the API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** Returns the API's answer to a body or a query string given as text. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
