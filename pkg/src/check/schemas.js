// Standard Schemas, in a separate module, so that bundles without them do not contain the shapes of the requests.
import { optionsOf, typeName } from "../arguments.js";
import { shapes } from "../generated/shapes.js";
import { omitEmpty } from "./empty.js";
import { ownMessage } from "./messages.js";

/**
 * Creates Standard Schemas from a `check`, including `with`, which creates schemas with options.
 * @param {(operation: string, body: unknown, options: { advice: false, deny?: string[] }) => object} check
 */
export function schemasOf(check, options = {}) {
  const schemas = Object.fromEntries(Object.keys(shapes).map((operation) => [operation, schema(check, operation, options)]));
  return Object.defineProperty(schemas, "with", { value: (options) => schemasOf(check, checked(options)) });
}

function checked(options) {
  const known = optionsOf(options, "message", "messages", "empty", "deny");
  const { message, messages = {}, empty } = known;
  if (message !== undefined && typeof message !== "function") throw new TypeError(`the option message must be a function, not ${typeName(message)}`);
  if (typeof messages !== "object" || messages === null) throw new TypeError(`the option messages must be an object, not ${typeName(messages)}`);
  if (empty !== undefined && empty !== "omit") throw new TypeError('the option empty must be "omit"');
  return known;
}

const schema = (check, operation, { message, messages = {}, empty, deny }) => ({
  "~standard": {
    version: 1,
    vendor: "coldsend-lint",
    validate(original) {
      const { value, originalPath } = empty ? omitEmpty(shapes[operation], original) : { value: original, originalPath: (path) => path };
      const answer = check(operation, value, { advice: false, deny });
      if (answer.ok) return { value };
      const issues = answer.issues.map((issue) => {
        const own = { ...issue, path: originalPath(issue.path), hint: ownMessage(issue, messages) ?? issue.hint };
        return { ...own, message: message?.(own) ?? own.hint };
      });
      return { issues };
    },
  },
});
