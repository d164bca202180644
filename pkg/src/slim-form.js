// Live forms for applications that load the WASM themselves: `coldsend-lint/slim/form`.
import { binder } from "./form/entry.js";
import { check } from "./slim.js";

export { readForm } from "./form/entry.js";

/** A form that shows the API's answer while it is filled in. */
export const bindForm = /* @__PURE__ */ binder(check);
