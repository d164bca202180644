/**
 * Live forms without the WASM: pass it to `init` of `coldsend-lint/slim` before you bind a form. The functions are
 * those of `coldsend-lint/form`; {@link readForm} needs no WASM.
 *
 * @module
 *
 * @example
 * ```js
 * import { init } from "coldsend-lint/slim";
 * import { bindForm } from "coldsend-lint/slim/form";
 * import wasm from "coldsend-lint/coldsend-lint.wasm?url"; // Vite
 *
 * init(await WebAssembly.compileStreaming(fetch(wasm)));
 * bindForm(document.querySelector("form"), "create_campaign");
 * ```
 */
export * from "./form.cjs";
