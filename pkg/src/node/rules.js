// For Node: the rules, as compressed JSON.
import text from "../../dist/node/rules.js";
import { unzip } from "../wasm/zip.js";

/** Returns a copy of every rule and every answer, as in `coldsend-lint rules --format json`. */
export const rules = () => JSON.parse(String(unzip(text)));
