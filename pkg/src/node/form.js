// For Node: `coldsend-lint/form`.
import { binder } from "./binder.cjs";
import { check, module } from "./check.cjs";

export { readForm } from "./binder.cjs";

/** Shows the API's answer in a form while the user fills it in. */
export const bindForm = /* @__PURE__ */ binder(check, module);
