// For browsers and bundlers: the WASM is in the script, and starts at the first use.
import { preflight as run, initSync } from "../../dist/preflight-glue.js";
import inline from "../../dist/preflight-inline.js";
import { inlined } from "../bytes.js";
import { foreteller } from "./api.js";

let ready = false;

function start() {
  if (ready) return;
  initSync({ module: inlined(inline) });
  ready = true;
}

/** What the API would answer in a situation. */
export const preflight = /* @__PURE__ */ foreteller((operation, text, situation) => {
  start();
  return run(operation, text, situation);
});
