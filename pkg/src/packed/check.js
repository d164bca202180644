// The module of `check`, packed in a script: who needs it first starts it for all.
import packed from "../../dist/inline.js";
import { initSync } from "../../dist/glue.js";
import { starter } from "./start.js";

/** One step of the start; whether that was the last. */
export const step = /* @__PURE__ */ starter(packed, initSync);
