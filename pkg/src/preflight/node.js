// For Node: `preflight` with its WASM in the script; it starts on first use.
import { preflight as callWasm, initSync } from "../../dist/preflight-glue.js";
import text from "../../dist/node/preflight.js";
import { embedded, starting } from "../wasm/start.js";
import { unzip } from "../wasm/zip.js";
import { predictor } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => unzip(text));

/** Predicts what the API would answer in a situation. */
export const preflight = /* @__PURE__ */ predictor(/* @__PURE__ */ starting(start, callWasm));
