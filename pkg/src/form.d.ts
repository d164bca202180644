export * from "./form.cjs";
