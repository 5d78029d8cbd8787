import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS, passed, someone } from "@/testing/attempts";
import { startRedis, type TestRedis } from "@/testing/redis";

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.kill());

const stores = { postgres: () => ({}), redis: () => ({ REDIS_URL: server.url }) };

describe.each(["postgres", "redis"] as const)("counted in %s", (name) => {
  const settings = stores[name];

  it("is exact over two processes", async () => {
    const others = await Promise.all([startOther(settings()), startOther(settings())]);
    try {
      for (let round = 0; round < 3; round++) {
        const address = someone();
        const identifier = `round ${round}`;
        const results = await Promise.all(
          others.map((other) => ask(other, Array(25).fill({ address, identifier }))),
        );
        expect(passed(results.flat())).toBe(5);
        const names = Array.from({ length: 25 }, () => ({ address: someone(), identifier: `of ${round}` }));
        const more = Array.from({ length: 25 }, () => ({ address: someone(), identifier: `of ${round}` }));
        const byName = await Promise.all([ask(others[0]!, names), ask(others[1]!, more)]);
        expect(passed(byName.flat())).toBe(10);
      }
    } finally {
      for (const other of others) other.kill();
    }
  });
});

async function startOther(settings: Record<string, string>) {
  const other = fork("src/testing/attempting-process.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...LIMITS, ...settings },
  });
  await once(other, "message");
  return other;
}

async function ask(other: ChildProcess, attempts: { address: string; identifier?: string }[]) {
  other.send(attempts);
  const [results] = await once(other, "message");
  return results as (string | null)[];
}
