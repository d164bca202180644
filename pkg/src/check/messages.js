// Hints in your own words or in another language.

/** The names of placeholders, and the members of `ctx` that replace them. */
const PLACEHOLDERS = { limit: "limit_value", values: "enum_values", error: "error" };

/**
 * Returns an answer in which your own messages replace the hints.
 * @param {{ issues: object[], advice: object[] }} answer
 * @param {object} messages
 */
export function translate(answer, messages) {
  const each = (issues) => issues.map((issue) => ({ ...issue, hint: ownMessage(issue, messages) ?? issue.hint }));
  return { ...answer, issues: each(answer.issues), advice: each(answer.advice) };
}

/**
 * Returns your own message for an issue: that for this constraint of its rule, for its rule, or for this constraint of
 * any rule. Returns `undefined` if there is none.
 */
export function ownMessage(issue, messages) {
  const { rule, type = "" } = issue;
  // crates/xtask/src/generate/npm/messages.rs names constraints in the same way.
  const constraint = type.slice(type.lastIndexOf(".") + 1);
  for (const key of [`${rule}/${constraint}`, rule, constraint]) {
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
    const text = typeof message === "function" ? message(issue) : message && fill(message, issue.ctx);
    if (text) return text;
  }
  return undefined;
}

/** Replaces the placeholders of which the issue has a value. */
function fill(text, ctx = {}) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => {
    const value = Object.hasOwn(PLACEHOLDERS, name) ? ctx[PLACEHOLDERS[name]] : undefined;
    return value === undefined ? placeholder : [value].flat().join(", ");
  });
}
