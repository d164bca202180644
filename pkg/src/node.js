// For Node.
export { check, checkText, schemas, warmUp } from "./check/node.js";
export { toFieldErrors, toPointer } from "./check/issues.js";
export { explain } from "./answers/node.js";
export { preflight } from "./preflight/node.js";
export { rules } from "./catalogue.js";
