// Live forms: `coldsend-lint/form`.
import { check, module } from "./check/embedded.js";
import { binder } from "./form/entry.js";

export { readForm } from "./form/entry.js";

/** Shows the API's answer in a form while the user fills it in. */
export const bindForm = /* @__PURE__ */ binder(check, module);
