// The rows. A row returns the issues of an input; a peer reads its input from text, as a server does.

/** The rows of coldsend-lint begin with its name; all others are peers. */
export const rows = {
  "coldsend-lint, checkText": () => ours(({ checkText }) => (operation, text) => checkText(operation, text).issues),
  "coldsend-lint, checkText without advice": () =>
    ours(({ checkText }) => (operation, text) => checkText(operation, text, { advice: false }).issues),
  "coldsend-lint, check of an object": async () => ({
    ...(await ours(({ check }) => (operation, body) => check(operation, body).issues)),
    prepare: JSON.parse,
  }),
  ajv: () => import("./rows/ajv.js"),
  typebox: () => import("./rows/typebox.js"),
  valibot: () => import("./rows/valibot.js"),
  zod: () => import("./rows/zod.js"),
};

async function ours(issuesOf) {
  const library = await import("../../pkg/src/node/index.mjs");
  return { issuesOf: issuesOf(library), pointerOf: ({ path }) => library.toPointer(path) };
}
