// For Node: `coldsend-lint/slim/form`.
import { binder } from "./binder.cjs";
import { check } from "./slim.cjs";

export { readForm } from "./binder.cjs";

/** Shows the API's answer in a form while the user fills it in. */
export const bindForm = /* @__PURE__ */ binder(check);
