// For browsers and bundlers: the WASM is embedded in the script, and starts on first use.
import { preflight as callWasm, initSync } from "../../dist/preflight-glue.js";
import inline from "../../dist/preflight-inline.js";
import { latin1ToBytes } from "../wasm/bytes.js";
import { once } from "../wasm/start.js";
import { predictor } from "./api.js";

const start = /* @__PURE__ */ once(() => initSync({ module: latin1ToBytes(inline) }));

/** Predicts what the API would answer in a situation. */
export const preflight = /* @__PURE__ */ predictor((operation, text, situation) => {
  start();
  return callWasm(operation, text, situation);
});
