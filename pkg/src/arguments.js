// What is wrong with the arguments of a function. A value is not repeated: it may be long, or a secret in the wrong place.

/** The type of a value, for an error. */
export const typeName = (value) => (value === null ? "null" : `of type ${typeof value}`);

/** The options; none if they are not an object, as when `map` calls. Throws if one is unknown. */
export function optionsOf(options, ...names) {
  if (typeof options !== "object" || options === null) return {};
  const other = Object.keys(options).find((name) => !names.includes(name));
  if (other !== undefined) throw new TypeError(`unknown option ${other}; ${names.length > 0 ? `the options are ${names.join(", ")}` : "there are none"}`);
  return options;
}
