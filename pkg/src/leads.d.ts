export * from "./leads.cjs";
