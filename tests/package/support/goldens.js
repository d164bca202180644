// The requests of tests/goldens and tests/fixtures, and what the binary says about them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { native, root, run } from "./project.js";

export const ndjson = (name) =>
  readFileSync(join(root, "tests/goldens", name), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** Returns the requests of goldens, except bytes that are not text, which JavaScript cannot pass. */
export function goldens(name) {
  return ndjson(name).flatMap(({ operation, body, body_base64: base64 }) => {
    if (base64 === undefined) return [{ operation, body }];
    const bytes = Buffer.from(base64, "base64");
    const text = bytes.toString();
    return Buffer.from(text).equals(bytes) ? [{ operation, body: text }] : [];
  });
}

/** Returns bodies of `create_smtp_account` with addresses, and how the server keeps these: null if it rejects them. */
export function addresses() {
  const account = JSON.parse(readFileSync(join(root, "tests/examples/smtp-account.json"), "utf8"));
  return ndjson("email.ndjson").map(({ input, kept }) => {
    const length = [...input].length;
    return { body: JSON.stringify({ ...account, email_address: input }), kept: length >= 5 && length <= 255 ? kept : null };
  });
}

/** Returns the requests of fixtures, without their headers; those in CSV are lists of leads. */
export const fixtures = () =>
  files(/^(?:passes|advises|fails)-.*(?<!\.csv)$/).map((text) => {
    const [, operation, body] = /^(.*)\n(?:[\w-]+: .*\n)*(?:\n([^]*))?$/.exec(text);
    return { operation, body: (body ?? "").replace(/\n$/, "") };
  });

/** Returns the texts of fixtures whose names match, except bytes that are not text. */
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

/** Returns what the binary says about each request, one line each. */
export function natives(requests, ...options) {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const lines = run(native(), ["batch", ...options, "-"], { input, accepted: [0, 1] }).trim().split("\n");
  assert.equal(lines.length, requests.length);
  return lines;
}

/** Returns the API's answer in a line of the binary, as text, without the other members. */
export const verdict = (line) => line.replace(/,"errors":.*$/s, "}");

/** Returns the members that issues and the binary's findings have in common. */
export const findings = (found) =>
  found.map(({ rule, loc, msg, message = msg, type, hint }) => ({ rule, loc, message, type, hint }));

/** Writes an answer as the binary does. It is compared as text, because numbers must be written in the same way. */
export const line = (answer) =>
  answer.ok ? '{"ok":true,"status":null,"body":null}' : `{"ok":false,"status":${answer.status},"body":${answer.body}}`;
