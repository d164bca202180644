// JSON as people read it.

const WIDTH = 72;

/** Formats a value as JSON with two blanks of indentation; short lists of scalars are on one line. */
export function format(value, indent = "") {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const [open, close] = list ? "[]" : "{}";
  const inner = `${indent}  `;
  const parts = list
    ? value.map((item) => format(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${format(item, inner)}`);
  if (parts.length === 0) return open + close;
  const line = `[${parts.join(", ")}]`;
  if (list && value.every((item) => typeof item !== "object" || item === null) && line.length < WIDTH) return line;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}

/** Formats a JSON text; other text is left as it is. */
export function formatText(text) {
  try {
    return format(JSON.parse(text));
  } catch {
    return text;
  }
}
