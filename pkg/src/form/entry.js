// The part that both entry points for forms share. Each adds its own `check`.
import { isFormData, optionsOf, typeName } from "../arguments.js";
import { shapes } from "../generated/shapes.js";
import { Binding } from "./binding.js";
import { read } from "./read.js";
import { tree } from "./tree.js";

export function readForm(form, operation) {
  const fields = fieldsOf(operation);
  if (!isForm(form) && !isFormData(form)) throw new TypeError(`expected a form or a FormData, not ${typeName(form)}`);
  return read(tree(form, fields));
}

/**
 * Creates `bindForm` from a `check`.
 * @param {Function} check
 * @param {{ isReady: () => boolean, start: () => void }} [module] the WASM that its first call starts
 */
export const binder = (check, module) =>
  function bindForm(form, operation, options) {
    const fields = fieldsOf(operation);
    if (!isForm(form)) throw new TypeError(`expected a form, not ${typeName(form)}`);
    const { check: own, deny, ...others } = optionsOf(options, "check", "deny", "messages", "onCheck", "signal");
    for (const [name, value] of Object.entries({ check: own, onCheck: others.onCheck })) {
      if (value !== undefined && typeof value !== "function") throw new TypeError(`${name} must be a function`);
    }
    if (own && deny) throw new TypeError("deny is for the default check: pass it to yours");
    const checks = own ?? ((operation, body) => check(operation, body, { deny }));
    const binding = new Binding(form, operation, fields, { ...others, check: checks }, own ? undefined : module);
    const destroy = () => binding.destroy();
    // The function ends the binding as well, so that an effect can return it.
    return Object.assign(() => destroy(), { check: () => binding.check(), destroy });
  };

/** Returns whether a value is a form, of any realm. */
const isForm = (value) => Object.prototype.toString.call(value) === "[object HTMLFormElement]";

function fieldsOf(operation) {
  if (typeof operation === "string" && Object.hasOwn(shapes, operation)) return shapes[operation];
  throw new TypeError(`unknown operation ${String(operation)}; the operations are ${Object.keys(shapes).join(", ")}`);
}
