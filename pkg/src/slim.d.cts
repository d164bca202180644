/**
 * The same functions without the WASM: pass it to {@link init} first. For libraries, which should leave that choice to
 * the application, and for environments with their own way to load WASM.
 *
 * @module
 */
export * from "./index.cjs";

/** Bytes, or a `WebAssembly.Module` compiled from them. */
export type Wasm = ArrayBuffer | ArrayBufferView | WasmModule;

/** Any object if the class is missing, as in Node's types alone. */
type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer M } } } ? M : object;

/**
 * Starts the WASM; until then, each check throws. A second call does nothing.
 *
 * @param source The bytes of `coldsend-lint/coldsend-lint.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither of them.
 * @throws {WebAssembly.CompileError} If the bytes are not WASM.
 *
 * @example
 * ```js
 * import { check, init } from "coldsend-lint/slim";
 * import wasm from "coldsend-lint/coldsend-lint.wasm?url"; // Vite
 *
 * init(await WebAssembly.compileStreaming(fetch(wasm)));
 * check("add_lead", { email: "jo@example.com" });
 * ```
 */
export declare function init(source: Wasm): void;

/**
 * Starts the WASM of {@link explain}, which is separate; until then, it throws. A second call does nothing.
 *
 * @param source The bytes of `coldsend-lint/answers.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither of them.
 * @throws {WebAssembly.CompileError} If the bytes are not WASM.
 */
export declare function initAnswers(source: Wasm): void;

/**
 * Starts the WASM of {@link preflight}, which is separate; until then, it throws. A second call does
 * nothing.
 *
 * @param source The bytes of `coldsend-lint/preflight.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither of them.
 * @throws {WebAssembly.CompileError} If the bytes are not WASM.
 */
export declare function initPreflight(source: Wasm): void;

/**
 * Starts the WASM of {@link checkLeads}, which is separate; until then, it fails. A second call does nothing.
 *
 * @param source The bytes of `coldsend-lint/leads.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither of them.
 * @throws {WebAssembly.CompileError} If the bytes are not WASM.
 */
export declare function initLeads(source: Wasm): void;
