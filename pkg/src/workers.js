// For workers that forbid compiling bytes, such as Cloudflare's and Vercel's.
export { check, checkText, schemas, warmUp } from "./check/workers.js";
export { toFieldErrors, toPointer } from "./check/issues.js";
export { translate } from "./check/messages.js";
export { explain } from "./answers/workers.js";
export { preflight } from "./preflight/workers.js";
export { checkLeads } from "./leads/workers.js";
export { rules } from "./catalogue.js";
