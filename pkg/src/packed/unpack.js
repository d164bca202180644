// Decodes the text that the packer (crates/xtask/npm/pack.mjs) wrote into a module: an arithmetic decoder.
import { model } from "./model.js";

/** The first 37 of the 91 characters stand for 6 bits each, the others for 7, as in gzip's own code for them. */
export const SHORT = 37;

/**
 * Unpacks a module step by step, because it takes a while. The last step returns the bytes.
 * @param {{ size: number, code: [number, number], text: string }} packed
 */
export function* unpacking({ size, code, text }) {
  let next = 0, bits = 0, left = 0;
  // After the last character, all bits are zeros.
  const bit = () => {
    if (left === 0) {
      const character = text.charCodeAt(next++);
      bits = character - (character > 92 ? 36 : 35);
      left = 6;
      if (bits >= SHORT) {
        bits += SHORT;
        left = 7;
      }
    }
    return (bits >> --left) & 1;
  };
  // The text is a number in this interval. The part up to `middle` belongs to a one. With 30 bits, all numbers are
  // small integers in every engine.
  let low = 0, high = 0x3fffffff, number = 0;
  for (let i = 0; i < 30; i++) number = (number << 1) | bit();
  return yield* model(size, code, (probability) => {
    const middle = low + Math.floor(((high - low) * probability) / 65536);
    const one = number <= middle;
    if (one) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0x20000000) === 0) {
      low = (low << 1) & 0x3fffffff;
      high = ((high << 1) | 1) & 0x3fffffff;
      number = ((number << 1) | bit()) & 0x3fffffff;
    }
    return one ? 1 : 0;
  });
}

/** Runs all steps, and returns their result. */
export function finished(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
