// What every entry offers about answers; an entry adds where the WASM comes from.

/**
 * Makes `explain` of `run(status, text)`, which gives JSON text; status 0 is none.
 * @param {(status: number, text: string) => string} run
 */
export const explainer = (run) =>
  function explain(status, body) {
    const known = Number.isInteger(status) && status >= 100 && status <= 599;
    if (!known && status !== null && status !== undefined) {
      throw new TypeError("the status is none; a number from 100 to 599 is needed, or null");
    }
    const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
    return explanation(JSON.parse(run(known ? status : 0, text)));
  };

/** What was told, its `detail` as a value. */
export const explanation = (told) => ({ ...told, detail: valueOf(told.detail) });

/** What a server wrote: Python's JSON has numbers that JSON has not. */
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
