// For browsers and bundlers: the WASM is in the script, and starts at the first use.
import { preflight as run, initSync } from "../../dist/preflight-glue.js";
import inline from "../../dist/preflight-inline.js";
import { inlined } from "../bytes.js";
import { once } from "../start.js";
import { foreteller } from "./api.js";

const start = /* @__PURE__ */ once(() => initSync({ module: inlined(inline) }));

/** What the API would answer in a situation. */
export const preflight = /* @__PURE__ */ foreteller((operation, text, situation) => {
  start();
  return run(operation, text, situation);
});
