// For workers that forbid compiling bytes: the bundler compiles the WASM.
import wasm from "../../dist/preflight.wasm?module";
import { preflight as callWasm, initSync } from "../../dist/preflight-glue.js";
import { embedded, starting } from "../wasm/start.js";
import { predictor } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => wasm);

/** Predicts what the API would answer in a situation. */
export const preflight = /* @__PURE__ */ predictor(/* @__PURE__ */ starting(start, callWasm));
