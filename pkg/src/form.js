// Live forms: `coldsend-lint/form`.
import { check, warmUp } from "./browser.js";
import { binder } from "./form/entry.js";
import { step } from "./packed/check.js";

export { readForm } from "./form/entry.js";

/** A form that tells what the API would say, while it is filled in. */
export const bindForm = /* @__PURE__ */ binder(check, { step, warmUp });
