// For Node: `import "coldsend-lint/form"`, with the same instance as `require`.
export { bindForm, readForm } from "../../dist/node/form.cjs";
