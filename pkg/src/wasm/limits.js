// How long a text may be: a module has 4 GB at most, and one that runs out of them is broken for good.

/**
 * Of a body, a query string, a situation or an answer. The worst that is known, a query string of parameters without
 * values, takes 1.4 GB at this length; a body of the smallest values, or one with a mistake in each, 0.6 GB.
 */
const TEXT = 2 ** 25;

/** Of an operation. */
export const OPERATION = 4096;

/** Returns the text; an error, which does not repeat it, if it is too long. */
export function assertLength(what, text, most = TEXT) {
  if (text.length > most) throw new RangeError(`the ${what} has ${text.length} characters; the maximum is ${most}`);
  return text;
}
