// For Node: `coldsend-lint/slim`.
export { check, checkText, init, schemas, warmUp } from "../check/slim.js";
export { explain, initAnswers } from "../answers/slim.js";
export { initPreflight, preflight } from "../preflight/slim.js";
export { checkLeads, initLeads } from "../leads/slim.js";
export { toFieldErrors, toPointer, translate } from "./issues.cjs";
export { rules } from "./rules.cjs";
