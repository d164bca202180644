export * from "./slim-form.cjs";
