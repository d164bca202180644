// A request as text to copy. The API key is a placeholder.
import { base } from "./api.js";

const KEY = "cs_live_your_key";

/** Returns the address of a request. Placeholders of the path are words in capitals, which curl takes as they are. */
function address({ path, query }) {
  const named = path.replace(/\{(\w+)\}/g, (_, name) => name.toUpperCase());
  return `${base}${named}${query ? `?${query.replace(/^\?/, "")}` : ""}`;
}

/** The formats, by name: each returns the text for a request with a method, a path, and a body or a query string. */
export const formats = {
  json: ({ body = "" }) => body,
  curl: (request) => {
    const lines = [`curl -X ${request.method} ${quoted(address(request))}`, `-H ${quoted(`X-API-Key: ${KEY}`)}`];
    if (request.body) lines.push("-H 'Content-Type: application/json'", `--data-raw ${quoted(request.body)}`);
    return lines.join(" \\\n  ");
  },
  fetch: (request) => {
    const headers = [`"X-API-Key": "${KEY}"`, ...(request.body ? ['"Content-Type": "application/json"'] : [])];
    const lines = [`method: "${request.method}"`, `headers: { ${headers.join(", ")} }`];
    if (request.body) lines.push(`body: ${literal(request.body)}`);
    return `const response = await fetch(${JSON.stringify(address(request))}, {\n  ${lines.join(",\n  ")},\n});`;
  },
};

/** Quotes a text for a shell. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Returns a JSON text as an expression: an object if it becomes the same text again. */
function literal(text) {
  const compact = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");
  try {
    if (JSON.stringify(JSON.parse(text)) === compact && !text.includes("__proto__")) {
      return `JSON.stringify(${text.trim().replaceAll("\n", "\n  ")})`;
    }
  } catch {}
  return JSON.stringify(text);
}

/** Copies a text, and says so. */
export async function copy(text, place, done) {
  try {
    await navigator.clipboard.writeText(text);
    place.textContent = done;
  } catch {
    place.textContent = "The browser does not allow copying.";
  }
}
