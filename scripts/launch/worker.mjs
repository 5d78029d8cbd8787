import { existsSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "./ground/failure.mjs";
import { installWorker } from "./ground/install-worker.mjs";
import { DATA, ROOT } from "./ground/paths.mjs";
import { reportError, say } from "./ground/terminal.mjs";

// npm run worker: runs the background jobs on Temporal. Its packages are its own, and installed when it is first asked for.

try {
  if (!process.env.TEMPORAL_ADDRESS) {
    throw new LaunchError(
      "TEMPORAL_ADDRESS is not set: without a Temporal every server runs the jobs itself.",
      {
        todo: ["Set it to host:port, here and for every server, and start again."],
      },
    );
  }
  process.env.STORAGE ||= path.join(DATA, "files");
  if (!existsSync(path.join(ROOT, "worker", "node_modules"))) say("Installing the worker's packages …");
  await installWorker();
  await import(new URL("../../worker/src/main.ts", import.meta.url).href);
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
