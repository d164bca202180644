// What the WASM asks of the browser, or of Node.

/** Normalization form C. */
export const compose = (text) => text.normalize("NFC");

/** A domain as a URL has it: mapped, its labels in Punycode. No character of it ends a URL's host or is decoded. */
export function mapDomain(domain) {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}
