/**
 * The same functions without the WASM: hand it to {@link init} first. For libraries, which should not choose
 * for the application, and for places with a way of their own to load WASM.
 *
 * @module
 */
export * from "./index.js";

/** Bytes, or a `WebAssembly.Module` compiled from them. */
export type Wasm = ArrayBuffer | ArrayBufferView | WasmModule;

/** Node's types alone do not have the class; then it is any object. */
type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer M } } } ? M : object;

/**
 * Starts the WASM; until then, each check throws. A second call does nothing.
 *
 * @param source The bytes of `coldsend-lint/coldsend-lint.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither.
 * @throws {WebAssembly.CompileError} If the bytes are no WASM.
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
 * Starts the WASM of {@link explain}, which is apart from the other; until then, it throws. A second call does nothing.
 *
 * @param source The bytes of `coldsend-lint/answers.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither.
 * @throws {WebAssembly.CompileError} If the bytes are no WASM.
 */
export declare function initAnswers(source: Wasm): void;

/**
 * Starts the WASM of {@link preflight}, which is apart from the others; until then, it throws. A second call does
 * nothing.
 *
 * @param source The bytes of `coldsend-lint/preflight.wasm`, or a `WebAssembly.Module` compiled from them.
 * @throws {TypeError} If it is neither.
 * @throws {WebAssembly.CompileError} If the bytes are no WASM.
 */
export declare function initPreflight(source: Wasm): void;
