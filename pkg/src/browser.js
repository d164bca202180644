// For browsers and bundlers.
export { check, checkText, schemas, warmUp } from "./check/embedded.js";
export { toFieldErrors, toPointer } from "./check/issues.js";
export { translate } from "./check/messages.js";
export { explain } from "./answers/embedded.js";
export { preflight } from "./preflight/embedded.js";
export { checkLeads } from "./leads/embedded.js";
export { rules } from "./catalogue.js";
