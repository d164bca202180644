// For Node: the WASM is read from the file beside this one, at the first check.
import { readFileSync } from "node:fs";
import { check as run, initSync } from "../dist/glue.js";
import { checker, textChecker } from "./api.js";
import { schemasOf } from "./schemas.js";
import { once } from "./start.js";

export { explain } from "./answers/node.js";
export { preflight } from "./preflight/node.js";
export { toFieldErrors, toPointer } from "./api.js";
export { rules } from "./catalogue.js";

const start = /* @__PURE__ */ once(() => initSync({ module: readFileSync(new URL("../dist/coldsend-lint.wasm", import.meta.url)) }));

function started(operation, text, advice) {
  start();
  return run(operation, text, advice);
}

/** Starts the WASM, which in browsers takes a while. */
export const warmUp = async () => start();

/** The API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(started);

/** The API's answer to a body as it is sent, or to a query string. */
export const checkText = /* @__PURE__ */ textChecker(started);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
