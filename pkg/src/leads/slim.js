// `checkLeads` for applications that load the WASM themselves.
import { LeadList, initSync } from "../../dist/leads-glue.js";
import { provided } from "../wasm/start.js";
import { leadsChecker } from "./api.js";

const module = /* @__PURE__ */ provided("leads.wasm", "initLeads", initSync);

/** Starts the WASM of `checkLeads` from its bytes or its module; later calls are ignored. */
export const initLeads = (source) => module.init(source);

/** Checks a list of leads before it is uploaded. */
export const checkLeads = /* @__PURE__ */ leadsChecker(module.start, LeadList);
