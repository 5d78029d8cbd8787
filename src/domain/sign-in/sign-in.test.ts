import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { replaceHashParameters } from "@/lib/hashing/parameters";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import {
  actionsOf,
  countLiveSessions,
  createUser,
  PASSWORD,
  setUpOrganization,
  startSession,
} from "@/testing/factories";
import { statementsOf } from "@/testing/statements";
import { type Credentials, signIn } from "./sign-in";

let count = 0;

beforeEach(async () => {
  useCheapHashing();
  resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "0", RATE_LIMIT_ACCOUNT_FAILURES: "10" });
  await setUpOrganization();
  await database()`truncate attempt_counters`;
});
afterEach(useCheapHashing);

/** A sign-in from an address that nobody has used before. */
function attempt(identifier: string, overrides: Partial<Credentials> = {}) {
  count++;
  const clientInfo = { address: `198.51.100.${count % 250}`, userAgent: null, traceId: "4b".repeat(16) };
  return signIn({ identifier, password: "not this one", rememberMe: false, clientInfo, ...overrides });
}

async function codeOf(signingIn: Promise<unknown>): Promise<string> {
  return signingIn.then(
    () => "signed in",
    (problem) => problem.code,
  );
}

describe("a failed sign-in tells nothing of the account", () => {
  async function everyKind(): Promise<Record<string, Credentials["identifier"]>> {
    return {
      unknown: `nobody${count}@example.com`,
      wrong: (await createUser()).email,
      disabled: (await createUser({ isActive: false })).email,
      deleted: (await createUser({ deletedAt: new Date() })).email,
      linked: (await createUser({ password: null })).email,
    };
  }

  it("by the work: the same statements for every kind", async () => {
    const kinds = await everyKind();
    await codeOf(attempt("warm-up"));
    const work = new Set<string>();
    for (const identifier of Object.values(kinds)) {
      const statements = await statementsOf(async () => {
        expect(await codeOf(attempt(identifier))).toBe("INVALID_CREDENTIALS");
      });
      work.add(statements.join("\n"));
    }
    expect([...work]).toHaveLength(1);
  });

  it("by the work of a locked name: whether it exists or not, with a strange token or none", async () => {
    const kinds = await everyKind();
    const { refreshToken } = await startSession(await createUser());
    for (const identifier of Object.values(kinds)) {
      for (let n = 0; n < 10; n++) await codeOf(attempt(identifier));
    }
    for (const knownToken of [undefined, refreshToken]) {
      const work = new Set<string>();
      for (const identifier of Object.values(kinds)) {
        const statements = await statementsOf(async () => {
          expect(await codeOf(attempt(identifier, { password: PASSWORD, knownToken }))).toBe(
            "RATE_LIMIT_EXCEEDED",
          );
        });
        work.add(statements.join("\n"));
      }
      expect([...work]).toHaveLength(1);
    }
  });

  it("by the time: at their fastest all kinds take alike", async () => {
    // As dear as in production, so that a hash left out would be most of the time.
    replaceHashParameters();
    resetSettings({ RATE_LIMIT_ACCOUNT_FAILURES: "0" });
    const kinds = Object.entries(await everyKind());
    const fastest = kinds.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 15; round++) {
      // In turns, so that whatever else the machine does meets all kinds alike.
      for (const [at, [, identifier]] of kinds.entries()) {
        const started = performance.now();
        await codeOf(attempt(identifier));
        fastest[at] = Math.min(fastest[at]!, performance.now() - started);
      }
    }
    expect(Math.max(...fastest) / Math.min(...fastest)).toBeLessThan(2);
  }, 30_000);
});

describe("failed sign-ins for one name", () => {
  it("ten are judged in 15 minutes, whatever the address; then 429 for a name that exists and one that doesn't", async () => {
    const { email } = await createUser();
    for (const name of [email, "nobody@example.com"]) {
      const codes = [];
      for (let n = 0; n < 13; n++) codes.push(await codeOf(attempt(name)));
      expect(codes).toEqual([
        ...Array(10).fill("INVALID_CREDENTIALS"),
        ...Array(3).fill("RATE_LIMIT_EXCEEDED"),
      ]);
      expect(await codeOf(attempt(name, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
    }
  });

  it("the same name in other letters is the same name", async () => {
    const { email } = await createUser();
    const spellings = [
      email,
      email.toUpperCase(),
      ` ${email} `,
      email.replace("@", "＠"),
      email.replace("p", "ｐ"),
    ];
    const codes = [];
    for (let n = 0; n < 15; n++) codes.push(await codeOf(attempt(spellings[n % spellings.length]!)));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(10);
  });

  it("are counted before the hash: fifty guesses at once, the right one among them, are ten guesses", async () => {
    const { email } = await createUser();
    const passwords = Array.from({ length: 50 }, (_, n) => (n === 49 ? PASSWORD : `guess ${n}`));
    const codes = await Promise.all(passwords.map((password) => codeOf(attempt(email, { password }))));
    expect(codes.filter((code) => code !== "RATE_LIMIT_EXCEEDED")).toHaveLength(10);
  });

  it("right ones are given back: any number of them lock nobody out", async () => {
    const user = await createUser();
    for (let n = 0; n < 25; n++) {
      expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("signed in");
    }
    for (let n = 0; n < 10; n++) await codeOf(attempt(user.email));
    expect(await codeOf(attempt(user.email))).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("leave no event once the name is locked: the log can't be filled from outside", async () => {
    const user = await createUser();
    for (let n = 0; n < 20; n++) await codeOf(attempt(user.email));
    expect(await actionsOf(user.id)).toEqual(Array(10).fill("session.refused"));
  });

  it("keep no name in clear", async () => {
    const { email } = await createUser();
    await codeOf(attempt(email));
    const rows = await database()`select * from attempt_counters`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(email.split("@")[0]);
  });
});

describe("a browser that was signed in to the account before", () => {
  async function lockedOut() {
    const user = await createUser();
    for (let n = 0; n < 12; n++) await codeOf(attempt(user.email));
    return user;
  }

  it.each([
    ["live", {}],
    ["revoked", { revokedAt: new Date() }],
    ["expired", { expiresAt: new Date(Date.now() - 1000) }],
  ])("passes the locked name with the right password and a %s session's cookie", async (_, overrides) => {
    const user = await lockedOut();
    const { refreshToken: knownToken } = await startSession(user, overrides);
    expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
    expect(await codeOf(attempt(user.email, { password: PASSWORD, knownToken }))).toBe("signed in");
    expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("doesn't pass with a wrong password, nor with a forged cookie, nor with somebody else's", async () => {
    const user = await lockedOut();
    const { refreshToken: knownToken } = await startSession(user);
    expect(await codeOf(attempt(user.email, { knownToken }))).toBe("INVALID_CREDENTIALS");
    const { refreshToken: strange } = await startSession(await createUser());
    for (const token of [strange, "0".repeat(128), "nonsense", `${knownToken.slice(0, 127)}x`]) {
      const code = await codeOf(attempt(user.email, { password: PASSWORD, knownToken: token }));
      expect(code).toBe("RATE_LIMIT_EXCEEDED");
    }
  });

  it("unlocks the name for nobody else", async () => {
    const user = await lockedOut();
    const { refreshToken: knownToken } = await startSession(user);
    for (let n = 0; n < 5; n++) await codeOf(attempt(user.email, { password: PASSWORD, knownToken }));
    expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
  });
});

describe("an account that changes while its password is judged", () => {
  it.each([
    ["disabled", (id: string) => database()`update users set is_active = false where id = ${id}`],
    ["deleted", (id: string) => database()`update users set deleted_at = now() where id = ${id}`],
    [
      "given another password",
      (id: string) => database()`update users set hashed_password = 'x' where id = ${id}`,
    ],
  ])("is not opened when it was %s meanwhile", async (_, change) => {
    replaceHashParameters({
      argon2id: { kind: "argon2id", memoryKib: 65_536, passes: 4, lanes: 1 },
      bcrypt: { kind: "bcrypt", cost: 4 },
    });
    const user = await createUser();
    const signingIn = codeOf(attempt(user.email, { password: PASSWORD }));
    await new Promise((resolve) => setTimeout(resolve, 40));
    await change(user.id);
    expect(await signingIn).toBe("INVALID_CREDENTIALS");
    expect(await countLiveSessions(user.id)).toBe(0);
  });
});

it("twenty sign-ins at once leave exactly the cap alive", async () => {
  resetSettings({
    RATE_LIMIT_AUTH_PER_MINUTE: "0",
    RATE_LIMIT_ACCOUNT_FAILURES: "0",
    MAX_SESSIONS_PER_USER: "4",
  });
  const user = await createUser();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => attempt(user.email, { password: PASSWORD })),
  );
  expect(new Set(all.map(({ tokens }) => tokens.refreshToken)).size).toBe(20);
  expect(await countLiveSessions(user.id)).toBe(4);
});
