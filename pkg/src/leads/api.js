// The part of `checkLeads` that all entry points share; each adds its way to load the WASM.
import { joinedRules, optionsOf, typeName } from "../arguments.js";
import { assertLength } from "../wasm/limits.js";
import { sourceOf } from "./input.js";
import { collector } from "./output.js";
import { turns } from "./pause.js";
import { checkInWorker } from "./remote.js";

/** How many bytes are checked at a time, which takes a few milliseconds. */
const PIECE = 2 ** 16;

/** How many problems are listed by default: as many as an upload may have leads. */
const LIMIT = 10_000;

/**
 * Creates `checkLeads` from the function that starts the WASM, and the class of its checks.
 * @param {() => void} start
 * @param {new (...settings: unknown[]) => object} LeadList
 */
export const leadsChecker = (start, LeadList) =>
  async function checkLeads(list, options) {
    const { worker, signal, onProgress, ...settings } = checked(options);
    if (signal?.aborted) throw signal.reason;
    const source = sourceOf(list);
    if (worker) return checkInWorker(worker, list, source, settings, signal, onProgress);
    start();
    return run(create(LeadList, settings), source, settings, signal, onProgress);
  };

/** Checks the options, and makes those that are JSON texts. */
function checked(options) {
  const { mapping, campaign, allow = [], deny = [], limit = LIMIT, fix = false, rejects = false, signal, onProgress, worker } =
    optionsOf(options, "mapping", "campaign", "allow", "deny", "limit", "fix", "rejects", "signal", "onProgress", "worker");
  const wrong = (name, what, value) => new TypeError(`the option ${name} must be ${what}, not ${typeName(value)}`);
  if (!(limit >= 0)) throw wrong("limit", "a number of problems", limit);
  for (const [name, value] of Object.entries({ fix, rejects })) if (typeof value !== "boolean") throw wrong(name, "a boolean", value);
  if (onProgress !== undefined && typeof onProgress !== "function") throw wrong("onProgress", "a function", onProgress);
  const json = (name, value) => {
    if (value === undefined || value === null) return undefined;
    return assertLength(`option ${name}`, typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
  };
  joinedRules("allow", allow);
  joinedRules("deny", deny);
  return { mapping: json("mapping", mapping), campaign: json("campaign", campaign), allow, deny, limit, fix, rejects, signal, onProgress, worker };
}

function create(LeadList, { mapping, campaign, allow, deny, limit, fix, rejects }) {
  try {
    return new LeadList(mapping, campaign, allow.join(), deny.join(), Math.min(limit, 2 ** 32 - 1), fix, rejects);
  } catch (error) {
    throw typeof error === "string" ? new TypeError(error) : error;
  }
}

async function run(check, { total, chunks }, { fix, rejects }, signal, onProgress) {
  const { pause, end } = turns();
  const csv = { type: "text/csv" };
  const [fixed, others] = [collector(csv), collector(csv)];
  const problems = [];
  const take = () => {
    for (const problem of JSON.parse(`[${check.problems()}]`)) problems.push(problem);
    if (fix) fixed.add(check.fixed());
    if (rejects) others.add(check.rejects());
  };
  try {
    let bytes = 0;
    reading: for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        const isNeeded = check.push(piece);
        take();
        bytes += piece.length;
        onProgress?.({ bytes, total });
        await pause();
        if (signal?.aborted) throw signal.reason;
        if (!isNeeded) break reading;
      }
    }
    const [counts, { ok, complete, ...file }] = JSON.parse(`[${check.finish()}]`);
    take();
    return {
      ok,
      complete,
      ...counts,
      problems,
      omitted: check.omitted(),
      ...file,
      fixed: fix && complete ? fixed.blob() : null,
      rejects: rejects && complete ? others.blob() : null,
    };
  } finally {
    end();
    check.free();
  }
}
