import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ROOT } from "./paths.mjs";

const SUPERVISOR = fileURLToPath(new URL("supervise.mjs", import.meta.url));

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ show?: boolean, shell?: boolean, env?: Record<string, string | undefined> }} [options] `show`: print what it prints as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runSupervised(command, args, { show = false, shell = false, env = {} } = {}) {
  const child = fork(SUPERVISOR, [shell ? "shell" : "direct", command, ...args], {
    cwd: ROOT,
    // A group of its own, so that Ctrl-C comes to it through the launcher alone.
    detached: process.platform !== "win32",
    env: { ...process.env, ...env, NODE_OPTIONS: "" },
    silent: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-200_000);
      if (show) process.stderr.write(text);
    });
  }
  const [code] = await once(child, "close");
  return { code: code ?? 1, output };
}
