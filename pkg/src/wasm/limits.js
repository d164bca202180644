// The maximum length of texts: a module has at most 4 GB of memory, and cannot be used again after it has run out.

/**
 * The maximum length of a body, a query string, a situation or an answer. At this length, the worst known case, a query
 * string of parameters without values, takes 1.4 GB; a body of the smallest values, or with an error in each, takes 0.6
 * GB.
 */
const TEXT = 2 ** 25;

/** The maximum length of an operation. */
export const OPERATION = 4096;

/** Returns the text, or throws an error that does not quote it if it is too long. */
export function assertLength(what, text, most = TEXT) {
  if (text.length > most) throw new RangeError(`the ${what} has ${text.length} characters; the maximum is ${most}`);
  return text;
}
