// Starts a module that is packed in a script.
import { unpacking } from "./unpack.js";

/**
 * Makes a function that does one step of the start, and tells whether that was the last.
 * @param {Parameters<typeof unpacking>[0]} packed
 * @param {(options: { module: Uint8Array }) => unknown} initSync
 */
export function starter(packed, initSync) {
  let steps;
  let module;
  let ready = false;
  return () => {
    if (ready) return true;
    steps ??= unpacking(packed);
    // Where it must not be compiled, it is unpacked but once.
    module ??= steps.next().value;
    if (module) {
      initSync({ module });
      steps = module = undefined;
      ready = true;
    }
    return ready;
  };
}
