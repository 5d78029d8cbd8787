import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { performance } from "node:perf_hooks";
import bcrypt from "bcryptjs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Problem } from "@/lib/errors";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { parseHash } from "./formats.mjs";
import { closeHashing, hashPassword as hashOnce, verifyPassword as verifyOnce } from "./index";
import { replaceHashParameters } from "./parameters";

const MATCH = { matches: true, renew: false };
const MATCH_TO_RENEW = { matches: true, renew: true };
const NO_MATCH = { matches: false, renew: false };

// A busy machine refuses what it can't hash in time, and is asked again: here it is about what comes of it.
const hashPassword = (password: string) => patiently(() => hashOnce(password));
const verifyPassword = (password: string, hash: string | null) => patiently(() => verifyOnce(password, hash));

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "SERVICE_UNAVAILABLE") throw error;
    }
  }
}

function hashBy(kind: "argon2id" | "bcrypt") {
  resetSettings({ PASSWORD_HASH: kind });
}

beforeEach(() => {
  replaceHashParameters();
  hashBy("argon2id");
});
afterAll(closeHashing);

describe.each([
  ["argon2id", { kind: "argon2", memoryKib: 19_456, passes: 2, lanes: 1, newest: true }],
  ["bcrypt", { kind: "bcrypt", cost: 12 }],
] as const)("with PASSWORD_HASH=%s", (kind, parameters) => {
  beforeEach(() => hashBy(kind));

  it("new hashes are of that kind, at its full cost", async () => {
    const hash = await hashPassword("there is one");
    expect(parseHash(hash)).toMatchObject(parameters);
    expect(await verifyPassword("there is one", hash)).toEqual(MATCH);
    expect(await verifyPassword("there is none", hash)).toEqual(NO_MATCH);
  });

  it("no account takes as much work as an account, and never matches", async () => {
    const hash = await hashPassword("there is one");
    const rounds = kind === "bcrypt" ? 3 : 9;
    const withAccount = await cpuMs(rounds, () => verifyPassword("a wrong one", hash));
    const without = await cpuMs(rounds, () => verifyPassword("a wrong one", null));
    expect(without / withAccount).toBeGreaterThan(0.5);
    expect(without / withAccount).toBeLessThan(2);
    expect(await verifyPassword("a wrong one", null)).toEqual(NO_MATCH);
  });

  it("the cheap hashes of other tests are real ones, to be renewed", async () => {
    useCheapHashing();
    const hash = await hashPassword("cheap");
    expect(parseHash(hash)).toMatchObject(kind === "bcrypt" ? { cost: 4 } : { memoryKib: 8, passes: 1 });
    expect(await verifyPassword("cheap", hash)).toEqual(MATCH);
    replaceHashParameters();
    expect(await verifyPassword("cheap", hash)).toEqual(MATCH_TO_RENEW);
  });
});

describe("a password with an accent", () => {
  const [oneSign, twoSigns] = ["un café à la gare".normalize("NFC"), "un café à la gare".normalize("NFD")];
  beforeEach(useCheapHashing);

  it("is the same whether the keyboard sends it as one sign or as two", async () => {
    const hash = await hashPassword(twoSigns);
    expect(await verifyPassword(oneSign, hash)).toEqual(MATCH);
    expect(await verifyPassword(twoSigns, hash)).toEqual(MATCH);
    expect(await verifyPassword(twoSigns.replace("f", "g"), hash)).toEqual(NO_MATCH);
  });

  it("still opens what was hashed as it was typed", async () => {
    const hash = bcrypt.hashSync(twoSigns, 4);
    expect((await verifyPassword(twoSigns, hash)).matches).toBe(true);
    expect((await verifyPassword(oneSign, hash)).matches).toBe(false);
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
