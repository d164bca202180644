// For browsers and bundlers: the WASM is in the script, and starts at the first use.
import { explain as run, initSync } from "../../dist/answers-glue.js";
import inline from "../../dist/answers-inline.js";
import { inlined } from "../bytes.js";
import { once } from "../start.js";
import { explainer } from "./api.js";

const start = /* @__PURE__ */ once(() => initSync({ module: inlined(inline) }));

/** What an answer of the API means. */
export const explain = /* @__PURE__ */ explainer((status, text, wait) => {
  start();
  return run(status, text, wait);
});
