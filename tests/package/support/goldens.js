// The requests of tests/goldens and tests/fixtures, and what the binary says of them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { native, root, run } from "./project.js";

export const ndjson = (name) =>
  readFileSync(join(root, "tests/goldens", name), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** The requests of goldens; bytes that are no text cannot be handed in from JavaScript. */
export function goldens(name) {
  return ndjson(name).flatMap(({ operation, body, body_base64: base64 }) => {
    if (base64 === undefined) return [{ operation, body }];
    const bytes = Buffer.from(base64, "base64");
    const text = bytes.toString();
    return Buffer.from(text).equals(bytes) ? [{ operation, body: text }] : [];
  });
}

/** Bodies of `create_smtp_account` with these addresses, and what the server keeps of them: null if it refuses. */
export function addresses() {
  const account = JSON.parse(readFileSync(join(root, "tests/examples/smtp-account.json"), "utf8"));
  return ndjson("email.ndjson").map(({ input, kept }) => {
    const length = [...input].length;
    return { body: JSON.stringify({ ...account, email_address: input }), kept: length >= 5 && length <= 255 ? kept : null };
  });
}

/** The requests of fixtures, without what their headers say. */
export const fixtures = () =>
  files(/^(?:passes|advises|fails)-/).map((text) => {
    const [, operation, body] = /^(.*)\n(?:[\w-]+: .*\n)*(?:\n([^]*))?$/.exec(text);
    return { operation, body: (body ?? "").replace(/\n$/, "") };
  });

/** The texts of fixtures with such a name, but for bytes that are no text. */
export function files(named) {
  const folder = join(root, "tests/fixtures");
  return readdirSync(folder).flatMap((rule) =>
    readdirSync(join(folder, rule)).filter((name) => named.test(name)).flatMap((name) => {
      const bytes = readFileSync(join(folder, rule, name));
      const text = bytes.toString();
      return Buffer.from(text).equals(bytes) ? [text] : [];
    }),
  );
}

/** What the binary says of each, a line each. */
export function natives(requests, ...options) {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const lines = run(native(), ["batch", ...options, "-"], { input, accepted: [0, 1] }).trim().split("\n");
  assert.equal(lines.length, requests.length);
  return lines;
}

/** The API's answer in a line of the binary, as text: without what else is known of it. */
export const verdict = (line) => line.replace(/,"errors":.*$/s, "}");

/** What is the same in issues and in the binary's findings. */
export const findings = (found) =>
  found.map(({ rule, loc, msg, message = msg, type, hint }) => ({ rule, loc, message, type, hint }));

/** An answer as the binary writes it; as text, as numbers must be written in the same way. */
export const line = (answer) =>
  answer.ok ? '{"ok":true,"status":null,"body":null}' : `{"ok":false,"status":${answer.status},"body":${answer.body}}`;
