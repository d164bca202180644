// For Node: `coldsend-lint/form`.
import { binder } from "../form/entry.js";
import { check, module } from "./check.cjs";

export { readForm } from "../form/entry.js";

/** Shows the API's answer in a form while the user fills it in. */
export const bindForm = /* @__PURE__ */ binder(check, module);
