// For Node: `require("coldsend-lint")`. Each function is in a file of its own, so that a bundle contains only those that
// it uses.
export { check, checkText, schemas, warmUp } from "./check.cjs";
export { toFieldErrors, toPointer, translate } from "./issues.cjs";
export { explain } from "./explain.cjs";
export { preflight } from "./preflight.cjs";
export { checkLeads } from "./leads.cjs";
export { rules } from "./rules.cjs";
