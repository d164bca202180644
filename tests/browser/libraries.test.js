// The recipes of the README for form libraries: the same form with each library, in Chromium, with the package as users
// get it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { installFrom, pack } from "../ecosystem/run.js";
import { run } from "../package/support/project.js";
import { recipes } from "../package/support/readme.js";
import { launch } from "./browsers.js";
import { root } from "./page.js";

/** The libraries: their section in the README, and their folder in tests/forms. */
const LIBRARIES = [
  ["React Hook Form", "react-hook-form"],
  ["TanStack Form", "tanstack-form"],
  ["Formik", "formik"],
  ["Conform", "conform"],
  ["VeeValidate 4", "vee-validate"],
  ["Forms without a library", "plain"],
];

/** The template of the recipe for Vue is compiled in the page. */
const OPTIONS = [
  "--bundle", "--minify", "--format=esm", "--jsx=automatic", "--outfile=dist/main.js", "--log-level=warning",
  '--define:process.env.NODE_ENV="production"', "--alias:vue=vue/dist/vue.esm-bundler.js",
  "--define:__VUE_OPTIONS_API__=true", "--define:__VUE_PROD_DEVTOOLS__=false", "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
];

const esbuild = fileURLToPath(new URL("crates/xtask/npm/node_modules/esbuild/bin/esbuild", root));
const { files, markup } = recipes();

let browser, tarball;
before(async () => {
  tarball = pack();
  browser = await launch();
});
after(() => browser?.close());

/** Bundles a recipe, and opens it in a page. `page.complaints` has the browser's errors. */
async function open(section, name) {
  const folder = installFrom([fileURLToPath(new URL(`tests/forms/${name}`, root))], `forms-${name}`, tarball);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const main = name === "plain" || name === "vee-validate" ? "main.ts" : "main.tsx";
  run(esbuild, [main, ...OPTIONS], { cwd: folder });
  const page = await browser.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.complaints.push(message.text()));
  const body = `<!doctype html><meta charset="utf-8"><title>${section}</title><link rel="icon" href="data:,"><template>${markup[section] ?? ""}</template><main></main><script type="module" src="/main.js"></script>`;
  await page.route("**/*", (route) => route.request().url().endsWith("/main.js") ? route.fulfill({ path: join(folder, "dist/main.js") }) : route.fulfill({ contentType: "text/html", body }));
  await page.goto("http://forms.test/");
  await page.getByLabel("Name").waitFor();
  return page;
}

/** Returns the errors that are shown: the label of the field, if it is about one, and the message. */
const shown = (page) => page.evaluate(() =>
  [...document.querySelectorAll("main [role=alert]:not(.coldsend-lint-messages), main .coldsend-lint-error")]
    .filter((element) => element.innerText.trim() !== "")
    .map((element) => {
      const label = (element.closest(".coldsend-lint-messages") ?? element).previousElementSibling;
      return [label?.matches("label") ? label.innerText.trim() : "", element.innerText.trim()];
    }),
);

/** Waits until a function returns exactly this, since some libraries check later. */
async function expect(actual, expected) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if (isDeepStrictEqual(await actual(), expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(await actual(), expected);
}

const SUM = "Die Prozentwerte müssen zusammen genau 100 ergeben; eine fehlende Angabe zählt als 100";
const variant = (variant_name, subject_template, email_content, percent) => ({ variant_name, subject_template, email_content, ...percent });

for (const [section, name] of LIBRARIES) {
  test(section, async () => {
    const page = await open(section, name);
    const field = (label, n = 0) => page.getByLabel(label, { exact: true }).nth(n);
    const fill = async (label, text, n = 0) => {
      await field(label, n).fill(text);
      await field(label, n).blur();
    };
    const send = () => page.getByRole("button", { name: "Send" }).click();
    const expectShown = (expected) => expect(() => shown(page), expected);
    const expectSent = (expected) => expect(() => page.evaluate(() => globalThis.sent), expected);
    await expectShown([]);

    // A message appears once the user has left its field.
    await fill("Name", "Hi");
    await expectShown([["Name", "Mindestens 8 Zeichen"]]);
    await fill("Limit", "101");
    await expectShown([["Name", "Mindestens 8 Zeichen"], ["Limit", "Höchstens 100"]]);
    await fill("Name", "Autumn campaign");
    await expectShown([["Limit", "Höchstens 100"]]);

    // An empty number is omitted.
    await fill("Limit", "");
    await expectShown([]);

    // A required text in a list.
    await send();
    await expectShown([["Text", "Mindestens 10 Zeichen"]]);
    await expectSent([]);
    await fill("Subject", "A word about month end");
    await fill("Text", "Hi {{first_name}}, …");
    await expectShown([]);
    await send();
    const first = variant("A", "A word about month end", "Hi {{first_name}}, …");
    const small = { name: "Autumn campaign", variants: [first] };
    await expectSent([small]);

    // A second item, and an error about the list.
    await page.getByRole("button", { name: "Add" }).click();
    await fill("Subject", "Month end", 1);
    await fill("Text", "Hello {{first_name}}, …", 1);
    await fill("Percent", "60");
    await fill("Percent", "50", 1);
    await send();
    await expectShown([["", SUM]]);
    await expectSent([small]);
    await fill("Percent", "", 1);
    await send();
    await expectShown([["", SUM]]);
    await fill("Percent", "101", 1);
    await expectShown([["Percent", "Höchstens 100"]]);
    await fill("Percent", "40", 1);
    await expectShown([]);
    await fill("Limit", "30");
    await send();
    const variants = [
      { ...first, distribution_percent: 60 },
      variant("B", "Month end", "Hello {{first_name}}, …", { distribution_percent: 40 }),
    ];
    await expectSent([small, { name: "Autumn campaign", daily_limit_per_inbox: 30, variants }]);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
