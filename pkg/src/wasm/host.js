// The functions of the browser or Node that the WASM calls.

/** Converts text to normalization form C. */
export const compose = (text) => text.normalize("NFC");

/**
 * Maps a domain as in a URL, with its labels in Punycode. The domain must not contain a character that ends a URL's
 * host or is decoded in it.
 */
export function mapDomain(domain) {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

const categories = [/\p{Lu}/u, /[\p{L}\p{Nd}]/u, /\p{N}/u, /\p{Mn}/u, /\p{Mc}/u, /\p{Me}/u, /[\p{P}\p{S}]/u];

/** Returns the index of the first of these categories that contains the character, or -1. */
export const category = (character) => categories.findIndex((known) => known.test(String.fromCodePoint(character)));

const shortZones = /^(CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/i;

/**
 * Returns whether the IANA database has a time zone or a link with this name. Hosts also accept offsets and other
 * abbreviations of three letters, which it does not have.
 */
export function isTimeZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[a-z]/i.test(name) && (name.length !== 3 || shortZones.test(name));
  } catch {
    return false;
  }
}

/** Returns the float nearest to a decimal literal. */
export const float = Number;

/** Returns the shortest digits that parse to the same number, as `d.ddde-x`, without a plus sign in the exponent. */
export const shortest = (number) => number.toExponential();
