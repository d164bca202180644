// The module of `check`, packed in a script. Whoever needs it first starts it for all.
import packed from "../../dist/inline.js";
import { initSync } from "../../dist/glue.js";
import { starter } from "./start.js";

/** Does one step of the start. Returns whether it was the last. */
export const step = /* @__PURE__ */ starter(packed, initSync);
