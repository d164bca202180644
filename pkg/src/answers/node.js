// For Node: `explain` with its WASM in the script; it starts on first use.
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import text from "../../dist/node/answers.js";
import { embedded, starting } from "../wasm/start.js";
import { unzip } from "../wasm/zip.js";
import { explainer } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => unzip(text));

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer(/* @__PURE__ */ starting(start, callWasm));
