import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { findRedis } from "./servers/find-redis.mjs";

/** A real server on a port of its own, which a second one may take over when it is gone. */
export async function startRedis(port?: number) {
  const listening = port ?? (await freePort());
  const child = spawn(findRedis(), ["--port", `${listening}`, "--bind", "127.0.0.1", "--save", ""], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  await ready(child);
  return {
    port: listening,
    url: `redis://127.0.0.1:${listening}`,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      process.off("exit", end);
      end();
      await once(child, "exit");
    },
    hang: () => child.kill("SIGSTOP"),
    goOn: () => child.kill("SIGCONT"),
  };
}

export type TestRedis = Awaited<ReturnType<typeof startRedis>>;

async function ready(child: ChildProcess) {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (/ready to accept connections/i.test(line)) {
      child.stdout!.resume();
      return;
    }
  }
  throw new Error("The Redis server ended before it was ready.");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
