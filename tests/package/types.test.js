// The types in strict TypeScript.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { project } from "./support/project.js";

let here;
before(() => {
  here = project("types", { from: "types" });
});

test("for a bundler", () => {
  here.tool("typescript/bin/tsc", "-p", ".");
});

test("for Node", () => {
  here.tool("typescript/bin/tsc", "-p", ".", "--module", "nodenext", "--moduleResolution", "nodenext");
});

test("without the types of a browser", () => {
  const use = `
    import { check, explain, preflight } from "coldsend-lint";
    import { init, initAnswers, initPreflight } from "coldsend-lint/slim";
    check("list_campaigns", new URLSearchParams());
    preflight("list_campaigns", { page: 1 });
    explain(429, "", { headers: new Headers() });
    for (const start of [init, initAnswers, initPreflight]) start(Buffer.from(""));`;
  const alone = `
    import { check } from "coldsend-lint";
    import { init } from "coldsend-lint/slim";
    check("list_campaigns", [["page", "1"]]);
    init(new ArrayBuffer(8));`;
  for (const [types, text] of [["node", use], ["", alone]]) {
    const config = { extends: "./tsconfig.json", compilerOptions: { lib: ["es2023"], types: types ? [types] : [] }, include: [], files: ["node.ts"] };
    writeFileSync(join(here.folder, "node.ts"), text);
    writeFileSync(join(here.folder, "tsconfig.node.json"), JSON.stringify(config));
    here.tool("typescript/bin/tsc", "-p", "tsconfig.node.json");
  }
  rmSync(join(here.folder, "node.ts"));
});

test("each line marked as an error has one", () => {
  const marks = readFileSync(join(here.folder, "use.ts"), "utf8").match(/@ts-expect-error/g).length;
  assert.ok(marks >= 20);
  const unmarked = readFileSync(join(here.folder, "use.ts"), "utf8").replaceAll("@ts-expect-error", "wrong");
  writeFileSync(join(here.folder, "use.ts"), unmarked);
  assert.throws(() => here.tool("typescript/bin/tsc", "-p", ".", "--pretty", "false"), (error) => {
    const lines = new Set([...error.message.matchAll(/^use\.ts\((\d+),/gm)].map((match) => match[1]));
    assert.equal(lines.size, marks);
    assert.match(error.message, /'time_zone' does not exist in type/);
    return true;
  });
});

test("a wrong field is one error, at that field", () => {
  const calls = [
    'check("create_campaign", { name: "Autumn campaign", nam: 1 });',
    'check("POST /campaigns", { name: "Autumn campaign", nam: 1 });',
    'preflight("create_campaign", { name: "Autumn campaign", nam: 1 }, {});',
  ];
  for (const call of calls) {
    writeFileSync(join(here.folder, "wrong.ts"), `import { check, preflight } from "coldsend-lint";\n${call}\nexport { check, preflight };\n`);
    writeFileSync(join(here.folder, "tsconfig.wrong.json"), JSON.stringify({ extends: "./tsconfig.json", include: [], files: ["wrong.ts"] }));
    assert.throws(() => here.tool("typescript/bin/tsc", "-p", "tsconfig.wrong.json", "--pretty", "false"), (error) => {
      const [, ...lines] = error.message.trim().split("\n");
      const expected = "Object literal may only specify known properties, but 'nam' does not exist in type 'CreateCampaign'. Did you mean to write 'name'?";
      assert.deepEqual(lines, [`wrong.ts(2,${call.indexOf("nam:") + 1}): error TS2561: ${expected}`]);
      return true;
    });
  }
  rmSync(join(here.folder, "wrong.ts"));
});

test("in older resolutions and in CommonJS", () => {
  const use = `
    import lint = require("coldsend-lint");
    import slim = require("coldsend-lint/slim");
    import forms = require("coldsend-lint/form");
    import slimForms = require("coldsend-lint/slim/form");
    lint.check("create_campaign", { name: "Autumn campaign" }).issues.length.toFixed();
    slim.init(new Uint8Array());
    forms.bindForm satisfies typeof slimForms.bindForm;`;
  writeFileSync(join(here.folder, "common.cts"), use);
  for (const [module, moduleResolution] of [["commonjs", "node10"], ["node16", "node16"], ["nodenext", "nodenext"]]) {
    const compilerOptions = { module, moduleResolution, esModuleInterop: true };
    writeFileSync(join(here.folder, "tsconfig.common.json"), JSON.stringify({ extends: "./tsconfig.json", compilerOptions, include: [], files: ["common.cts"] }));
    here.tool("typescript/bin/tsc", "-p", "tsconfig.common.json");
  }
  rmSync(join(here.folder, "common.cts"));
});
