// For Node: `checkLeads` with its WASM in the script; it starts on first use.
import { LeadList, initSync } from "../../dist/leads-glue.js";
import text from "../../dist/node/leads.js";
import { embedded } from "../wasm/start.js";
import { unzip } from "../wasm/zip.js";
import { leadsChecker } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => unzip(text));

/** Checks a list of leads before it is uploaded. */
export const checkLeads = /* @__PURE__ */ leadsChecker(start, LeadList);
