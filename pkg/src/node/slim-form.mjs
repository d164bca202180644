// For Node: `import "coldsend-lint/slim/form"`, with the same instance as `require`.
export { bindForm, readForm } from "../../dist/node/slim-form.cjs";
