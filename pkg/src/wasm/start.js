// Starts modules.

/**
 * Creates the functions for a module that is a part of the package: `start` starts it unless it has started. If that
 * fails, `start` tries again when it is called again, and so does `isReady`.
 * @param {(options: { module: BufferSource | WebAssembly.Module }) => unknown} initSync
 * @param {() => BufferSource | WebAssembly.Module} source
 */
export function embedded(initSync, source) {
  let ready = false;
  let tried = false;
  const start = () => {
    if (ready) return;
    tried = true;
    initSync({ module: source() });
    ready = true;
  };
  const isReady = () => {
    if (tried) start();
    return ready;
  };
  return { start, isReady };
}

/**
 * Creates the functions for a module that the caller loads: `init` starts it from its bytes or from a compiled module,
 * and `start` throws until then.
 * @param {string} file
 * @param {string} name the name of `init` in messages
 * @param {(options: { module: BufferSource | WebAssembly.Module }) => unknown} initSync
 */
export function provided(file, name, initSync) {
  let ready = false;
  return {
    init(source) {
      if (ready) return;
      initSync({ module: checkedSource(source, file) });
      ready = true;
    },
    isReady: () => ready,
    start() {
      if (!ready) throw new Error(`coldsend-lint is not ready: call ${name}() with the bytes of ${file} first`);
    },
  };
}

/** Accepts objects of other realms too, such as those of Jest. */
function checkedSource(source, file) {
  if (/^\[object (ArrayBuffer|WebAssembly\.Module)\]$/.test(Object.prototype.toString.call(source))) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError(`expected the bytes of ${file}, or a WebAssembly.Module compiled from them`);
}

/** Returns a function that starts a module, if necessary, and then calls it. */
export const starting = (start, callWasm) => (...values) => {
  start();
  return callWasm(...values);
};

/**
 * Returns a function that calls a module that the caller has to start first. Until then, an operation that is no text
 * is unknown.
 */
export const startedBy = (module, callWasm) => (operation, ...values) => {
  if (!module.isReady() && operation === "") throw "unknown operation";
  module.start();
  return callWasm(operation, ...values);
};
