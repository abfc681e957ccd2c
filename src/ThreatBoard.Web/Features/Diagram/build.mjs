// Bundles every *.entry.ts of the web project into wwwroot/js/<name>.js, and lays the layout engine's worker beside them.
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
// scripts/run builds into a folder of its own and renames it when it is whole.
const output = process.env.BUNDLE_FOLDER ?? join(repository, "wwwroot/js");

const files = await readdir(join(repository, "src/ThreatBoard.Web"), { recursive: true, withFileTypes: true });
const entries = files
  .filter(file => file.isFile() && file.name.endsWith(".entry.ts") && !/[\\/](bin|obj)[\\/]/.test(`${file.parentPath}/`))
  .map(file => join(file.parentPath, file.name))
  .sort();

await mkdir(output, { recursive: true });
await build({
  entryPoints: Object.fromEntries(entries.map(path => [basename(path, ".entry.ts"), path])),
  outdir: output,
  absWorkingDir: repository,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  logLevel: "warning",
});
// Unmodified, a file of its own: its licence (EPL-2.0) asks for the one, the Content-Security-Policy (no blob workers) for the other.
await copyFile(join(repository, "node_modules/elkjs/lib/elk-worker.min.js"), join(output, "elk-worker.js"));
console.log(`wwwroot/js: ${entries.map(path => basename(path, ".entry.ts")).join(", ")}, elk-worker`);
