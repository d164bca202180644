// `preflight` for applications that load the WASM themselves.
import { preflight as callWasm, initSync } from "../../dist/preflight-glue.js";
import { provided, startedBy } from "../wasm/start.js";
import { predictor } from "./api.js";

const module = /* @__PURE__ */ provided("preflight.wasm", "initPreflight", initSync);

/** Starts the WASM of `preflight` from its bytes or its module; later calls are ignored. */
export const initPreflight = (source) => module.init(source);

/** Predicts what the API would answer in a situation. */
export const preflight = /* @__PURE__ */ predictor(/* @__PURE__ */ startedBy(module, callWasm));
