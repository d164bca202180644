// Live forms: `coldsend-lint/form`.
import { check, warmUp } from "./browser.js";
import { binder } from "./form/entry.js";
import { step } from "./packed/check.js";

export { readForm } from "./form/entry.js";

/** A form that shows the API's answer while it is filled in. */
export const bindForm = /* @__PURE__ */ binder(check, { step, warmUp });
