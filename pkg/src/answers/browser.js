// For browsers and bundlers: the WASM is embedded in the script, and starts on first use.
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import inline from "../../dist/answers-inline.js";
import { latin1ToBytes } from "../wasm/bytes.js";
import { once } from "../wasm/start.js";
import { explainer } from "./api.js";

const start = /* @__PURE__ */ once(() => initSync({ module: latin1ToBytes(inline) }));

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer((status, text, wait) => {
  start();
  return callWasm(status, text, wait);
});
