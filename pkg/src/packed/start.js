// Starts a module that is packed in a script.
import { unpacking } from "./unpack.js";

/**
 * Creates a function that does one step of the start, and returns whether it was the last.
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
    // If compiling is forbidden, do not unpack the module again.
    module ??= steps.next().value;
    if (module) {
      initSync({ module });
      steps = module = undefined;
      ready = true;
    }
    return ready;
  };
}
