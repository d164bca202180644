// `slim`, with the module loaded beside the script.
import { check, init } from "../../../pkg/src/slim.js";

init(await WebAssembly.compileStreaming(fetch("/coldsend-lint.wasm")));
globalThis.found = check("create_campaign", globalThis.body).issues.length;
