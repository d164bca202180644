// Names of controls: `variants[0].subject_template`, `lead_mapping[email]`, `lead_mapping["e.mail"]`.

const FIRST = /^[^.[\]]+/;
const REST = /\.([^.[\]]+)|\[("(?:[^"\\]|\\.)*"|[^\]]*)\]/y;

/**
 * Returns the parts of a name, or `undefined` if it is not a path.
 * @param {string} name
 * @returns {string[] | undefined}
 */
export function parts(name) {
  const first = FIRST.exec(name)?.[0];
  if (first === undefined) return undefined;
  const found = [first];
  REST.lastIndex = first.length;
  while (REST.lastIndex < name.length) {
    const part = REST.exec(name);
    if (part === null) return undefined;
    found.push(part[1] ?? unquote(part[2]));
  }
  return found;
}

function unquote(text) {
  if (!text.startsWith('"')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Formats a path for people: `variants[0].subject_template`.
 * @param {readonly (string | number)[]} path
 */
export function dotted(path) {
  return path.map((part, at) => (typeof part === "number" ? `[${part}]` : at > 0 ? `.${part}` : part)).join("");
}
