// How long a text may be: the WASM has 4 GB at most, and what runs out of it cannot be used again.

/**
 * Of a body, a query string, a situation or an answer. Of the worst that is known, a query string of empty parameters,
 * 54 bytes are needed for each character; two such texts fit.
 */
const TEXT = 2 ** 25;

/** Of an operation. */
export const OPERATION = 4096;

/** The text; an error, which does not repeat it, if it is too long. */
export function fitting(what, text, most = TEXT) {
  if (text.length > most) throw new RangeError(`the ${what} has ${text.length} characters; ${most} are the most`);
  return text;
}
