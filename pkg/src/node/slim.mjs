// For Node: `import "coldsend-lint/slim"`, with the same instance as `require`.
export { check, checkLeads, checkText, explain, init, initAnswers, initLeads, initPreflight, preflight, schemas, warmUp } from "../../dist/node/slim.cjs";
export { toFieldErrors, toPointer, translate } from "../../dist/node/issues.cjs";
export { rules } from "../../dist/node/rules.cjs";
