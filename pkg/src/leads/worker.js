// The script of a worker that checks lists of leads: `coldsend-lint/leads/worker`.
import { checkLeads } from "./embedded.js";
import { KIND } from "./remote.js";

addEventListener("message", ({ data }) => {
  if (data?.kind !== KIND) return;
  const { list, settings, reportsProgress, port } = data;
  const abort = new AbortController();
  port.onmessage = () => abort.abort();
  const onProgress = reportsProgress ? (progress) => port.postMessage({ progress }) : undefined;
  checkLeads(list, { ...settings, signal: abort.signal, onProgress }).then(
    (result) => port.postMessage({ result }),
    (error) => port.postMessage({ error }),
  );
});
