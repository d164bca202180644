// `explain` with its WASM in the script; it starts on first use.
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import text from "../../dist/answers-inline.js";
import { bytesOf } from "../wasm/bytes.js";
import { embedded, starting } from "../wasm/start.js";
import { explainer } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => bytesOf(text));

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer(/* @__PURE__ */ starting(start, callWasm));
