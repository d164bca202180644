// Temporary projects with the package as a user gets it: packed, then installed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const tests = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(dirname(tests));
const projects = join(root, "target/package");

/** Runs a command and returns its output, or throws an error that says what went wrong. */
export function run(command, args, options = {}) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 30, ...options });
  if (error) throw error;
  const accepted = options.accepted ?? [0];
  if (!accepted.includes(status)) throw new Error(`${command} ${args.join(" ")}: exit status ${status}\n${stdout}${stderr}`);
  return stdout;
}

/**
 * Creates a project with the packed package in it. It can also import the packages installed in tests/package.
 * @param {string} name
 * @param {{ from?: string, files?: { [name: string]: string } }} content a folder of projects/ to begin with, and files
 */
export function project(name, { from, files = {} } = {}) {
  const folder = join(projects, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tools = join(projects, "node_modules");
  if (!existsSync(tools)) {
    rmSync(tools, { force: true });
    symlinkSync(join(tests, "node_modules"), tools);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  if (from) cpSync(join(tests, "projects", from), folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: join(root, "pkg") }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`], { cwd: folder });
  return {
    folder,
    /** What npm reports about the tarball. */
    packed,
    /** Runs JavaScript in the project, and returns its output. */
    node(text, file = "main.js") {
      writeFileSync(join(folder, file), text);
      return run(process.execPath, [file], { cwd: folder });
    },
    /** Imports a module with this text. */
    async load(text) {
      const file = join(folder, "loaded.js");
      writeFileSync(file, text);
      return import(pathToFileURL(file));
    },
    /** Runs a tool that is installed in tests/package. */
    tool: (path, ...args) => run(process.execPath, [join(tests, "node_modules", path), ...args], { cwd: folder }),
  };
}

/** Returns the path of the binary to compare with. */
export function native() {
  const path = process.env.COLDSEND_LINT;
  if (!path) throw new Error("COLDSEND_LINT must be the path of the coldsend-lint binary");
  return path;
}
