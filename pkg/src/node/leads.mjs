// For Node: `import "coldsend-lint/leads"`, with the same instance as `require`.
export { checkLeads } from "../../dist/node/leads.cjs";
