// For Node: what is done with issues.
export { toFieldErrors, toPointer } from "../check/issues.js";
export { translate } from "../check/messages.js";
