import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { performance } from "node:perf_hooks";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { hashPassword, verifyPassword } from "@/testing/patient-hashing";
import { parseHash } from "./formats.mjs";
import { closeHashing, hashPassword as hashOnce } from "./index";
import { replaceHashParameters } from "./parameters";

const MATCH = { matches: true, renew: false };
const NO_MATCH = { matches: false, renew: false };

function hashBy(kind: "argon2id" | "bcrypt") {
  resetSettings({ PASSWORD_HASH: kind });
}

beforeEach(() => {
  replaceHashParameters();
  hashBy("argon2id");
});
afterAll(closeHashing);

describe.each(["argon2id", "bcrypt"] as const)("with PASSWORD_HASH=%s", (kind) => {
  beforeEach(() => hashBy(kind));

  it("no account takes as much work as an account, and never matches", async () => {
    const hash = await hashPassword("there is one");
    const rounds = kind === "bcrypt" ? 3 : 9;
    const withAccount = await cpuMs(rounds, () => verifyPassword("a wrong one", hash));
    const without = await cpuMs(rounds, () => verifyPassword("a wrong one", null));
    expect(without / withAccount).toBeGreaterThan(0.5);
    expect(without / withAccount).toBeLessThan(2);
    expect(await verifyPassword("a wrong one", null)).toEqual(NO_MATCH);
  });
});

describe("with PASSWORD_HASH=bcrypt", () => {
  beforeEach(() => hashBy("bcrypt"));

  it("new hashes are of that kind, at its full cost", async () => {
    const hash = await hashPassword("there is one");
    expect(parseHash(hash)).toMatchObject({ kind: "bcrypt", cost: 12 });
    expect(await verifyPassword("there is one", hash)).toEqual(MATCH);
    expect(await verifyPassword("there is none", hash)).toEqual(NO_MATCH);
  });
});

describe("the worker threads", () => {
  it("hash passwords in parallel while the event loop stays free", async () => {
    await hashPassword("the threads are up");
    const before = performance.eventLoopUtilization();
    await manyAtOnce();
    // By the share of the time that it was busy, which doesn't depend on who else works here: hashing in it would take all.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it("don't keep a script from ending, nor let it end too early", () => {
    const script = `import { hashPassword } from "./src/lib/hashing/index.ts";
      console.log(await hashPassword("by a script"));`;
    const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect(output).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$\S+\n$/);
  });

  // 19 is as nice as it gets: who runs the tests so leaves no room to be nicer.
  const isComparable = process.platform === "linux" && os.getPriority() + 10 <= 19;
  it.runIf(isComparable)("are two, and nicer than all the rest of the process", async () => {
    const own = os.getPriority();
    await manyAtOnce();
    expect(os.getPriority()).toBe(own);
    expect(niceValues().filter((nice) => nice === own + 10)).toHaveLength(2);
    expect(niceValues().filter((nice) => nice !== own)).toHaveLength(2);
  });
});

/** On a busy machine the last ones are refused; here it is about the threads, and about those that get through. */
async function manyAtOnce() {
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => hashOnce("many at once")));
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(2);
}

function niceValues() {
  return readdirSync("/proc/self/task").map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
  });
}

/** What the process worked meanwhile, all threads together: unlike the time, it doesn't depend on who else works here. */
async function cpuMs(rounds: number, work: () => Promise<unknown>) {
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  // A round that was refused first, or that the runtime tidied up in, was more than its own work.
  return Math.min(...spent);
}
