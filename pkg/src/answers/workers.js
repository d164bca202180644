// For workers that forbid compiling bytes: the bundler compiles the WASM.
import wasm from "../../dist/answers.wasm?module";
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import { embedded, starting } from "../wasm/start.js";
import { explainer } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => wasm);

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer(/* @__PURE__ */ starting(start, callWasm));
