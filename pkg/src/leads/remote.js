// Checks a list in a worker that runs `coldsend-lint/leads/worker`.
import { collector } from "./output.js";

/** The kind of the messages that ask for a check. */
export const KIND = "coldsend-lint/leads";

/**
 * Returns the result of a worker. All messages after the first one go through a channel of their own, so that the worker
 * can have other tasks as well.
 */
export async function checkInWorker(worker, list, { chunks, isStream }, settings, signal, onProgress) {
  const { port1, port2 } = new MessageChannel();
  let abort, fail;
  try {
    return await new Promise((resolve, reject) => {
      abort = () => {
        port1.postMessage("abort");
        reject(signal.reason);
      };
      fail = ({ message }) => reject(new Error(`the worker of checkLeads failed: ${message || "its script could not be loaded"}`));
      port1.onmessage = ({ data: { progress, result, error } }) => {
        if (result) return resolve(result);
        if (error) return reject(error);
        try {
          onProgress(progress);
        } catch (error) {
          port1.postMessage("abort");
          reject(error);
        }
      };
      signal?.addEventListener("abort", abort);
      worker.addEventListener("error", fail);
      const send = (list) =>
        worker.postMessage({ kind: KIND, list, settings, reportsProgress: onProgress !== undefined, port: port2 }, [port2]);
      // Not every browser can send a stream.
      (isStream ? collected(chunks).then(send) : Promise.resolve(list).then(send)).catch(reject);
    });
  } finally {
    port1.close();
    signal?.removeEventListener("abort", abort);
    worker.removeEventListener("error", fail);
  }
}

async function collected(chunks) {
  const whole = collector();
  for await (const chunk of chunks) whole.add(chunk);
  return whole.blob();
}
