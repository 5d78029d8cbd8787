import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { completeSetup } from "@/domain/setup/setup";
import { type ErrorCode, Problem } from "@/lib/errors";
import * as hashing from "@/lib/hashing";
import { closeRedis } from "@/lib/redis";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { startRedis, type TestRedis } from "@/testing/redis";
import { register } from "./register";
import { signIn } from "./sign-in";

const PASSWORD = "a fine long password";
const clientInfo = { address: "203.0.113.9", userAgent: null, traceId: "0".repeat(31).concat("1") };

let server: TestRedis;
let person = 0;

beforeAll(async () => {
  useCheapHashing();
  server = await startRedis();
  await completeSetup(
    { organization_name: "Limits", admin_email: "root@example.com", admin_password: PASSWORD },
    { clientInfo, local: true },
  );
});
afterAll(async () => {
  await closeRedis();
  await server.kill();
});

describe.each(["postgres", "redis"])("with the counters in %s", (store) => {
  let email: string;

  beforeEach(async () => {
    resetSettings({
      RATE_LIMIT_AUTH_PER_MINUTE: "0",
      RATE_LIMIT_ACCOUNT_FAILURES: "10",
      ...(store === "redis" && { REDIS_URL: server.url }),
    });
    person++;
    email = `person${person}@example.com`;
    await register({ email, username: `person${person}`, password: PASSWORD }, clientInfo);
  });

  function tryToSignIn(password: string, identifier = email): Promise<ErrorCode | "signed in"> {
    return signIn({ identifier, password, rememberMe: false, clientInfo }).then(
      () => "signed in",
      (error) => {
        if (error instanceof Problem) return error.code;
        throw error;
      },
    );
  }

  it("signing in with the right password is never an attempt too many", async () => {
    for (let round = 0; round < 25; round++) expect(await tryToSignIn(PASSWORD)).toBe("signed in");
  });

  it("fifty wrong guesses at once are ten", async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => tryToSignIn(`guess ${at}`)));
    expect(outcomes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(10);
    expect(outcomes.filter((code) => code === "RATE_LIMIT_EXCEEDED")).toHaveLength(40);
    expect(await tryToSignIn(PASSWORD)).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("right ones in between take nothing from what wrong ones count", async () => {
    for (let round = 0; round < 9; round++) {
      expect(await tryToSignIn("wrong")).toBe("INVALID_CREDENTIALS");
      expect(await tryToSignIn(PASSWORD)).toBe("signed in");
    }
    expect(await tryToSignIn("wrong")).toBe("INVALID_CREDENTIALS");
    expect(await tryToSignIn(PASSWORD)).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("a name that doesn't exist is locked like one that does, in whatever spelling", async () => {
    const spellings = ["Nobody@Example.com", " nobody@example.com", "ｎobody@example.com"];
    for (let round = 0; round < 10; round++) {
      expect(await tryToSignIn("x", spellings[round % 3])).toBe("INVALID_CREDENTIALS");
    }
    expect(await tryToSignIn("x", "nobody@example.com")).toBe("RATE_LIMIT_EXCEEDED");
    await database()`delete from attempt_counters`;
  });

  it("what was not judged for want of room is no failure", async () => {
    const full = vi
      .spyOn(hashing, "verifyPassword")
      .mockRejectedValue(new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: 1 }));
    for (let round = 0; round < 15; round++) expect(await tryToSignIn(PASSWORD)).toBe("SERVICE_UNAVAILABLE");
    full.mockRestore();
    expect(await tryToSignIn(PASSWORD)).toBe("signed in");
  });
});
