// The answers of the errors page and of the fixtures, malformed ones, and what the binary says about them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { files } from "./goldens.js";
import { native, root, run } from "./project.js";

const page = readFileSync(join(root, "tests/errors_page.txt"), "utf8");

/** Every block of JSON on the page, as printed. */
export const blocks = page.match(/^\{\n[^]*?^\}/gm);

const others = [
  "", " ", "null", "[]", "{}", '{"detail":null}', '{"detail":{"a":1}}', '{"detail":[]}', '{"detail":NaN}', '{"detail":[1e400,-0.0,12345678901234567890]}',
  "<html>502 Bad Gateway</html>", '{"detail":"Rate limit exceeded. Retry after 7 seconds."', '{"detail":"é 😀 \\ud800 \\u2028"}',
  '{"detail":[{"type":"string_too_short","loc":["body","name"],"msg":"String should have at least 8 characters","input":"hunter2","ctx":{"min_length":8}}]}',
  '{"detail":"cs_live_0123456789abcdef is no key"}', '{"detail":"x","detail":"Invalid or revoked API key"}', "\ufeff{}", `{"x":${"[".repeat(1000)}${"]".repeat(1000)}}`,
];

/** The bodies of fixtures, without the status line and the headers. */
const fixtures = files(/^answers-/).map((text) => (text.startsWith("HTTP/") ? text.replace(/^[^]*?\n(?:\n|$)/, "") : text));

/** Answers to explain, as `[status, text]`: all texts, blocks also on one line, with many statuses and with none. */
export const answers = [...blocks, ...blocks.map((block) => JSON.stringify(JSON.parse(block))), ...fixtures, ...others].flatMap((text) =>
  [null, 200, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503].map((status) => [status, text]),
);

/** Returns the output of `coldsend-lint explain --format json`. */
export const explained = ([status, text]) =>
  run(native(), ["explain", "--format", "json", ...(status === null ? [] : ["--status", String(status)]), "-"], { input: text });
