// Standard Schemas, in a separate module, so that bundles without them do not contain the list of operations.
import { optionsOf } from "../arguments.js";
import { operations } from "../generated/operations.js";

/**
 * Creates Standard Schemas from a `check`, including `with`, which creates schemas that deny some advice.
 * @param {(operation: string, body: unknown, options: { advice: false, deny?: string[] }) => object} check
 */
export function schemasOf(check, deny) {
  const schemas = Object.fromEntries(operations.map((operation) => [operation, schema(check, operation, deny)]));
  const others = { value: (options) => schemasOf(check, optionsOf(options, "deny").deny) };
  return Object.defineProperty(schemas, "with", others);
}

const schema = (check, operation, deny) => ({
  "~standard": {
    version: 1,
    vendor: "coldsend-lint",
    validate(value) {
      const answer = check(operation, value, { advice: false, deny });
      return answer.ok ? { value } : { issues: answer.issues };
    },
  },
});
