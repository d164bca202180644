// What the page may show, keep and share: the policy of the package, which `explain` applies to the detail of an answer.
import { explain } from "../src/browser.js";

const shown = (detail) => explain(null, { detail }).detail;

/** Hides known credentials and what follows the name of a secret. */
export const redacted = (text) => shown(text);

const secret = new Map();

/** Whether the values of a key are secret. */
function isSecret(key) {
  // An answer may repeat a request in `body`; in a request, it is the text of a reply.
  if (key === "body") return false;
  if (!secret.has(key)) secret.set(key, shown({ [key]: "x" })[key] !== "x");
  return secret.get(key);
}

/**
 * Returns a copy of a value without secrets.
 * @param {unknown} value
 * @param {(key: string) => unknown} instead what stands for the value of a secret key; by default, it is left out
 */
export function withoutSecrets(value, instead = () => undefined) {
  if (typeof value === "string") return value && redacted(value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, instead));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const hides = inner !== "" && inner !== null && typeof inner !== "object" && isSecret(key);
    return [key, hides ? instead(key) : withoutSecrets(inner, instead)];
  });
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** Returns a JSON text without secrets: as it is if it has none. If it is not JSON, they are hidden as in any text. */
export function textWithoutSecrets(text, instead) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return redacted(text);
  }
  const safe = withoutSecrets(value, instead);
  return JSON.stringify(safe) === JSON.stringify(value) ? text : JSON.stringify(safe, null, 2);
}
