// For Node: the WASM is read from its file, at the first use.
import { readFileSync } from "node:fs";
import { preflight as run, initSync } from "../../dist/preflight-glue.js";
import { foreteller } from "./api.js";
import { once } from "../start.js";

const start = /* @__PURE__ */ once(() => initSync({ module: readFileSync(new URL("../../dist/preflight.wasm", import.meta.url)) }));

/** What the API would answer in a situation. */
export const preflight = /* @__PURE__ */ foreteller((operation, text, situation) => {
  start();
  return run(operation, text, situation);
});
