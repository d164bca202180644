// Lists of leads, and what the binary says about them.
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { native, root, run } from "./project.js";

const listsIn = (folder) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith(".csv")).map((name) => [name, readFileSync(join(root, folder, name))]);

const folders = (folder) => readdirSync(join(root, folder)).map((name) => join(folder, name));

/** Lists with their names: all cases and fixtures, and some that are longer than what is checked at a time. */
export const lists = [
  ...folders("tests/cases").filter((folder) => folder.startsWith("tests/cases/leads")).flatMap(listsIn),
  ...folders("tests/fixtures").flatMap(listsIn),
  ["empty", Buffer.from("")],
  ["long", Buffer.from(`email;note\r\n${Array.from({ length: 9_000 }, (_, i) => `a${i % 8_000}@b${i % 7 === 0 ? ".." : "."}co;"x;${i}"\r\n`).join("")}`)],
  ["a long row", Buffer.from(`email,note\na@b.co,${"x".repeat(200_000)}\nb@b.co,${"é".repeat(500_001)}\n`)],
];

/** Returns the object of `coldsend-lint leads --format json`, and the files that it writes, if it does. */
export function reported(list, ...options) {
  const folder = join(root, "target/package", `leads-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [fix, rejects] = ["fix.csv", "rejects.csv"].map((name) => join(folder, name));
  const written = ["--fix", fix, "--rejects", rejects];
  const report = JSON.parse(run(native(), ["leads", "--format", "json", ...written, ...options, "-"], { input: list, accepted: [0, 1, 2] }));
  const text = (file) => {
    try {
      return readFileSync(file, "latin1");
    } catch {
      return null;
    }
  };
  const files = { fixed: text(fix), rejects: text(rejects) };
  rmSync(folder, { recursive: true });
  return { ...report, ...files };
}

/** Returns the members of a report that the binary's has, with the files as text. */
export async function comparable({ rows, valid, doubtful, invalid, duplicates, rules, problems, fixed, rejects }) {
  const text = async (file) => file && Buffer.from(await file.arrayBuffer()).toString("latin1");
  return { rows, valid, doubtful, invalid, duplicates, rules, problems, fixed: await text(fixed), rejects: await text(rejects) };
}
