import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { unlockUser } from "@/domain/administration/unlock-user";
import { readRefreshToken } from "@/domain/sessions/refresh-token";
import { endOtherSessions, getSessionOwner } from "@/domain/sessions/sessions";
import { parseHash } from "@/lib/hashing/formats.mjs";
import { replaceHashParameters } from "@/lib/hashing/parameters";
import { resetSettings } from "@/lib/settings";
import { problemOf } from "@/testing/attempts";
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
import { type Device, openDevice, remember, sealDevice } from "./device";
import { dummyHashFor, forgetKinds } from "./dummy-hash";
import { type Credentials, signIn } from "./sign-in";

const clientInfo = { address: "198.51.100.251", userAgent: null, traceId: "4b".repeat(16) };

let count = 0;

beforeEach(async () => {
  useCheapHashing();
  resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "0", RATE_LIMIT_ACCOUNT_FAILURES: "10" });
  await setUpOrganization();
  await database()`delete from attempt_counters`;
});
afterEach(useCheapHashing);

/** A sign-in from an address that nobody has used before. */
function attempt(identifier: string, overrides: Partial<Credentials> = {}) {
  count++;
  const visit = { ...clientInfo, address: `198.51.100.${count % 250}` };
  return signIn({
    identifier,
    password: "not this one",
    rememberMe: false,
    clientInfo: visit,
    ...overrides,
  });
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

  it("by the work of a locked name: whether it exists or not, with a stranger's device or none", async () => {
    const kinds = await everyKind();
    const strange = remember(null, { userId: (await createUser()).id, generation: 0 });
    for (const identifier of Object.values(kinds)) {
      for (let n = 0; n < 10; n++) await codeOf(attempt(identifier));
    }
    for (const device of [null, strange]) {
      const work = new Set<string>();
      for (const identifier of Object.values(kinds)) {
        const statements = await statementsOf(async () => {
          expect(await codeOf(attempt(identifier, { password: PASSWORD, device }))).toBe(
            "RATE_LIMIT_EXCEEDED",
          );
        });
        work.add(statements.join("\n"));
      }
      expect([...work]).toHaveLength(1);
    }
  });

  it("by the kind of hash: names that don't exist take as those that do, in the same shares, and each always the same", async () => {
    const bcrypt = `$2b$10$${".".repeat(53)}`;
    for (let n = 0; n < 4; n++) await createUser({ hashedPassword: bcrypt });
    const [{ all } = { all: 0 }] = await database()<{ all: number }[]>`
      select count(*)::int as all from users where hashed_password is not null
    `;
    forgetKinds();
    const names = Array.from({ length: 400 }, (_, n) => `nobody${n}@example.org`);
    const dummies = await Promise.all(names.map(dummyHashFor));
    expect(await Promise.all(names.map(dummyHashFor))).toEqual(dummies);
    const share = dummies.filter((dummy) => dummy === bcrypt).length / names.length;
    expect(Math.abs(share - 4 / all)).toBeLessThan(0.12);
    expect(dummies.every((dummy) => dummy !== null && parseHash(dummy) !== null)).toBe(true);
    await database()`delete from users where hashed_password = ${bcrypt}`;
  });
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
    expect(await actionsOf(user.id)).toEqual([...Array(10).fill("session.refused"), "account.locked"]);
  });

  it("keep no name in clear", async () => {
    const { email } = await createUser();
    await codeOf(attempt(email));
    const rows = await database()`select * from attempt_counters`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(email.split("@")[0]);
  });
});

describe("a device that its owner has signed in with before", () => {
  async function lockedOut() {
    const user = await createUser();
    for (let n = 0; n < 12; n++) await codeOf(attempt(user.email));
    return { user, device: remember(null, { userId: user.id, generation: 0 }) };
  }

  it("passes the locked name with the right password, and unlocks it for nobody else", async () => {
    const { user, device } = await lockedOut();
    for (let n = 0; n < 12; n++) {
      expect(await codeOf(attempt(user.email, { password: PASSWORD, device }))).toBe("signed in");
      expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
    }
  });

  it("has ten guesses of its own, which lock no visitor out, and is a visitor then", async () => {
    const user = await createUser();
    const device = remember(null, { userId: user.id, generation: 0 });
    for (let n = 0; n < 10; n++) {
      expect(await codeOf(attempt(user.email, { device }))).toBe("INVALID_CREDENTIALS");
    }
    expect(await codeOf(attempt(user.email, { password: PASSWORD }))).toBe("signed in");
    for (let n = 0; n < 10; n++) {
      expect(await codeOf(attempt(user.email, { device }))).toBe("INVALID_CREDENTIALS");
    }
    expect(await codeOf(attempt(user.email, { device }))).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("is a visitor to every other account, and to its own once devices were forgotten", async () => {
    const { user, device } = await lockedOut();
    const strange = remember(null, { userId: (await createUser()).id, generation: 0 });
    expect(await codeOf(attempt(user.email, { password: PASSWORD, device: strange }))).toBe(
      "RATE_LIMIT_EXCEEDED",
    );
    const session = await startSession(user);
    await endOtherSessions({ userId: user.id, currentId: session.id, clientInfo });
    expect(await codeOf(attempt(user.email, { password: PASSWORD, device }))).toBe("RATE_LIMIT_EXCEEDED");
    const anew = remember(device, { userId: user.id, generation: 1 });
    expect(await codeOf(attempt(user.email, { password: PASSWORD, device: anew }))).toBe("signed in");
  });

  it("is known by a cookie that nobody can make, that knows five accounts, for 180 days", async () => {
    let device: Device | null = null;
    const ids = Array.from({ length: 7 }, () => randomUUID());
    for (const userId of ids) device = remember(device, { userId, generation: 3 });
    const sealed = await sealDevice(device!);
    expect(await openDevice(sealed)).toEqual(device);
    expect(device?.accounts.map(({ userId }) => userId)).toEqual(ids.slice(2).reverse());
    const forged = `${sealed.slice(0, 30)}${sealed[30] === "A" ? "B" : "A"}${sealed.slice(31)}`;
    for (const other of [forged, sealed.slice(4), "", "nonsense", sealed.repeat(3)])
      expect(await openDevice(other)).toBeNull();
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + 181 * 86_400_000);
    expect(await openDevice(sealed)).toBeNull();
    vi.useRealTimers();
  });
});

/** A busy machine can't hash all of it in time, and says to come back: that is no limit of ours. */
async function patiently(signIn: () => Promise<string>): Promise<string> {
  const code = await signIn();
  return code === "SERVICE_UNAVAILABLE" ? patiently(signIn) : code;
}

describe("one /48 of IPv6 that sends hundreds of sign-ins at once", () => {
  it("has eighty judged a minute, and leaves everybody else in", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "5", RATE_LIMIT_ACCOUNT_FAILURES: "10" });
    const people = await Promise.all(Array.from({ length: 12 }, () => createUser()));
    const flood = Array.from({ length: 250 }, (_, n) => {
      const address = `2001:db8:7:${(n << 8).toString(16)}::1`;
      return codeOf(attempt(`nobody${n}@example.net`, { clientInfo: { ...clientInfo, address } }));
    });
    const owners = people.map(({ email }, n) => {
      const address = `192.0.${n}.1`;
      const signIn = () =>
        codeOf(attempt(email, { password: PASSWORD, clientInfo: { ...clientInfo, address } }));
      return patiently(signIn);
    });
    expect(await Promise.all(owners)).toEqual(Array(12).fill("signed in"));
    const codes = await Promise.all(flood);
    expect(codes.filter((code) => code === "RATE_LIMIT_EXCEEDED")).toHaveLength(170);
  }, 60_000);
});

describe("a name that was guessed at", () => {
  async function pass(seconds: number) {
    await database()`update attempt_counters set blocked_until = blocked_until - make_interval(secs => ${seconds})`;
  }

  it("waits 30 s, then twice as long after each guess, a quarter of an hour at most, one guess after each", async () => {
    const { email } = await createUser();
    for (let n = 0; n < 10; n++) await codeOf(attempt(email));
    const waits = [];
    for (let n = 0; n < 8; n++) {
      const { retryAfterSeconds = 0 } = await problemOf(attempt(email));
      waits.push(retryAfterSeconds);
      await pass(retryAfterSeconds - 2);
      expect(await codeOf(attempt(email, { password: PASSWORD }))).toBe("RATE_LIMIT_EXCEEDED");
      await pass(3);
      const guesses = await Promise.all(Array.from({ length: 5 }, () => codeOf(attempt(email))));
      expect(guesses.sort()).toEqual(["INVALID_CREDENTIALS", ...Array(4).fill("RATE_LIMIT_EXCEEDED")]);
    }
    const expected = [30, 60, 120, 240, 480, 900, 900, 900];
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(expected[at]!);
      expect(wait).toBeGreaterThan(expected[at]! - 15);
    }
  });

  it("lets its owner in who guesses right after a wait, as often as they like", async () => {
    const { email } = await createUser();
    for (let n = 0; n < 11; n++) await codeOf(attempt(email));
    await pass(31);
    for (let n = 0; n < 3; n++)
      expect(await codeOf(attempt(email, { password: PASSWORD }))).toBe("signed in");
  });

  it("takes twenty right sign-ins at once from twenty addresses, and ten wrong guesses beside them", async () => {
    const { email } = await createUser();
    const right = Array.from({ length: 20 }, () => codeOf(attempt(email, { password: PASSWORD })));
    expect(await Promise.all(right)).toEqual(Array(20).fill("signed in"));
    for (let n = 0; n < 10; n++) expect(await codeOf(attempt(email))).toBe("INVALID_CREDENTIALS");
    expect(await codeOf(attempt(email))).toBe("RATE_LIMIT_EXCEEDED");
  });

  it("is unlocked by an administrator, for all of its spellings, and that is written down", async () => {
    const user = await createUser();
    for (const name of [user.email, user.username]) for (let n = 0; n < 11; n++) await codeOf(attempt(name));
    await unlockUser({ actorId: null, userId: user.id, clientInfo });
    for (const name of [user.email, user.username])
      expect(await codeOf(attempt(name, { password: PASSWORD }))).toBe("signed in");
    expect(await actionsOf(user.id)).toContain("account.unlocked");
  });
});

describe("the session that is handed in with a sign-in", () => {
  it("ends, whosever it is, and one more only where there are too many besides", async () => {
    resetSettings({ RATE_LIMIT_ACCOUNT_FAILURES: "0", MAX_SESSIONS_PER_USER: "3" });
    const user = await createUser();
    const [first, second, third] = [
      await startSession(user),
      await startSession(user),
      await startSession(user),
    ];
    const foreign = await startSession(await createUser());
    const handedIn = [second.id, foreign.id];
    const { tokens } = await attempt(user.email, { password: PASSWORD, handedIn });
    const alive = (id: string) =>
      getSessionOwner(id).then(
        () => true,
        () => false,
      );
    expect(await Promise.all([first, second, third, foreign].map(({ id }) => alive(id)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect((await readRefreshToken(tokens.refreshToken))?.sessionId).not.toBe(second.id);
    expect(await actionsOf(user.id)).toEqual(["session.started", "session.ended"]);
  });

  it("lives on where the password was wrong", async () => {
    const user = await createUser();
    const { id } = await startSession(user);
    await codeOf(attempt(user.email, { handedIn: [id] }));
    expect((await getSessionOwner(id)).user.id).toBe(user.id);
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
