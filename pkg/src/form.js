// Live forms: `coldsend-lint/form`.
import { bind } from "./form/bind.js";
import { read } from "./form/read.js";
import { tree } from "./form/tree.js";
import { check } from "./browser.js";
import { shapes } from "./shapes.js";

const OPTIONS = ["check", "messages", "onCheck"];

export function readForm(form, operation) {
  return read(tree(form, fieldsOf(operation)));
}

export function bindForm(form, operation, options = {}) {
  const fields = fieldsOf(operation);
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) throw new TypeError(`unknown option ${unknown}; known are: ${OPTIONS.join(", ")}`);
  return bind(form, operation, fields, { ...options, check: options.check ?? check });
}

function fieldsOf(operation) {
  if (typeof operation === "string" && Object.hasOwn(shapes, operation)) return shapes[operation];
  throw new TypeError(`unknown operation ${String(operation)}; known are: ${Object.keys(shapes).join(", ")}`);
}
