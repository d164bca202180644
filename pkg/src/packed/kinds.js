// Where in WASM a byte stands.

/** What the next byte of the code section is; outside of it there are only bytes. Small numbers first. */
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

/** Bytes are decided bit by bit along a Huffman tree, one for each sort of byte: half as many bits as eight. */
export const TREES = 4;
export const sortOf = (kind) => Math.min(kind, 2) + (kind > GROUP ? 1 : 0);
