// Starts modules that need no unpacking.

/** Creates a function that does this once; if it fails, the next call tries again. */
export function once(work) {
  let done = false;
  return () => {
    if (done) return;
    work();
    done = true;
  };
}

/**
 * Creates the functions for a module that the caller loads: `init` starts it from its bytes or from a compiled module,
 * and `assertReady` throws until then.
 * @param {string} file
 * @param {string} name the name of `init` in messages
 * @param {(options: { module: BufferSource | WebAssembly.Module }) => unknown} initSync
 */
export function createInit(file, name, initSync) {
  let ready = false;
  return {
    init(source) {
      if (ready) return;
      initSync({ module: checkedSource(source, file) });
      ready = true;
    },
    isReady: () => ready,
    assertReady() {
      if (!ready) throw new Error(`coldsend-lint is not ready: call ${name}() with the bytes of ${file} first`);
    },
  };
}

function checkedSource(source, file) {
  if (source instanceof ArrayBuffer || source instanceof WebAssembly.Module) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError(`expected the bytes of ${file}, or a WebAssembly.Module compiled from them`);
}

/** The message for an unknown operation as long as no module has started that could list the operations. */
export const UNKNOWN_YET = "unknown operation";
