// For those who bring the WASM themselves.
import { preflight as run, initSync } from "../../dist/preflight-glue.js";
import { handed, UNKNOWN_YET } from "../start.js";
import { foreteller } from "./api.js";

const module = /* @__PURE__ */ handed("preflight.wasm", "initPreflight", initSync);

/** Starts the WASM that foretells from its bytes or its module; what comes after the first start is passed over. */
export const initPreflight = (source) => module.init(source);

/** What the API would answer in a situation. */
export const preflight = /* @__PURE__ */ foreteller((operation, text, situation) => {
  if (!module.isReady() && operation === "") return UNKNOWN_YET;
  module.started();
  return run(operation, text, situation);
});
