// Predicts bits by mixing predictions, as lpaq does: https://mattmahoney.net/dc/#lpaq
// It uses integers, because the packer and each browser must agree to the last bit, and the results of Math.exp differ.

/** The number of contexts that predict a byte. */
export const CONTEXTS = 6;
/** Two for each context: how often a one followed, and what followed the same last bits elsewhere. */
const INPUTS = 2 * CONTEXTS;
/** Two megabytes. A slot has 16 bits for a probability minus a half, 8 for a check, 8 for a one and the last bits. */
const SLOTS = 1 << 19;
/** A probability of one. */
const ONE = 65536;
/** The logarithms of odds are mixed, in 256ths, from -8 to 8. */
const HALF = 2048;

export const hash = (a, b) => {
  const mixed = Math.imul(a ^ Math.imul(b + 1, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** Returns the tables of `squash`, which is 1 / (1 + e^-x), and of its inverse, `stretch`. */
function tables() {
  const squash = new Int32Array(2 * HALF);
  const stretch = new Int32Array(2 * HALF);
  // All engines give the same products and quotients of doubles.
  for (let x = 0, power = 1; x < HALF; x++, power *= 1.00391388933834757) {
    squash[HALF + x] = (ONE * power) / (1 + power);
    squash[HALF - 1 - x] = ONE - 1 - squash[HALF + x];
  }
  for (let x = 0, next = 0; x < 2 * HALF; x++) {
    while (next <= squash[x] >> 4) stretch[next++] = x - HALF;
  }
  return { squash, stretch };
}

const clamp = (x) => (x >= HALF ? HALF - 1 : x < -HALF ? -HALF : x);

/**
 * Creates a function that predicts a bit, gets the actual bit from `code`, and learns from it. Its arguments are the
 * kind of the byte, the node of the tree at which the bit is decided, and the set of weights to mix with.
 * @param {Int32Array} contexts hashes of what the byte may depend on
 * @param {number} kinds
 * @param {number} sets
 * @param {(probability: number, node: number, kind: number) => number} code
 */
export function mixer(contexts, kinds, sets, code) {
  const { squash, stretch } = tables();
  // How far one bit moves the probability of a slot, and for each context, what followed the last bits.
  const rates = new Int32Array(256);
  const histories = new Int32Array(256 * CONTEXTS);
  for (let history = 1; history < 256; history++) {
    let count = 0;
    let ones = 0;
    for (let rest = history; rest > 1; rest >>= 1) {
      count++;
      ones += rest & 1;
    }
    rates[history] = count < 7 ? ONE / (count + 1.3) : ONE / 20;
    for (let i = 0; i < CONTEXTS; i++) histories[256 * i + history] = (ONE * (ones + 0.4)) / (count + 0.8);
  }
  // The actual probability for each prediction of the mixers, by kind of byte and node.
  const corrections = new Int32Array(kinds * 256 * 33);
  for (let at = 0; at < corrections.length; at++) corrections[at] = squash[Math.min((at % 33) * 128, 2 * HALF - 1)];
  const hashes = new Int32Array(CONTEXTS);
  const places = new Int32Array(CONTEXTS);
  const slots = new Int32Array(SLOTS);
  const inputs = new Int32Array(INPUTS);
  // Two mixers: one has weights for each node, the other for each `choice` of the caller.
  const weights = new Int32Array(INPUTS * (256 + sets)).fill(0.18 * ONE);

  return (kind, node, choice) => {
    // The slots of a byte's first bits are near each other, because memory is slow.
    if (node === 1 || node > 15) {
      for (let i = 0; i < CONTEXTS; i++) hashes[i] = Math.imul(hash(contexts[i] + i, node), 0xc2b2ae35);
    }
    const set = (256 + choice) * INPUTS;
    const set2 = node * INPUTS;
    let sum = 0;
    let sum2 = 0;
    for (let i = 0; i < CONTEXTS; i++) {
      const place = ((hashes[i] >>> 8) ^ (node & 15)) & (SLOTS - 1);
      let slot = slots[place];
      if ((slot ^ (hashes[i] << 8)) & 0xff00) slots[place] = slot = ((hashes[i] << 8) & 0xff00) | 1;
      places[i] = place;
      const direct = slot & 0xfe ? stretch[(slot >> 20) + HALF] : 0;
      const indirect = slot & 0xfe ? stretch[histories[256 * i + (slot & 0xff)] >> 4] : 0;
      inputs[2 * i] = direct;
      inputs[2 * i + 1] = indirect;
      sum = (sum + Math.imul(direct, weights[set + 2 * i]) + Math.imul(indirect, weights[set + 2 * i + 1])) | 0;
      sum2 = (sum2 + Math.imul(direct, weights[set2 + 2 * i]) + Math.imul(indirect, weights[set2 + 2 * i + 1])) | 0;
    }
    sum = clamp(sum >> 16);
    sum2 = clamp(sum2 >> 16);
    const mixed = HALF + ((sum + sum2) >> 1);
    const correction = (kind * 256 + node) * 33 + (mixed >> 7);
    const far = mixed & 127;
    const corrected = (corrections[correction] * (128 - far) + corrections[correction + 1] * far) >> 7;
    const bit = code(Math.max(24, Math.min(ONE - 24, (squash[mixed] + corrected) >> 1)), node, kind);

    const truth = bit ? ONE - 1 : 0;
    const near = correction + (far >> 6);
    corrections[near] += (truth - corrections[near]) >> 6;
    const error = Math.imul(truth - squash[HALF + sum], 14) >> 4;
    const error2 = Math.imul(truth - squash[HALF + sum2], 20) >> 4;
    // Most bits are predicted well, and then the weights stay.
    if (Math.max(Math.abs(error), Math.abs(error2)) > 1000) {
      for (let i = 0; i < INPUTS; i++) {
        weights[set + i] += (Math.imul(inputs[i], error) + 8192) >> 14;
        weights[set2 + i] += (Math.imul(inputs[i], error2) + 8192) >> 14;
      }
    }
    const goal = bit ? ONE / 2 - 1 : -ONE / 2;
    for (let i = 0; i < CONTEXTS; i++) {
      const slot = slots[places[i]];
      const history = slot & 0xff;
      const probability = slot >> 16;
      const moved = probability + (Math.imul(goal - probability, rates[history]) >> 16);
      histories[256 * i + history] += (truth - histories[256 * i + history]) >> 7;
      slots[places[i]] = (moved << 16) | (slot & 0xff00) | (history < 128 ? 2 * history + bit : ((2 * history + bit) & 127) | 128);
    }
    return bit;
  };
}
