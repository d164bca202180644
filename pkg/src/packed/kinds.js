// The kinds of bytes in WASM.

/** What the next byte of the code section is; other sections have only `BYTES`. Up to `GROUP`, the values are small. */
export const BYTES = 0;
export const OPCODE = 1;
export const BLOCK = 2;
export const LABEL = 3;
export const LABELS = 4;
export const LOCAL = 5;
export const ALIGN = 6;
export const GROUPS = 7;
export const GROUP = 8;
export const FUNCTION = 9;
export const INDEX = 10;
export const OFFSET = 11;
export const CONSTANT = 12;
export const FLOAT = 13;
export const EXTENDED = 14;
export const FUNCTIONS = 15;
export const KINDS = 16;

/** The number of Huffman trees, one for each sort of byte. Along a tree, a byte has half as many bits as otherwise. */
export const TREES = 4;
export const sortOf = (kind) => Math.min(kind, 2) + (kind > GROUP ? 1 : 0);
