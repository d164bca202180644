// Converts between text and UTF-8. Nothing is created before the first use, because a realm may lack it, as jsdom does.

let encoder;

/** Writes a text into a view, as `TextEncoder.prototype.encodeInto` does. */
export const encodeInto = (text, view) => (encoder ??= createEncoder()).encodeInto(text, view);

const createEncoder = () => (typeof TextEncoder === "function" ? new TextEncoder() : { encodeInto: encodeSlowly });

/** Writes the whole text or, if it is too long, nothing. */
function encodeSlowly(text, view) {
  const bytes = unescape(encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")));
  if (bytes.length > view.length) return { read: 0, written: 0 };
  for (let at = 0; at < bytes.length; at += 1) view[at] = bytes.charCodeAt(at);
  return { read: text.length, written: bytes.length };
}

export const createDecoder = () =>
  typeof TextDecoder === "function" ? new TextDecoder("utf-8", { ignoreBOM: true }) : { decode: decodeSlowly };

function decodeSlowly(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return decodeURIComponent(escape(text));
}
