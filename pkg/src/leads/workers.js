// For workers that forbid compiling bytes: the bundler compiles the WASM.
import wasm from "../../dist/leads.wasm?module";
import { LeadList, initSync } from "../../dist/leads-glue.js";
import { embedded } from "../wasm/start.js";
import { leadsChecker } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => wasm);

/** Checks a list of leads before it is uploaded. */
export const checkLeads = /* @__PURE__ */ leadsChecker(start, LeadList);
