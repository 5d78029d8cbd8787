import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import pino from "pino";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { serveApi } from "@/testing/api-server";
import { setUpOrganization } from "@/testing/factories";
import { db, inTransaction, within } from "./client";
import { database } from "./pool";
import { providers, users } from "./tables";

const EMAIL = "somebody.recognizable@example.com";
const HASH = "$argon2id$v=19$m=19456,t=2,p=1$recognizable$recognizable";
const PASSWORD = "a recognizable lantern";

const api = serveApi();
let logged: string[];

beforeAll(async () => {
  await setUpOrganization();
  // Of an index that nobody foresees.
  await database()`create unique index ix_unforeseen on users ((max_chats))`;
});

beforeEach(() => {
  logged = [];
  const stream = (log() as unknown as { [pino.symbols.streamSym]: pino.DestinationStream })[
    pino.symbols.streamSym
  ];
  vi.spyOn(stream, "write").mockImplementation((line) => logged.push(line));
  log().level = "trace";
});

const row = async () => {
  const [provider] = await db.select({ id: providers.id }).from(providers);
  return { email: EMAIL, username: "recognizable", hashedPassword: HASH, providerId: provider?.id ?? "" };
};

describe("an error of the database", () => {
  test("that no endpoint foresees is logged without the values of its statement, and answered without a word of it", async () => {
    const register = (email: string, username: string) =>
      api.fetch("/api/v1/auth/register", { json: { email, username, password: PASSWORD } });
    expect((await register("first@example.com", "first")).status).toBe(201);
    const refused = await register(EMAIL, "recognizable");
    expect(refused.status).toBe(500);
    expect(await refused.text()).not.toMatch(/ix_unforeseen|recognizable|insert/);

    const [failure, ...others] = logged.filter((line) => line.includes("unforeseen failure"));
    expect(others).toEqual([]);
    expect(JSON.parse(failure ?? "").error).toMatchObject({
      type: "PostgresError",
      code: "23505",
      message: expect.stringContaining("ix_unforeseen"),
    });
    expect(logged.join("")).not.toMatch(/recognizable|\$argon2|\$2b|DrizzleQueryError|Failed query|params/);
  });

  const broken: [string, () => Promise<unknown>][] = [
    ["a key that is taken", async () => db.insert(users).values([await row(), await row()])],
    [
      "a row that breaks a check",
      async () => db.insert(users).values({ ...(await row()), role: "queen" as "user" }),
    ],
    [
      "a statement written out",
      async () => db.execute(sql`insert into ${users} (email, hashed_password) values (${EMAIL}, ${HASH})`),
    ],
    [
      "a transaction",
      async () => inTransaction(async (tx) => tx.insert(users).values([await row(), await row()])),
    ],
    [
      "a prepared one",
      async () =>
        db
          .insert(users)
          .values({ ...(await row()), hashedPassword: sql.placeholder("hash"), role: "queen" as "user" })
          .prepare("recognizable_insert")
          .execute({ hash: HASH }),
    ],
  ];
  test.each(broken)(
    "is the driver's own, and printed as it is shows no value either: %s",
    async (_name, fail) => {
      const error = await fail().then(
        () => null,
        (reason) => reason,
      );
      expect(error).toMatchObject({ name: "PostgresError", code: expect.stringMatching(/^23/) });
      expect(inspect(error, { depth: null })).not.toMatch(/somebody|\$argon2|Failed query/);
    },
  );
});

test("what was prepared outside of a transaction is a part of it there, and of no other", async () => {
  const prepared = db
    .update(providers)
    .set({ name: sql`${sql.placeholder("name")}` })
    .returning({ name: providers.name })
    .prepare("rename");
  const nameNow = async () => (await db.select({ name: providers.name }).from(providers))[0]?.name;
  const before = await nameNow();
  const renaming = inTransaction(async (tx) => {
    expect(await within(tx, prepared).execute({ name: "within" })).toEqual([{ name: "within" }]);
    expect(await nameNow()).toBe(before);
    throw new Error("rolled back");
  });
  await expect(renaming).rejects.toThrow("rolled back");
  expect(await nameNow()).toBe(before);
  await prepared.execute({ name: "alone" });
  expect(await nameNow()).toBe("alone");
});
