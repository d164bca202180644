// The examples of the package's README.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.js";

export const readme = readFileSync(join(root, "pkg/README.md"), "utf8");

/** Returns the blocks of code in a text. A comment in the first line of a block may name its file. */
export const blocksOf = (text) => [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
  language, text, file: /^\/\/ ([\w-]+\.tsx?)\n/.exec(text)?.[1],
}));

/** Returns the files of the recipes for form libraries, and the markup in each section. */
export function recipes() {
  const files = Object.fromEntries(blocksOf(readme).filter(({ file }) => file).map(({ file, text }) => [file, text]));
  const markup = {};
  for (const [, title, text] of readme.matchAll(/^### (.*)\n([^]*?)(?=^##)/gm)) {
    const html = blocksOf(text).find(({ language }) => language === "html");
    if (html) markup[title] = html.text;
  }
  return { files, markup };
}
