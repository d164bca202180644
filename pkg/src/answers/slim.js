// For those who bring the WASM themselves.
import { explain as run, initSync } from "../../dist/answers-glue.js";
import { given } from "../bytes.js";
import { explainer } from "./api.js";

let ready = false;

/** Starts the WASM for answers from its bytes or its module; what comes after the first start is passed over. */
export function initAnswers(source) {
  if (ready) return;
  initSync({ module: given(source, "answers.wasm") });
  ready = true;
}

function started() {
  if (!ready) throw new Error("coldsend-lint is not ready: call initAnswers() with the bytes of answers.wasm first");
}

/** What an answer of the API means. */
export const explain = /* @__PURE__ */ explainer((status, text, wait) => {
  started();
  return run(status, text, wait);
});
