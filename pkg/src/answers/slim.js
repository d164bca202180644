// For those who bring the WASM themselves.
import { explain as run, initSync } from "../../dist/answers-glue.js";
import { handed } from "../start.js";
import { explainer } from "./api.js";

const module = /* @__PURE__ */ handed("answers.wasm", "initAnswers", initSync);

/** Starts the WASM for answers from its bytes or its module; what comes after the first start is passed over. */
export const initAnswers = (source) => module.init(source);

/** What an answer of the API means. */
export const explain = /* @__PURE__ */ explainer((status, text, wait) => {
  module.started();
  return run(status, text, wait);
});
