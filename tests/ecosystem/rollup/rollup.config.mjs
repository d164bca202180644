import resolve from "@rollup/plugin-node-resolve";

export default ({ browser = false }) => ({
  input: "main.mjs",
  output: { file: "dist/main.mjs", inlineDynamicImports: true },
  plugins: [resolve({ browser })],
});
