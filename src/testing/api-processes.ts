import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll } from "vitest";
import { type FetchInit, fetchFrom } from "./node-http";

export type ApiProcess = {
  fetch: (path: string, init?: FetchInit) => Promise<Response>;
  /** All that it has written so far. */
  output: () => string;
  process: ChildProcess;
};

/**
 * Two instances of the API on the database of this file, each a process of its own as in production. Requests go to them in
 * turn, and name no origin.
 */
export function startTwoInstances(settings: Record<string, string> = {}) {
  const instances: ApiProcess[] = [];
  let turn = 0;
  beforeAll(async () => {
    instances.push(...(await Promise.all([startApiProcess(settings), startApiProcess(settings)])));
  }, 60_000);
  afterAll(() => {
    for (const { process } of instances) process.kill("SIGKILL");
  });
  return {
    instances,
    fetch: (path: string, init?: FetchInit) => instances[turn++ % instances.length]!.fetch(path, init),
  };
}

export async function startApiProcess(settings: Record<string, string> = {}): Promise<ApiProcess> {
  const preload = ["tsx", "./scripts/develop/server-only.mjs", "./src/guard/index.mjs"];
  const child = fork("src/testing/api-process.ts", {
    execArgv: preload.flatMap((module) => ["--import", module]),
    env: { ...process.env, LOG_LEVEL: "info", LOG_FORMAT: "json", ENV_FILE: "", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  const [ready] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (!ready?.url) throw new Error(`An instance did not start: ${output}`);
  return { fetch: (path, init) => fetchFrom(ready.url, path, init), output: () => output, process: child };
}
