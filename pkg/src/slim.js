// For applications that load the WASM themselves.
export { check, checkText, init, schemas, warmUp } from "./check/slim.js";
export { toFieldErrors, toPointer } from "./check/issues.js";
export { translate } from "./check/messages.js";
export { explain, initAnswers } from "./answers/slim.js";
export { initPreflight, preflight } from "./preflight/slim.js";
export { checkLeads, initLeads } from "./leads/slim.js";
export { rules } from "./catalogue.js";
