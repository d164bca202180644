// For Node: `import "coldsend-lint/slim"`, with the same instance as `require`.
export { check, checkText, explain, init, initAnswers, initPreflight, preflight, schemas, warmUp } from "../../dist/node/slim.cjs";
export { toFieldErrors, toPointer, translate } from "../../dist/node/issues.cjs";
export { rules } from "../../dist/node/rules.cjs";
