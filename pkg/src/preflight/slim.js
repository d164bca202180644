// For those who bring the WASM themselves.
import { preflight as run, initSync } from "../../dist/preflight-glue.js";
import { given, UNKNOWN_YET } from "../bytes.js";
import { foreteller } from "./api.js";

let ready = false;

/** Starts the WASM that foretells from its bytes or its module; what comes after the first start is passed over. */
export function initPreflight(source) {
  if (ready) return;
  initSync({ module: given(source, "preflight.wasm") });
  ready = true;
}

function started() {
  if (!ready) throw new Error("coldsend-lint is not ready: call initPreflight() with the bytes of preflight.wasm first");
}

/** What the API would answer in a situation. */
export const preflight = /* @__PURE__ */ foreteller((operation, text, situation) => {
  if (!ready && operation === "") return UNKNOWN_YET;
  started();
  return run(operation, text, situation);
});
