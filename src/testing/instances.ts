import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";
import type { Order, Results } from "./instance";

export type Instance = {
  process: ChildProcess;
  /** What each of the calls came to, in another process than this. */
  run: (call: Order["call"], names: string[]) => Promise<Results>;
};

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** Another instance of the product on the database of this file; it ends with the file. */
export async function startInstance(settings: Record<string, string> = {}): Promise<Instance> {
  const child = fork("src/testing/instance.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...settings },
  });
  started.push(child);
  await once(child, "message");
  return {
    process: child,
    async run(call, names) {
      child.send({ call, names } satisfies Order);
      const [results] = await once(child, "message");
      return results as Results;
    },
  };
}
