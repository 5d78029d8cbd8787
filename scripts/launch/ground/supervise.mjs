import { spawn } from "node:child_process";
import { signalGroup } from "./processes.mjs";

// Runs a tool (npm, next build) for the launcher and takes it along when the launcher goes, even when that is killed:
// half an installation that goes on by itself would meet the next start's.

const [shell, command, ...args] = process.argv.slice(2);
const child = spawn(/** @type {string} */ (command), args, {
  detached: process.platform !== "win32",
  shell: shell === "shell",
  stdio: "inherit",
  windowsHide: true,
});

child.once("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once("exit", (code) => process.exit(code ?? 1));

function stop() {
  if (child.pid) signalGroup(child.pid, "SIGKILL");
  process.exit(1);
}
process.on("disconnect", stop);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
