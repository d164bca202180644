// For Node: the WASM is read from its file on first use.
import { readFileSync } from "node:fs";
import { preflight as callWasm, initSync } from "../../dist/preflight-glue.js";
import { predictor } from "./api.js";
import { once } from "../wasm/start.js";

const start = /* @__PURE__ */ once(() => initSync({ module: readFileSync(new URL("../../dist/preflight.wasm", import.meta.url)) }));

/** Predicts what the API would answer in a situation. */
export const preflight = /* @__PURE__ */ predictor((operation, text, situation) => {
  start();
  return callWasm(operation, text, situation);
});
