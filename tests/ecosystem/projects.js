// The throw-away projects: a folder here, with packages of its own, in which the package is installed as users get it.
//
// To change a project's packages, use `npm install --omit-lockfile-registry-resolved` in its folder.

/**
 * @typedef Project
 * @property {string} name
 * @property {string} folder
 * @property {string} tool the package whose version counts
 * @property {boolean} [quick] whether `cargo xtask test` runs it, too
 * @property {string} [build] a command that all cases need
 * @property {string} [serve] a command that serves the project on the port $PORT
 * @property {Case[]} cases
 *
 * @typedef Case what runs, and one way to run it. What runs there prints what `use` returns.
 * @property {string} name
 * @property {string} [set] what a user has to set, in Markdown
 * @property {string} [build] a command
 * @property {string} [run] a command that runs in the project
 * @property {string} [bundle] a command that runs in a copy of the folder `dist` elsewhere, without `node_modules`
 * @property {true} [page] opens the page in the folder `dist` in Chromium
 * @property {string} [get] a path that is fetched from the server
 * @property {string} [browse] a path of the server that is opened in Chromium
 * @property {string} [expected] what is printed instead
 */
import { EXPECTED_OF_LIST } from "./use.js";

const esbuild = "esbuild main.mjs --bundle --minify --log-level=warning";
/** The same file as CommonJS and as an ES module. */
const tsc = (compiler, options) =>
  `cp main.ts main.mts && cp main.ts main.cts && node node_modules/${compiler}/bin/tsc --strict --target es2022 --types node --allowJs --rootDir . --outDir dist ${options}`;
/** A page that checks a list of leads in a worker. */
const inWorker = { name: "browser, `checkLeads` in a worker", expected: EXPECTED_OF_LIST };
const next = (bundler) => ({
  name: `Next.js, ${bundler}`, folder: "next", tool: "next", build: `next build --${bundler}`, serve: "next start --port $PORT",
  cases: [
    { name: "server component", get: "/server" },
    { name: "client component, rendered on the server", get: "/client" },
    { name: "client component, in the browser", browse: "/client" },
    { name: "server action", browse: "/action" },
    { name: "route handler", get: "/route" },
    { name: "route handler, `edge`", get: "/edge" },
  ],
});

/** @type {Project[]} */
export const projects = [
  ...["20.19", "22", "24", "26"].map((version) => ({
    name: "Node", folder: "node", tool: `node-${version}`, cases: [
      { name: "`import`", run: `node_modules/node-${version}/bin/node main.mjs` },
      { name: "`require`", run: `node_modules/node-${version}/bin/node main.cjs` },
    ],
  })),
  {
    name: "TypeScript", folder: "typescript", tool: "typescript-5", cases: [
      { name: "`node10`, CommonJS", build: tsc("typescript-5", "main.ts --module commonjs --moduleResolution node10"), run: "node dist/main.js" },
      { name: "`node16`, CommonJS", build: tsc("typescript-5", "main.cts --module node16"), run: "node dist/main.cjs" },
      { name: "`node16`, ES module", build: tsc("typescript-5", "main.mts --module node16"), run: "node dist/main.mjs" },
    ],
  },
  {
    name: "TypeScript", folder: "typescript", tool: "typescript", cases: [
      { name: "`nodenext`, CommonJS", build: tsc("typescript", "main.cts --module nodenext"), run: "node dist/main.cjs" },
      { name: "`nodenext`, ES module", build: tsc("typescript", "main.mts --module nodenext"), run: "node dist/main.mjs" },
      { name: "`bundler`", build: tsc("typescript", "main.mts --module esnext --moduleResolution bundler"), run: "node dist/main.mjs" },
    ],
  },
  {
    name: "esbuild", folder: "esbuild", tool: "esbuild", quick: true, cases: [
      { name: "browser", build: `${esbuild} --format=esm --outfile=dist/main.mjs && cp index.html dist`, page: true },
      { name: "Node, ES module", build: `${esbuild} --platform=node --format=esm --outfile=dist/main.mjs`, bundle: "node main.mjs" },
      { name: "Node, CommonJS", build: `${esbuild} --platform=node --format=cjs --outfile=dist/main.cjs`, bundle: "node main.cjs" },
    ],
  },
  {
    name: "Rollup", folder: "rollup", tool: "rollup", quick: true, cases: [
      { name: "browser", build: "rollup --config --silent --environment browser && cp index.html dist", page: true, set: "`@rollup/plugin-node-resolve` with `browser: true`" },
      { name: "Node", build: "rollup --config --silent", bundle: "node main.mjs", set: "`@rollup/plugin-node-resolve`" },
    ],
  },
  {
    name: "webpack", folder: "webpack", tool: "webpack", quick: true, cases: [
      { name: "browser", build: "webpack --target web && cp index.html dist", page: true },
      { name: "Node", build: "webpack --target node --output-filename main.cjs", bundle: "node main.cjs" },
      { ...inWorker, build: "cp list.mjs main.mjs && webpack --target web && cp index.html dist", page: true },
    ],
  },
  {
    name: "Parcel", folder: "parcel", tool: "parcel", cases: [
      { name: "browser", build: "parcel build --no-cache index.html", page: true, set: '`"@parcel/resolver-default": { "packageExports": true }` in `package.json`, for `coldsend-lint/form`' },
      { ...inWorker, build: "cp list.mjs main.mjs && parcel build --no-cache index.html", page: true, set: 'the same, and a script with `import "coldsend-lint/leads/worker"` for the worker' },
    ],
  },
  {
    name: "Vite", folder: "vite", tool: "vite", quick: true, cases: [
      { name: "browser", build: "vite build --logLevel warn", page: true },
      { name: "Node (`--ssr`)", build: "vite build --logLevel warn --ssr main.mjs", run: "node dist/main.mjs" },
      { ...inWorker, build: "cp list.mjs main.mjs && vite build --logLevel warn", page: true },
    ],
  },
  { name: "Vite, development server", folder: "vite", tool: "vite", serve: "vite --port $PORT --strictPort", cases: [{ name: "browser", browse: "/" }, { ...inWorker, browse: "/list.html" }] },
  {
    name: "SvelteKit", folder: "sveltekit", tool: "@sveltejs/kit", build: "vite build --logLevel error", serve: "node build", cases: [
      { name: "page, rendered on the server", get: "/" },
      { name: "page, in the browser", browse: "/" },
      { name: "endpoint", get: "/endpoint" },
    ],
  },
  next("webpack"),
  next("turbopack"),
  {
    name: "Vitest", folder: "vitest", tool: "vitest", quick: true, cases: [
      { name: "Node", run: "vitest run" },
      { name: "jsdom", run: "vitest run --environment jsdom" },
    ],
  },
  {
    name: "Jest", folder: "jest", tool: "jest", quick: true, cases: [
      { name: "CommonJS", run: "jest commonjs" },
      { name: "ES module", run: "NODE_OPTIONS='--experimental-vm-modules --no-warnings' jest module" },
      { name: "jsdom", run: "jest --env jsdom commonjs" },
    ],
  },
  {
    name: "Cloudflare Workers", folder: "workers", tool: "wrangler", serve: "wrangler dev --ip 127.0.0.1 --port $PORT", cases: [
      { name: "`wrangler dev` (workerd)", get: "/" },
    ],
  },
  { name: "Deno", folder: "deno", tool: "deno", cases: [{ name: "`deno run`, without permissions", run: "deno run --no-prompt main.mjs" }] },
  {
    name: "Bun", folder: "bun", tool: "bun", quick: true, cases: [
      { name: "`bun run`", run: "bun run main.mjs" },
      { name: "`bun run`, CommonJS", run: "bun run main.cjs" },
      { name: "`bun build`, Node", build: "bun build main.mjs --target=node --outfile=dist/main.mjs", bundle: "node main.mjs" },
      { name: "`bun build`, browser", build: "bun build main.mjs --target=browser --outfile=dist/main.mjs && cp index.html dist", page: true },
    ],
  },
];
