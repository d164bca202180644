// For those who bring the WASM themselves.
import { check as run, initSync } from "../dist/glue.js";
import { checker, schemasOf, textChecker } from "./api.js";

export { toFieldErrors, toPointer } from "./api.js";
export { rules } from "./catalogue.js";

let ready = false;

/** Starts the WASM from its bytes or its module; what comes after the first start is passed over. */
export function init(source) {
  if (ready) return;
  initSync({ module: source instanceof WebAssembly.Module ? source : bytesOf(source) });
  ready = true;
}

function bytesOf(source) {
  if (source instanceof ArrayBuffer) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError("init() takes the bytes of coldsend-lint.wasm, or a WebAssembly.Module of them");
}

function start(operation, text) {
  if (!ready) throw new Error("coldsend-lint is not ready: call init() with the bytes of coldsend-lint.wasm first");
  return run(operation, text);
}

/** The API's answer to a body that is sent as JSON, or to a query string. */
export const check = /* @__PURE__ */ checker(start);

/** The API's answer to a body as it is sent, or to a query string. */
export const checkText = /* @__PURE__ */ textChecker(start);

/** A Standard Schema for each operation. */
export const schemas = /* @__PURE__ */ schemasOf(check);
