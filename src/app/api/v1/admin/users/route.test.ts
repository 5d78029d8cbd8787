import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, startSession } from "@/testing/factories";

const USERS = "/api/v1/admin/users";
const PEOPLE = 30;
const SORTS = ["name", "username", "email", "role", "last_seen_at", "created_at"].flatMap((key) => [
  key,
  `-${key}`,
]);

const api = serveApi();
let admin: Awaited<ReturnType<typeof signedIn>>;

type Page = {
  items: { username: string; email: string; [field: string]: unknown }[];
  next_cursor: string | null;
  previous_cursor: string | null;
  total: number;
};

type Listed = Record<"username" | "role" | "created_at", string> &
  Record<"full_name" | "last_seen_at", string | null>;

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

/** From the last page to the first, by the way back. */
async function walkBack(query: Record<string, string>): Promise<string[]> {
  const asked = { limit: "7", ...query };
  let page: Page = await list(asked);
  while (page.next_cursor !== null) page = await list({ ...asked, cursor: page.next_cursor });
  const names: string[] = [];
  while (true) {
    names.unshift(...page.items.map(({ username }) => username));
    if (page.previous_cursor === null) return names;
    page = await list({ ...asked, cursor: page.previous_cursor });
  }
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

  it.each(SORTS)("shows everybody once over the pages by %s, and the same on the way back", async (sort) => {
    const walked = await walk({ sort });
    expect(walked).toEqual(await namesOf({ sort }));
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.length).toBeGreaterThan(PEOPLE);
    expect(await walkBack({ sort })).toEqual(walked);
  });

  it.each([
    ["name", (user: Listed) => (user.full_name ?? user.username).toLowerCase()],
    ["role", (user: Listed) => user.role],
    ["last_seen_at", (user: Listed) => user.last_seen_at ?? ""],
    ["created_at", (user: Listed) => user.created_at],
  ])("has what is compared by %s in its order, both ways", async (sort, keyOf) => {
    for (const [way, compared] of [
      [sort, 1],
      [`-${sort}`, -1],
    ] as const) {
      const keys = ((await list({ limit: "100", sort: way })).items as unknown as Listed[]).map(keyOf);
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -compared : a > b ? compared : 0)));
      expect(new Set(keys).size).toBeGreaterThan(1);
    }
  });

  it.each([
    ["created_at", "seen"],
    ["last_seen_at", "made"],
  ])(
    "tells those apart by %s who are a microsecond from each other, and by id those who aren't",
    async (sort, name) => {
      const moments = ["000001", "000001", "000002", "000002", "000003"];
      for (const [n, fraction] of moments.entries()) {
        const user = await createUser({ username: `${name}${n}` });
        const session = await startSession(user);
        const moment = `2026-05-05T05:05:05.${fraction}Z`;
        await database()`update users set created_at = ${moment}::text::timestamptz where id = ${user.id}`;
        await database()`update sessions set last_used_at = ${moment}::text::timestamptz where id = ${session.id}`;
      }
      const query = { q: name, sort, limit: "1" };
      const walked = await walk(query);
      expect(walked).toHaveLength(moments.length);
      expect(walked.map((found) => moments[Number(found.slice(name.length))])).toEqual(moments);
      expect(await walkBack(query)).toEqual(walked);
      expect(await walk({ ...query, sort: `-${sort}` })).toEqual(walked.toReversed());
    },
  );

  it("goes on behind names that are alike as far as a cursor has room for, and full of signs", async () => {
    const alike = `100 % "Ё" \\ '; -- ${"𝔘".repeat(60)}`;
    for (let n = 0; n < 3; n++) await createUser({ username: `alike${n}`, fullName: `${alike}${n}` });
    for (const sort of ["name", "-name", "role", "-role"]) {
      const walked = await walk({ q: "alike", sort, limit: "1" });
      expect(walked.toSorted()).toEqual(["alike0", "alike1", "alike2"]);
      expect(await walkBack({ q: "alike", sort, limit: "1" })).toEqual(walked);
    }
    await database()`delete from users where username like 'alike%'`;
  });

  it("says how many match over all pages, and whether there is a page on either side", async () => {
    const query = { q: "member0", sort: "username", limit: "4" };
    const first = await list(query);
    expect(first).toMatchObject({ total: 10, previous_cursor: null, next_cursor: expect.any(String) });
    const second = await list({ ...query, cursor: first.next_cursor! });
    const third = await list({ ...query, cursor: second.next_cursor! });
    expect(third).toMatchObject({ total: 10, previous_cursor: expect.any(String), next_cursor: null });
    const again = await list({ ...query, cursor: third.previous_cursor! });
    expect(again).toMatchObject({ items: second.items, next_cursor: second.next_cursor });
    const atLast = await list({ ...query, cursor: again.previous_cursor! });
    expect(atLast).toMatchObject({ items: first.items, previous_cursor: null });
    expect(await list({ q: "nobody is called so" })).toMatchObject({ total: 0, items: [] });
  });

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

  it("filters by whose email is verified, and by ids", async () => {
    const one = await createUser({ username: "proven", emailVerifiedAt: new Date() });
    const other = await createUser({ username: "unproven" });
    const ids = `${one.id},${other.id}`;
    expect(await namesOf({ ids, is_verified: "true" })).toEqual(["proven"]);
    expect(await namesOf({ ids, is_verified: "false" })).toEqual(["unproven"]);
    expect(await namesOf({ ids, sort: "username" })).toEqual(["proven", "unproven"]);
  });

  it("is a CSV of all that match, in the order that is asked for, without a formula or a hash in it", async () => {
    await createUser({ username: "sheet1", email: "sheet1@example.org", fullName: "=HYPERLINK(1)" });
    await createUser({ username: "sheet2", email: "sheet2@example.org", fullName: '+Ёлкин, "Ё"' });
    const query = new URLSearchParams({ format: "csv", q: "sheet", sort: "-username", limit: "1" });
    const response = await admin.fetch(`${USERS}?${query}`);
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="accounts-[\d-]+\.csv"$/,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
    const [head, ...lines] = (await response.text()).trimEnd().split("\r\n");
    expect(head).toMatch(/^\uFEFF?id,email,username,full_name,role,is_active,/);
    expect(lines.map((line) => line.split(",").slice(1).join(",").split(",user,")[0])).toEqual([
      `"sheet2@example.org",sheet2,"'+Ёлкин, ""Ё"""`,
      `"sheet1@example.org",sheet1,"'=HYPERLINK(1)"`,
    ]);
  });

  it("is a CSV longer than what is read at once, with everybody in it once", async () => {
    await database()`
      insert into users (email, username, provider_id, full_name)
      select 'many' || n || '@example.net', 'many' || n, ${admin.user.provider_id}, 'Many'
      from generate_series(1, 2100) n`;
    for (const sort of ["name", "-last_seen_at"]) {
      const text = await (await admin.fetch(`${USERS}?format=csv&q=many&sort=${sort}`)).text();
      const ids = text
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[0]);
      expect(new Set(ids).size).toBe(2100);
      expect(ids).toHaveLength(2100);
    }
    await database()`delete from users where full_name = 'Many'`;
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
    { cursor: "~" },
    { cursor: "~nonsense" },
    { is_verified: "yes" },
    { ids: "" },
    { ids: "keeper" },
    { ids: Array(101).fill("00000000-0000-4000-8000-000000000000").join() },
    { format: "xlsx" },
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
    "name 00000000-0000-4000-8000-000000000000 ",
    `name 00000000-0000-4000-8000-000000000000 ${"x".repeat(65)}`,
    "role 00000000-0000-4000-8000-000000000000 x",
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
