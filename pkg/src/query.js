// What a query string is made of.

/**
 * The query string of a text, of a URLSearchParams, or of an object of parameters.
 *
 * Parameters that are undefined, null, functions or symbols are left out, a list gives its parameter several
 * times, and other values are written as in JSON, without quotation marks.
 * @param {unknown} body
 */
export function queryText(body) {
  if (typeof body === "string") return body;
  if (typeof body !== "object" || body === null) return "";
  if (body instanceof URLSearchParams) return body.toString();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = valueText(item);
      if (text !== undefined) query.append(name, text);
    }
  }
  return query.toString();
}

function valueText(value) {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  if (text === undefined || text === "null") return undefined;
  // A date, for example, is a text in JSON.
  return text.startsWith('"') ? JSON.parse(text) : text;
}
