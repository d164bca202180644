// The part that both entry points for forms share. Each adds its own `check`.
import { bind } from "./bind.js";
import { read } from "./read.js";
import { tree } from "./tree.js";
import { shapes } from "../generated/shapes.js";

const OPTIONS = ["check", "messages", "onCheck"];

export function readForm(form, operation) {
  return read(tree(form, fieldsOf(operation)));
}

/**
 * Creates `bindForm` from a `check`.
 * @param {Function} check
 * @param {{ isReady: () => boolean }} [module] the WASM that its first call starts
 */
export const binder = (check, module) =>
  function bindForm(form, operation, options = {}) {
    const fields = fieldsOf(operation);
    const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
    if (unknown !== undefined) throw new TypeError(`unknown option ${unknown}; the options are ${OPTIONS.join(", ")}`);
    for (const name of ["check", "onCheck"]) {
      if (typeof (options[name] ?? check) !== "function") throw new TypeError(`${name} must be a function`);
    }
    return bind(form, operation, fields, { ...options, check: options.check ?? check }, options.check ? undefined : module);
  };

function fieldsOf(operation) {
  if (typeof operation === "string" && Object.hasOwn(shapes, operation)) return shapes[operation];
  throw new TypeError(`unknown operation ${String(operation)}; the operations are ${Object.keys(shapes).join(", ")}`);
}
