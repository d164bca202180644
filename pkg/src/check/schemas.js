// Standard Schemas, apart from the rest, so that a bundle without them has no list of operations.
import { operations } from "../generated/operations.js";

/**
 * Makes the Standard Schemas of a `check`.
 * @param {(operation: string, body: unknown, options: { advice: false }) => object} check
 */
export const schemasOf = (check) => Object.fromEntries(operations.map((operation) => [operation, schema(check, operation)]));

const schema = (check, operation) => ({
  "~standard": {
    version: 1,
    vendor: "coldsend-lint",
    validate(value) {
      const answer = check(operation, value, { advice: false });
      return answer.ok ? { value } : { issues: answer.issues };
    },
  },
});
