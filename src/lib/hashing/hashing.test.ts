import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { dummyHash, parseHash } from "./formats.mjs";
import { closeHashing, hashPassword, verifyPassword } from "./index";
import { hashParameters, replaceHashParameters } from "./parameters";

const MATCH = { matches: true, renew: false };
const MATCH_TO_RENEW = { matches: true, renew: true };
const NO_MATCH = { matches: false, renew: false };

function hashBy(kind: "argon2id" | "bcrypt") {
  resetSettings({ PASSWORD_HASH: kind });
}

beforeEach(() => {
  useCheapHashing();
  hashBy("argon2id");
});
afterAll(closeHashing);

describe.each(["argon2id", "bcrypt"] as const)("with PASSWORD_HASH=%s", (kind) => {
  beforeEach(() => hashBy(kind));

  it("a password matches its own hash and nothing else does, to the last byte of the longest", async () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 128 });
    await fc.assert(
      fc.asyncProperty(text, text, async (password, other) => {
        const hash = await hashPassword(password);
        expect(hash.length).toBeLessThanOrEqual(255);
        expect(await verifyPassword(password, hash)).toEqual(MATCH);
        expect((await verifyPassword(other, hash)).matches).toBe(other === password);
        expect(await verifyPassword(`${password}x`, hash)).toEqual(NO_MATCH);
        expect(await verifyPassword(password.slice(0, -1), hash)).toEqual(NO_MATCH);
      }),
      { numRuns: 60 },
    );
  });

  it.each([71, 72, 73, 128])("a password of %i bytes is not cut", async (length) => {
    const password = "p".repeat(length);
    const hash = await hashPassword(password);
    expect(await verifyPassword(password, hash)).toEqual(MATCH);
    expect(await verifyPassword(`${password}!`, hash)).toEqual(NO_MATCH);
    expect(await verifyPassword("p".repeat(length - 1), hash)).toEqual(NO_MATCH);
    expect(await verifyPassword(`${"p".repeat(length - 1)}!`, hash)).toEqual(NO_MATCH);
  });

  it("nothing behind a NUL is lost, and nothing is repeated", async () => {
    const hash = await hashPassword("open\0sesame");
    expect(await verifyPassword("open\0sesame", hash)).toEqual(MATCH);
    expect(await verifyPassword("open\0barley", hash)).toEqual(NO_MATCH);
    const plain = await hashPassword("open");
    expect(await verifyPassword("open\0open", plain)).toEqual(NO_MATCH);
    expect(await verifyPassword("open\0", plain)).toEqual(NO_MATCH);
  });

  it("two hashes of one password differ", async () => {
    expect(await hashPassword("twice the same")).not.toBe(await hashPassword("twice the same"));
  });

  it("a hash of the other kind verifies and asks to be renewed", async () => {
    hashBy(kind === "bcrypt" ? "argon2id" : "bcrypt");
    const hash = await hashPassword("moved house");
    hashBy(kind);
    expect(await verifyPassword("moved house", hash)).toEqual(MATCH_TO_RENEW);
    expect(await verifyPassword("moved horse", hash)).toEqual(NO_MATCH);
  });

  it("a hash of another cost verifies and asks to be renewed", async () => {
    const hash = await hashPassword("dearer by now");
    replaceHashParameters({
      argon2id: { kind: "argon2id", memoryKib: 16, passes: 1, lanes: 1 },
      bcrypt: { kind: "bcrypt", cost: 5 },
    });
    expect(await verifyPassword("dearer by now", hash)).toEqual(MATCH_TO_RENEW);
  });

  it("no account takes as long as an account, and never matches", async () => {
    replaceHashParameters();
    expect(parseHash(dummyHash(hashParameters()))).toMatchObject(
      kind === "bcrypt" ? { cost: 12 } : { memoryKib: 19_456, passes: 2, lanes: 1, newest: true },
    );
    const hash = await hashPassword("there is one");
    const rounds = kind === "bcrypt" ? 1 : 9;
    const withAccount = await medianMs(rounds, () => verifyPassword("a wrong one", hash));
    const without = await medianMs(rounds, () => verifyPassword("a wrong one", null));
    expect(without / withAccount).toBeGreaterThan(0.4);
    expect(without / withAccount).toBeLessThan(2.5);
    expect(await verifyPassword("a wrong one", null)).toEqual(NO_MATCH);
  });
});

describe("hashes from elsewhere", () => {
  const LONG =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored";

  it.each([
    ["$2a$", "U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["$2b$", "U*U", "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["$2y$", "U*U", "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["$2a$ over 72 bytes", LONG, "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"],
    [
      "passlib's bcrypt-sha256",
      "password",
      "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
    ],
    [
      "argon2id at 64 MiB",
      "password",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    ],
    [
      "argon2i",
      "password",
      "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
    ],
    [
      "argon2i of the version before",
      "password",
      "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
    ],
  ])("%s verifies and asks to be renewed", async (_, password, hash) => {
    expect(await verifyPassword(password, hash)).toEqual(MATCH_TO_RENEW);
    expect(await verifyPassword(`not ${password}`, hash)).toEqual(NO_MATCH);
  });

  it("a plain bcrypt hash of a long password is renewed into one that counts all of it", async () => {
    hashBy("bcrypt");
    replaceHashParameters({
      argon2id: { kind: "argon2id", memoryKib: 8, passes: 1, lanes: 1 },
      bcrypt: { kind: "bcrypt", cost: 5 },
    });
    const hash = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
    expect(await verifyPassword(LONG, hash)).toEqual(MATCH_TO_RENEW);
  });

  it.each([
    "",
    "x",
    "plain text",
    "!",
    "5f4dcc3b5aa765d61d8327deb882cf99",
    "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
    "$argon2id$",
    "$argon2id$v=19$m=8,t=1,p=1$$",
    "$argon2id$v=19$m=0,t=0,p=0$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    "$argon2id$v=19$m=8,t=1,p=200$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    "$argon2id$v=99$m=8,t=1,p=1$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    `$argon2id$v=19$m=4194304,t=1,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
    `$argon2id$v=19$m=19456,t=9999,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
    `$2b$31$${".".repeat(53)}`,
    `$2b$03$${".".repeat(53)}`,
    `$2x$05$${".".repeat(53)}`,
    `$2b$05$${"!".repeat(53)}`,
    "$2b$05$tooshort",
    "$bcrypt-sha256$v=2,t=2b,r=12$$",
  ])("%j matches nothing and breaks nothing", async (garbage) => {
    expect(await verifyPassword("password", garbage)).toEqual(NO_MATCH);
    expect(await verifyPassword("", garbage)).toEqual(NO_MATCH);
  });
});

describe("the worker threads", () => {
  it("hash passwords in parallel while the event loop stays free", async () => {
    replaceHashParameters();
    await hashPassword("the threads are up");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await Promise.all(Array.from({ length: 50 }, () => hashPassword("many at once")));
    delay.disable();
    // Half of the turns, not 99 of 100: other tests want the processor too. Hashing in the loop would stop it for a second.
    expect(delay.percentile(50) / 1e6).toBeLessThan(20);
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

  it.runIf(process.platform === "linux")("are two, and nicer than all the rest of the process", async () => {
    const own = os.getPriority();
    await Promise.all(Array.from({ length: 50 }, () => hashPassword("many at once")));
    expect(os.getPriority()).toBe(own);
    expect(niceValues().filter((nice) => nice === own + 10)).toHaveLength(2);
    expect(niceValues().filter((nice) => nice !== own)).toHaveLength(2);
  });
});

function niceValues() {
  return readdirSync("/proc/self/task").map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
  });
}

async function medianMs(rounds: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}
