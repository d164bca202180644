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
  '{"detail":"cs_live_0123456789abcdef is no key"}', '{"detail":"x","detail":"Invalid or revoked API key"}', "\ufeff{}",
  '{"title":"Validation Error","detail":"Input validation failed.","errors":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}',
  '{"message":"no cs_live_hunter2","code":7,"errors":["a",NaN]}', '{"detail":{"code":"QUOTA","message":"Plan limit reached"}}', '{"detail":"Not Found"}', '{"detail":["a","b"]}',
  '{"detail":"no","required":["a:b"],"granted":[]}', '{"success":true,"is_launch_ready":false,"missing_requirements":["leads","password: hunter2"]}',
  '{"errors":{"display_name":["no"],"smtp_password":["hunter2"]}}', '{"detail":[{"loc":["body"],"msg":"value is not a valid dict","type":"type_error.dict"},{"loc":["query","limit",1.5,true],"msg":"x","type":"y"}]}', `{"x":${"[".repeat(1000)}${"]".repeat(1000)}}`,
];

/** The bodies of fixtures, without the status line and the headers. */
const fixtures = files(/^answers-/).map((text) => (text.startsWith("HTTP/") ? text.replace(/^[^]*?\n(?:\n|$)/, "") : text));

/** Answers to explain, as `[status, text]`: all texts, blocks also on one line, with many statuses and with none. */
export const answers = [...blocks, ...blocks.map((block) => JSON.stringify(JSON.parse(block))), ...fixtures, ...others].flatMap((text) =>
  [null, 200, 302, 400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 503, 504, 524].map((status) => [status, text]),
);

/** Returns the output of `coldsend-lint explain --format json`. */
export const explained = ([status, text]) =>
  run(native(), ["explain", "--format", "json", ...(status === null ? [] : ["--status", String(status)]), "-"], { input: text, accepted: [0, 2] });
