// Installs the packed package in a copy of a project, builds the project, and runs it where such a project runs.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/browsers.js";
import { freePort } from "../browser/webkit.js";
import { root, run } from "../package/support/project.js";
import { EXPECTED, use } from "./use.js";

const here = dirname(fileURLToPath(import.meta.url));
const projects = join(root, "target/ecosystem");
/** Copies of bundles: no `node_modules` in a folder above. */
const elsewhere = join(projects, "elsewhere");
/** How long a server may take to start and a page to run, in milliseconds. */
const PATIENCE = 30_000;

/** Packs the package and returns the path of the tarball: the one that the environment variable TARBALL names, if it does. */
export function pack() {
  if (process.env.TARBALL) return resolve(process.env.TARBALL);
  mkdirSync(projects, { recursive: true });
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", projects], { cwd: join(root, "pkg") }));
  return join(projects, filename);
}

/** Installs a project, with the tarball, and returns its folder. */
export function install({ folder: name }, tarball) {
  const folder = installFrom([join(here, "shared"), join(here, name)], name, tarball);
  writeFileSync(join(folder, "use.mjs"), `export ${use}`);
  writeFileSync(join(folder, "use.cjs"), `${use}\nmodule.exports = { use };`);
  return folder;
}

/**
 * Installs a project made of these folders, with the tarball, and returns its folder. The packages of the last run are
 * kept if they are the same.
 */
export function installFrom(sources, name, tarball) {
  const folder = join(projects, name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) if (entry !== "node_modules") rmSync(join(folder, entry), { recursive: true });
  for (const source of sources) cpSync(source, folder, { recursive: true });
  const npm = (...args) => run("npm", [...args, "--no-audit", "--no-fund"], { cwd: folder });
  const [stamp, lock] = [join(folder, "node_modules/.installed"), readFileSync(join(folder, "package-lock.json"), "utf8")];
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    npm("ci");
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, lock);
  }
  // Otherwise npm keeps the package of the last run, which has the same version.
  for (const entry of ["coldsend-lint", ".package-lock.json"]) rmSync(join(folder, "node_modules", entry), { recursive: true, force: true });
  npm("install", "--offline", tarball);
  return folder;
}

/** Returns the version of an installed package. */
export const version = (folder, tool) => JSON.parse(readFileSync(join(folder, "node_modules", tool, "package.json"), "utf8")).version.replace(/^v/, "");

/** Builds what all cases need, and starts the server, which `stop` stops. */
export async function start({ build, serve }, folder) {
  if (build) shell(build, folder);
  return serve ? await startServer(serve, folder) : { stop() {} };
}

/** Runs one case. Throws an error that says what went wrong. */
export async function runCase(each, folder, server) {
  const dist = join(folder, "dist");
  if (each.build) {
    rmSync(dist, { recursive: true, force: true });
    shell(each.build, folder);
  }
  const { expected = EXPECTED } = each;
  if (each.run) expect(shell(each.run, folder), expected);
  if (each.bundle) expect(runElsewhere(each.bundle, folder, dist), expected);
  if (each.get) expect(await get(server, each.get), expected);
  if (each.browse) expect(await logged(server.address + each.browse), expected);
  if (each.page) expect(await logged("http://page.test/index.html", dist), expected);
}

/** Asserts that an output has what is expected, in HTML or as it is. */
function expect(output, expected) {
  if (!output.replaceAll("&quot;", '"').includes(expected)) throw new Error(`not the expected answer: ${output}`);
}

/** Runs a command with the tools of the project, and returns all its output. */
function shell(command, folder) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: folder, env: environment(folder), encoding: "utf8", timeout: 20 * PATIENCE });
  if (status !== 0) throw new Error(`${command}: exit status ${status}\n${stdout}${stderr}`);
  return stdout + stderr;
}

/** Neither colors nor reports to the makers of the tools. */
const environment = (folder, more = {}) => ({
  ...process.env, ...more, PATH: `${join(folder, "node_modules/.bin")}:${process.env.PATH}`, NODE_ENV: "", NO_COLOR: "1", CI: "1",
  NEXT_TELEMETRY_DISABLED: "1", WRANGLER_SEND_METRICS: "false",
});

/** Runs a command in a copy of the built files, while what they were built from is not there. */
function runElsewhere(command, folder, dist) {
  rmSync(elsewhere, { recursive: true, force: true });
  renameSync(dist, elsewhere);
  const [modules, away] = [join(folder, "node_modules"), join(folder, "away")];
  renameSync(modules, away);
  try {
    return shell(command, elsewhere);
  } finally {
    renameSync(away, modules);
  }
}

async function startServer(command, folder) {
  const port = await freePort();
  const server = spawn("sh", ["-c", `exec ${command}`], { cwd: folder, env: environment(folder, { PORT: String(port) }), detached: true });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (output += data));
  const stop = () => server.exitCode === null && process.kill(-server.pid);
  const address = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + PATIENCE; Date.now() < end && server.exitCode === null; ) {
    if (await fetch(address).catch(() => null)) return { address, stop, output: () => output };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`${command} does not answer: ${output}`);
}

async function get({ address, output }, path) {
  const response = await fetch(address + path);
  if (!response.ok) throw new Error(`${path}: status ${response.status}\n${output()}`);
  return response.text();
}

/** Opens a page, from a folder or a server, and returns what it logs. */
async function logged(address, folder) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    if (folder) await page.route("**/*", (route) => route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }));
    const failed = new Promise((_, reject) => page.on("pageerror", reject));
    const log = page.waitForEvent("console", { predicate: (message) => message.type() === "log", timeout: PATIENCE });
    log.catch(() => {});
    await page.goto(address);
    return (await Promise.race([log, failed])).text();
  } finally {
    await browser.close();
  }
}
