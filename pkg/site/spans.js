// Finds the position of a value in a JSON text.

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*"?)|([^\s{}[\],:"]+))/y;

/**
 * Returns the span of a value as [start, end] in UTF-16 units or, if it does not exist, that of the nearest value around it.
 * @param {string} text
 * @param {readonly (string | number)[]} path
 * @returns {[number, number]}
 */
export function locate(text, path) {
  let at = 0;
  let found = [0, Math.min(1, text.length)];
  const peek = () => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) return undefined;
    const word = token[1] ?? token[2] ?? token[3];
    return { mark: token[1], word, start: TOKEN.lastIndex - word.length, end: TOKEN.lastIndex };
  };
  const take = () => {
    const token = peek();
    if (token) at = token.end;
    return token;
  };

  // Open containers, each with the next key or index. Not recursive, since texts may be nested deeply.
  const open = [];
  // How many parts of the path match the current value.
  const depth = () => {
    for (const [level, { key }] of open.entries()) if (key !== path[level]) return -1;
    return open.length;
  };
  let best = -1;
  const value = (start, end) => {
    const level = depth();
    // If a key is repeated, the last one counts.
    if (level >= best && level >= 0 && level <= path.length) [best, found] = [level, [start, end]];
  };
  for (let token = take(); token; token = take()) {
    const top = open.at(-1);
    if (token.mark === "{" || token.mark === "[") {
      value(token.start, token.start + 1);
      const list = token.mark === "[";
      open.push({ list, key: list ? 0 : undefined, start: token.start });
    } else if (token.mark === "}" || token.mark === "]") {
      const closed = open.pop();
      if (closed && depth() === path.length) found = [closed.start, token.end];
    } else if (token.mark === ",") {
      if (top?.list) top.key += 1;
      else if (top) top.key = undefined;
    } else if (token.mark === undefined && top && !top.list && peek()?.mark === ":") {
      top.key = name(token.word);
      take();
    } else if (token.mark === undefined) value(token.start, token.end);
  }
  return found;
}

function name(word) {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

/** Converts an offset in code points, as in Python, to UTF-16 units. */
export function unit(text, point) {
  let at = 0;
  for (let left = point; left > 0 && at < text.length; left -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** Returns the line and column of an offset, both from 1. */
export function lineColumn(text, at) {
  const before = text.slice(0, at);
  return [before.split("\n").length, [...before.slice(before.lastIndexOf("\n") + 1)].length + 1];
}
