// `checkLeads` with its WASM in the script; it starts on first use.
import { LeadList, initSync } from "../../dist/leads-glue.js";
import text from "../../dist/leads-inline.js";
import { bytesOf } from "../wasm/bytes.js";
import { embedded } from "../wasm/start.js";
import { leadsChecker } from "./api.js";

const { start } = /* @__PURE__ */ embedded(initSync, () => bytesOf(text));

/** Checks a list of leads before it is uploaded. */
export const checkLeads = /* @__PURE__ */ leadsChecker(start, LeadList);
