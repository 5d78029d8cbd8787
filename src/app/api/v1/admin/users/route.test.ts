import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, startSession } from "@/testing/factories";

const USERS = "/api/v1/admin/users";
const PEOPLE = 30;

const api = serveApi();
let admin: Awaited<ReturnType<typeof signedIn>>;

type Page = {
  items: { username: string; email: string; [field: string]: unknown }[];
  next_cursor: string | null;
};

beforeAll(async () => {
  useCheapHashing();
  admin = await signedIn(api, { user: { role: "admin", username: "keeper", email: "keeper@example.org" } });
  for (let n = 0; n < PEOPLE; n++) {
    // Three at a time in the same microsecond: the order has to hold there, too.
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(n / 3)));
    await createUser({ username: `member${String((n * 7) % PEOPLE).padStart(2, "0")}`, createdAt });
  }
  await createUser({ username: "weaver", fullName: "100 % Wool" });
  await createUser({ username: "ivanov", email: "ivanov@example.net", fullName: "Иван Ёлкин" });
  await createUser({ username: "sleeper", isActive: false });
  await createUser({ username: "gone", deletedAt: new Date() });
});

async function list(query: Record<string, string> = {}, fetch: Fetch = admin.fetch): Promise<Page> {
  const response = await fetch(`${USERS}?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

async function walk(query: Record<string, string>): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list({ limit: "7", ...query, ...(cursor && { cursor }) });
    names.push(...page.items.map(({ username }) => username));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return names;
}

async function namesOf(query: Record<string, string>) {
  return (await list({ limit: "100", ...query })).items.map(({ username }) => username);
}

describe("200", () => {
  it("shows people as themselves, with when they were last seen, and no hash", async () => {
    const user = await createUser({ fullName: "Ada Lovelace" });
    expect((await list({ q: user.email })).items).toEqual([
      {
        id: user.id,
        email: user.email,
        username: user.username,
        full_name: "Ada Lovelace",
        role: "user",
        is_active: true,
        avatar_url: null,
        provider_id: user.provider_id,
        locale: null,
        time_zone: "UTC",
        email_verified_at: null,
        created_at: user.created_at.toISOString(),
        updated_at: user.updated_at.toISOString(),
        last_seen_at: null,
        deleted_at: null,
      },
    ]);
    const lastUsedAt = new Date("2026-02-03T04:05:06.789Z");
    await startSession(user, { lastUsedAt });
    await startSession(user, { lastUsedAt: new Date("2026-01-01"), revokedAt: new Date() });
    expect((await list({ q: user.email })).items[0]?.last_seen_at).toBe(lastUsedAt.toISOString());
  });

  it("shows the newest first, and leaves out who deleted their account", async () => {
    const { items } = await list({ limit: "100" });
    const times = items.map(({ created_at }) => String(created_at));
    expect(times).toEqual(times.toSorted().reverse());
    expect(items.map(({ username }) => username)).not.toContain("gone");
  });

  it.each(["created_at", "-created_at", "username", "-username", "email", "-email"])(
    "shows everybody once over the pages by %s",
    async (sort) => {
      const walked = await walk({ sort });
      expect(walked).toEqual(await namesOf({ sort }));
      expect(new Set(walked).size).toBe(walked.length);
      expect(walked.length).toBeGreaterThan(PEOPLE);
    },
  );

  it("sorts by name whatever the case", async () => {
    await createUser({ username: "Member_upper" });
    const names = await namesOf({ sort: "username" });
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });

  it("keeps its place while people come, leave and are renamed", async () => {
    const first = await list({ sort: "username", limit: "5", q: "member" });
    const last = first.items.at(-1)!;
    await createUser({ username: "member00a" });
    await database()`update users set username = 'zz-renamed' where username = ${last.username}`;
    const second = await list({ sort: "username", limit: "5", q: "member", cursor: first.next_cursor! });
    expect(second.items[0]?.username).toBe("member05");
    await database()`update users set username = ${last.username} where username = 'zz-renamed'`;
  });

  it("goes on behind the longest email there can be", async () => {
    const long = `a${"x".repeat(60)}@${"y".repeat(60)}.${"z".repeat(60)}.${"w".repeat(60)}.example`;
    await createUser({ email: long });
    const [before] = (await list({ sort: "email", limit: "1", q: long })).items;
    expect(before?.email).toBe(long);
    const page = await list({ sort: "email", limit: "1" });
    expect(page.items[0]?.email).toBe(long);
    const next = await list({ sort: "email", limit: "1", cursor: page.next_cursor! });
    expect(next.items[0]?.email).not.toBe(long);
  });

  it.each([
    ["part of an email", "NOV@", ["ivanov"]],
    ["part of a username", "leepe", ["sleeper"]],
    ["part of a name in Cyrillic, whatever its case", " ёЛк", ["ivanov"]],
    ["signs that SQL reads as any letter", "m_mber", []],
    ["a percent sign", "%", ["weaver"]],
    ["a backslash", "\\", []],
    ["quotes", "'; --", []],
  ])("finds by %s", async (_what, q, found) => {
    expect(await namesOf({ q })).toEqual(found);
  });

  it("finds by id, and takes an empty search for none", async () => {
    expect(await namesOf({ q: admin.user.id })).toEqual(["keeper"]);
    expect((await namesOf({ q: " " })).length).toBeGreaterThan(PEOPLE);
  });

  it("filters by role and by who is active, together with a search", async () => {
    expect(await namesOf({ role: "admin" })).toEqual(["keeper"]);
    expect(await namesOf({ is_active: "false" })).toEqual(["sleeper"]);
    expect(await namesOf({ is_active: "true", role: "user", q: "sleep" })).toEqual([]);
  });
});

describe("401, 403", () => {
  it("is open to nobody", async () => {
    await expect(api.fetch(USERS)).resolves.toFailWith("MISSING_TOKEN");
  });

  it("is not for people without the role, whatever their token says", async () => {
    const { user, fetch } = await signedIn(api, { user: { role: "admin" } });
    expect((await fetch(USERS)).status).toBe(200);
    await database()`update users set role = 'user' where id = ${user.id}`;
    await expect(fetch(USERS)).resolves.toFailWith("FORBIDDEN");
  });
});

describe("422", () => {
  it.each([
    { role: "owner" },
    { role: "" },
    { is_active: "yes" },
    { sort: "hashed_password" },
    { sort: "username; drop table users" },
    { limit: "0" },
    { limit: "101" },
    { cursor: "nonsense" },
    { q: "a\0b" },
    { q: "x".repeat(256) },
  ])("refuses %o", async (query) => {
    const response = await admin.fetch(`${USERS}?${new URLSearchParams(query as never)}`);
    await expect(response).toFailWith("VALIDATION_ERROR", { field: Object.keys(query)[0] });
  });

  it.each([
    "-created_at 1.x",
    "-created_at 99999999999999999.00000000-0000-0000-0000-000000000000",
    "-created_at 1.------------------------------------",
    "username keeper",
  ])("refuses the cursor %s", async (text) => {
    const cursor = Buffer.from(text).toString("base64url");
    const response = await admin.fetch(`${USERS}?${new URLSearchParams({ cursor })}`);
    await expect(response).toFailWith("VALIDATION_ERROR", { field: "cursor" });
  });

  it("refuses a cursor of another order", async () => {
    const { next_cursor } = await list({ sort: "username", limit: "1" });
    const response = await admin.fetch(
      `${USERS}?${new URLSearchParams({ sort: "email", cursor: next_cursor! })}`,
    );
    await expect(response).toFailWith("VALIDATION_ERROR", { field: "cursor" });
  });
});
