// The module of the text that the packer (crates/xtask/npm/pack.mjs) wrote: an arithmetic decoder.
import { model } from "./model.js";

/** Of the 91 characters the first 37 stand for 6 bits each, the others for 7: as gzip's code for them, too. */
export const SHORT = 37;

/**
 * Step by step, as it takes a while; the bytes come last.
 * @param {{ size: number, code: [number, number], text: string }} packed
 */
export function* unpacking({ size, code, text }) {
  let next = 0, bits = 0, left = 0;
  // After the last there are only zeros.
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
  // The text is a number in this interval, whose part below `middle` is the share of a one. With 30 bits, all are
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

/** What comes of all steps. */
export function finished(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
