// The quick projects of tests/ecosystem: the package in bundlers, test runners and runtimes.
import { test } from "node:test";
import { projects } from "../ecosystem/projects.js";
import { install, pack, runCase, start } from "../ecosystem/run.js";

const tarball = pack();

for (const project of projects.filter(({ quick }) => quick)) {
  test(project.name, async (t) => {
    const folder = install(project, tarball);
    const server = await start(project, folder);
    for (const each of project.cases) await t.test(each.name, () => runCase(each, folder, server));
  });
}
