// For browsers and bundlers.
export { check, checkText, schemas, warmUp } from "./check/browser.js";
export { toFieldErrors, toPointer } from "./check/issues.js";
export { explain } from "./answers/browser.js";
export { preflight } from "./preflight/browser.js";
export { rules } from "./catalogue.js";
