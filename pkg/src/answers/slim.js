// `explain` for applications that load the WASM themselves.
import { explain as callWasm, initSync } from "../../dist/answers-glue.js";
import { provided, starting } from "../wasm/start.js";
import { explainer } from "./api.js";

const module = /* @__PURE__ */ provided("answers.wasm", "initAnswers", initSync);

/** Starts the WASM of `explain` from its bytes or its module; later calls are ignored. */
export const initAnswers = (source) => module.init(source);

/** Explains an answer from the API. */
export const explain = /* @__PURE__ */ explainer(/* @__PURE__ */ starting(module.start, callWasm));
