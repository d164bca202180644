// For Node: the WASM is read from its file on first use.
import { readFileSync } from "node:fs";
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import { explainer } from "./api.js";
import { once } from "../wasm/start.js";

const start = /* @__PURE__ */ once(() => initSync({ module: readFileSync(new URL("../../dist/answers.wasm", import.meta.url)) }));

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer((status, text, wait) => {
  start();
  return callWasm(status, text, wait);
});
