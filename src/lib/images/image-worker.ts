import type { ChildProcess } from "node:child_process";
import path from "node:path";
import type { PoolWorker } from "@/lib/hashing/pool";

// By its place beside the running product: no bundle holds a process, and a bundler that saw `fork` would look for one.
const { fork } = process.getBuiltinModule("node:child_process");
const FILE = "src/lib/images/image-process.mjs";

/** The process that renders images, as a pool knows its workers. */
export function startImageWorker(): PoolWorker {
  const child = fork(path.resolve(FILE), {
    // Neither what the server preloads nor its secrets.
    execArgv: [],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return {
    on: (event: "message" | "error" | "exit", listener: (value: never) => void) =>
      child.on(event, listener as () => void),
    ref: () => hold(child, "ref"),
    unref: () => hold(child, "unref"),
    postMessage: (task) => child.send(task as object),
    terminate: () => child.kill("SIGKILL"),
  };
}

/** Both keep the parent alive. */
function hold(child: ChildProcess, how: "ref" | "unref") {
  child[how]();
  child.channel?.[how]();
}
