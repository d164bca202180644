// Creates and changes elements.

/** Creates an element with these properties and this content. */
export function element(tag, properties = {}, ...content) {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...content);
  return created;
}

/** Returns a block of code that scrolls with the keyboard, and has this name. */
export function code(text, label) {
  const block = element("pre", { className: "code", tabIndex: 0 }, text);
  block.setAttribute("role", "group");
  block.setAttribute("aria-label", label);
  return block;
}

/** Writes only changes, so that only these are announced. */
export function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** Returns a number with separators: 10,000. */
export const number = (n) => n.toLocaleString("en");

export const count = (n, word) => `${number(n)} ${word}${n === 1 ? "" : "s"}`;

/** Links to the page of a rule or an answer. `root` leads to the root of the site. */
export const link = (id, root) => element("a", { href: `${root}rules/${id}.html` }, id);

/** Returns the parts of a text: pages of the documentation as links, what is between backticks as code. */
export function prose(text) {
  return text.split(/(https:\/\/docs\.coldsend\.pro\/[\w/-]*|`[^`]+`)/).map((part) => {
    if (part.startsWith("https:")) return element("a", { href: part }, part.replace(/^https:\/\//, ""));
    return /^`.+`$/.test(part) ? element("code", {}, part.slice(1, -1)) : part;
  });
}
