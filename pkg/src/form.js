// Live forms: `coldsend-lint/form`.
import { check, warmUp } from "./browser.js";
import { binder } from "./form/entry.js";
import { step } from "./packed/check.js";

export { readForm } from "./form/entry.js";

/** Shows the API's answer in a form while the user fills it in. */
export const bindForm = /* @__PURE__ */ binder(check, { step, warmUp });
