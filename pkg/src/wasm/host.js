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

const categories = [/\p{Lu}/u, /[\p{L}\p{Nd}]/u, /\p{N}/u, /\p{Mn}/u, /\p{Mc}/u, /\p{Me}/u, /[\p{P}\p{S}]/u];

/** The place of the first of these categories that has a character; -1 if none has. */
export const category = (character) => categories.findIndex((known) => known.test(String.fromCodePoint(character)));

/** The float nearest to a decimal literal. */
export const float = Number;

/** The fewest digits that read back as the same number: `d.ddde-x`, but for a sign of the exponent. */
export const shortest = (number) => number.toExponential();
