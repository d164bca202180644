// For Node: `import "coldsend-lint"`, with the same instance as `require`.
export { check, checkText, schemas, warmUp } from "../../dist/node/check.cjs";
export { toFieldErrors, toPointer, translate } from "../../dist/node/issues.cjs";
export { explain } from "../../dist/node/explain.cjs";
export { preflight } from "../../dist/node/preflight.cjs";
export { checkLeads } from "../../dist/node/leads.cjs";
export { rules } from "../../dist/node/rules.cjs";
