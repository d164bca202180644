// Errors about the arguments of a function. Values are never quoted: they may be long, or a secret in the wrong place.

/** Returns the type of a value, for error messages. */
export const typeName = (value) => (value === null ? "null" : `of type ${typeof value}`);

/** Returns the options, or none if the argument is not an object, as in a callback of `map`. Throws if an option is unknown. */
export function optionsOf(options, ...names) {
  if (typeof options !== "object" || options === null) return {};
  const other = Object.keys(options).find((name) => !names.includes(name));
  if (other !== undefined) throw new TypeError(`unknown option ${other}; ${names.length > 0 ? `the options are ${names.join(", ")}` : "there are none"}`);
  return options;
}

/** Returns whether a value is an object without a class, of any realm. */
export function isPlain(value) {
  const prototype = typeof value === "object" && value !== null && Object.getPrototypeOf(value);
  return prototype === null || (prototype && Object.getPrototypeOf(prototype) === null);
}

/** Returns whether a value is what a browser or a server makes of a form, of any realm. */
export const isFormData = (value) => /^\[object (FormData|URLSearchParams)\]$/.test(Object.prototype.toString.call(value));

/** Returns a list of rule ids, separated by commas. Throws if an option is no such list. */
export function joinedRules(option, ids) {
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== "string")) {
    throw new TypeError(`the option ${option} must be a list of rule ids, not ${Array.isArray(ids) ? "of other values" : typeName(ids)}`);
  }
  const odd = ids.find((id) => !/^[^,]+$/.test(id));
  if (odd !== undefined) throw new TypeError(`unknown rule in the option ${option}: ${JSON.stringify(odd)}`);
  return ids.join();
}
