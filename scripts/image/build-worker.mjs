import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ROOT } from "../launch/ground/paths.mjs";
import { copyTraced } from "./assemble.mjs";
import { bundle } from "./bundle.mjs";

// What the Dockerfile copies into the worker's image: dist/worker-image. After `npm ci` in worker/.

const PLACE = "worker/dist";
const folder = path.join(ROOT, "dist", "worker-image");
rmSync(folder, { recursive: true, force: true });

const program = path.join(ROOT, PLACE);
rmSync(program, { recursive: true, force: true });
const external = ["@temporalio/*"];
await bundle({ entries: { worker: "worker/src/main.ts" }, outdir: program, place: PLACE, external });
// The compiler of workflows stays at home, since they are compiled below.
const programs = [
  "src/lib/hashing/hasher.mjs",
  "src/lib/images/image-process.mjs",
  "node_modules/yaml/dist/index.js",
];
const entries = [...programs.map((file) => path.join(ROOT, file)), path.join(program, "worker.mjs")];
await copyTraced(entries, folder, ["**/@swc/core*/**", "**/@esbuild/**", "**/esbuild/**", "**/.cache/**"]);
await writeWorkflows(path.join(folder, "worker", "src"));
removeOtherBridges(path.join(folder, "worker", "node_modules", "@temporalio", "core-bridge", "releases"));

/** @param {string} target */
async function writeWorkflows(target) {
  const { bundleWorkflowCode } = createRequire(path.join(ROOT, "worker", "package.json"))(
    "@temporalio/worker",
  );
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(ROOT, "worker", "src", "workflows.ts"),
  });
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, "workflow-bundle.js"), code);
}

/** @param {string} releases one for each system, of 30 MB */
function removeOtherBridges(releases) {
  const own = `${process.arch === "arm64" ? "aarch64" : "x86_64"}-unknown-linux-gnu`;
  for (const name of readdirSync(releases))
    if (name !== own) rmSync(path.join(releases, name), { recursive: true });
}
