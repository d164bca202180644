// Runs all projects, writes the table in pkg/ECOSYSTEM.md, and fails if a row of it has changed.
//
//   node tests/ecosystem/main.js [folder]…
//
// With folders, only runs these projects and writes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../package/support/project.js";
import { projects } from "./projects.js";
import { install, pack, runCase, start, version } from "./run.js";

const FILE = join(root, "pkg/ECOSYSTEM.md");

const chosen = process.argv.slice(2);
const tarball = pack();
const rows = ["| In | version | | works | to set |", "|---|---|---|---|---|"];
console.log(rows.join("\n"));
for (const project of projects) {
  if (chosen.length > 0 && !chosen.includes(project.folder)) continue;
  const folder = install(project, tarball);
  const server = await start(project, folder).catch((error) => ({ error, stop() {} }));
  for (const each of project.cases) {
    const failure = server.error ?? (await runCase(each, folder, server).then(() => null, (error) => error));
    if (failure) console.error(failure.message);
    const works = failure ? `**no**: ${reason(failure)}` : "yes";
    const row = `| ${project.name} | ${version(folder, project.tool)} | ${each.name} | ${works} | ${each.set ?? ""} |`;
    console.log(row);
    rows.push(row);
  }
  server.stop();
}

if (chosen.length === 0) {
  const table = `${rows.join("\n")}\n`;
  const committed = readFileSync(FILE, "utf8");
  const text = committed.replace(/^\|[^]*\|\n/m, () => table);
  if (text !== committed) {
    writeFileSync(FILE, text);
    console.error("pkg/ECOSYSTEM.md has changed");
    process.exitCode = 1;
  }
}

/** Returns the line of an error that says most, without colors and paths. */
function reason({ message }) {
  const lines = message.replaceAll(/\x1b\[[\d;]*m/g, "").replaceAll(root, "").split("\n");
  const line = [/^\W*\w*error: /i, /error|failed to|cannot|must /i, /./].map((pattern) => lines.find((line) => pattern.test(line))).find(Boolean);
  return line.trim().replaceAll("|", "\\|").slice(0, 160);
}
