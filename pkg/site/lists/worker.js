// The worker that checks lists, so that the page does not wait.
const script = new URL("../../src/leads/worker.js", import.meta.url).href;
/** The policy of the page demands that the script of a worker comes from here; not every browser knows that. */
const policy = globalThis.trustedTypes?.createPolicy("lists", { createScriptURL: () => script });

export const startWorker = () => new Worker(policy?.createScriptURL("") ?? script, { type: "module" });
