// How a module that is ready at once starts.

/** Makes a function that does this the first time, and nothing after; what fails has not been done. */
export function once(work) {
  let done = false;
  return () => {
    if (done) return;
    work();
    done = true;
  };
}

/**
 * For a module that the caller brings: `init` starts it from its bytes or from what is compiled of them, and
 * `assertReady` throws until then.
 * @param {string} file
 * @param {string} name what `init` is called
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

/** What is said of a wrong operation, as long as there is no module that says more. */
export const UNKNOWN_YET = "no such operation";
