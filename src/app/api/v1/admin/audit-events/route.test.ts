import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { database } from "@/db/pool";
import { auditEvents } from "@/db/tables";
import type { AuditAction } from "@/domain/audit/actions";
import { serveApi } from "@/testing/api-server";
import { type Fetch, type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, forgetEverything } from "@/testing/factories";

const EVENTS = "/api/v1/admin/audit-events";

const api = serveApi();
let admin: SignedIn;

beforeAll(useCheapHashing);
beforeEach(async () => {
  await forgetEverything();
  admin = await signedIn(api, { user: { role: "admin", username: "keeper" } });
});

type Event = { id: string; action: string; created_at: string; [field: string]: unknown };
type Page = { items: Event[]; next_cursor: string | null };
type Query = Record<string, string>;

function ask(query: Query = {}, fetch: Fetch = admin.fetch) {
  return fetch(`${EVENTS}?${new URLSearchParams(query)}`);
}

async function list(query: Query = {}): Promise<Page> {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

async function idsOf(query: Query) {
  return (await list(query)).items.map(({ id }) => id);
}

type NewEvent = Partial<typeof auditEvents.$inferInsert> & { action?: AuditAction };

async function record(event: NewEvent = {}): Promise<string> {
  const [row] = await db
    .insert(auditEvents)
    .values({ action: "session.started", ...event })
    .returning({ id: auditEvents.id });
  return String(row?.id);
}

describe("200", () => {
  it("tells who did what to whom, when and from where, with their names", async () => {
    const user = await createUser({ username: "ada" });
    await admin.fetch(`/api/v1/admin/users/${user.id}`, { method: "PATCH", json: { role: "admin" } });
    const { items } = await list();
    const [row] = await database()`select * from audit_events`;
    expect(items).toEqual([
      {
        id: String(row?.id),
        action: "role.changed",
        actor_id: admin.user.id,
        actor_username: "keeper",
        subject_id: user.id,
        subject_username: "ada",
        session_id: null,
        ip_address: "127.0.0.1",
        trace_id: row?.trace_id,
        detail: { from: "user", to: "admin" },
        created_at: row?.created_at.toISOString(),
      },
    ]);
  });

  it("outlives the people it names", async () => {
    const id = crypto.randomUUID();
    await record({ subjectId: id, actorId: id });
    expect((await list()).items).toMatchObject([
      { actor_id: id, actor_username: null, subject_username: null },
    ]);
  });

  it("shows the newest first, each once over the pages, those of one microsecond too", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n++)
      ids.push(await record({ createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n / 5)) }));
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await list({ limit: "4", ...(cursor && { cursor }) });
      walked.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
      // What comes later stands ahead of all this, and shifts nothing.
      await record();
    } while (cursor !== null);
    expect(walked).toEqual(ids.toReversed());
  });

  it("keeps apart what differs by microseconds only", async () => {
    await database()`
      insert into audit_events (action, created_at)
      select 'session.started', timestamptz '2026-01-01 00:00:00.123Z' + n * interval '1 microsecond'
      from generate_series(0, 9) n
    `;
    const first = await list({ limit: "5" });
    const second = await list({ limit: "5", cursor: first.next_cursor! });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(10);
    expect(second.next_cursor).toBeNull();
  });

  it("filters by who did it, whom it was done to, what it was, and all of it together", async () => {
    const [one, two] = [await createUser(), await createUser()];
    const own = await record({ actorId: one.id, subjectId: one.id });
    const done = await record({ actorId: one.id, subjectId: two.id, action: "role.changed" });
    const suffered = await record({ actorId: two.id, subjectId: one.id, action: "account.disabled" });
    expect(await idsOf({ actor_id: one.id })).toEqual([done, own]);
    expect(await idsOf({ subject_id: one.id })).toEqual([suffered, own]);
    expect(await idsOf({ action: "role.changed" })).toEqual([done]);
    expect(await idsOf({ actor_id: two.id, subject_id: one.id, action: "account.disabled" })).toEqual([
      suffered,
    ]);
    expect(await idsOf({ actor_id: two.id, action: "role.changed" })).toEqual([]);
    expect(await idsOf({ actor_id: crypto.randomUUID() })).toEqual([]);
  });

  it("filters by a span of time that takes in both its ends, in any zone", async () => {
    const at = (time: string) => record({ createdAt: new Date(time) });
    const first = await at("2026-03-01T10:00:00Z");
    await database()`
      insert into audit_events (action, created_at) values ('session.started', '2026-03-01T11:00:00.000999Z')
    `;
    const last = await at("2026-03-01T12:00:00Z");
    const [middle] = await idsOf({ from: "2026-03-01T10:30:00Z", to: "2026-03-01T11:30:00Z" });
    expect(await idsOf({ from: "2026-03-01T10:00:00.000Z", to: "2026-03-01T12:00:00Z" })).toEqual([
      last,
      middle,
      first,
    ]);
    expect(await idsOf({ to: "2026-03-01T11:00:00.000Z" })).toEqual([middle, first]);
    expect(await idsOf({ from: "2026-03-01T11:00:00.001Z" })).toEqual([last]);
    expect(await idsOf({ from: "2026-03-01T17:45:00+05:45", to: "2026-03-01T17:45:00+05:45" })).toEqual([
      last,
    ]);
    expect(await idsOf({ from: "2026-03-02T00:00:00Z", to: "2026-03-01T00:00:00Z" })).toEqual([]);
  });
});

describe("200 as a file", () => {
  async function readCsv(query: Query = {}) {
    const response = await ask({ format: "csv", ...query });
    expect(response.status).toBe(200);
    return {
      response,
      text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer()),
    };
  }

  it("is CSV that names its columns, quotes what has to be, and is for this reader only", async () => {
    const user = await createUser({ username: "ada" });
    await record({
      actorId: user.id,
      createdAt: new Date("2026-01-02T03:04:05.678Z"),
      ipAddress: "2001:db8::1",
      traceId: "ab".repeat(16),
      detail: { name: { from: 'A "quoted", name', to: "ООО" } },
    });
    const { response, text } = await readCsv();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": expect.stringMatching(
        /^attachment; filename="audit-events-\d{4}-\d\d-\d\d\.csv"$/,
      ),
      "cache-control": "no-store",
      "x-trace-id": expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const [head, row, end] = text.split("\r\n");
    expect(head).toBe(
      "\uFEFFid,created_at,action,actor_id,actor_username,subject_id,subject_username,session_id,ip_address,trace_id,detail",
    );
    expect(row?.split(",").slice(1, 10).join()).toBe(
      `2026-01-02T03:04:05.678Z,session.started,${user.id},ada,,,,2001:db8::1,${"ab".repeat(16)}`,
    );
    expect(row).toMatch(/,"\{""name"":\{""to"":""ООО"",""from"":""A \\""quoted\\"", name""\}\}"$/);
    expect(end).toBe("");
  });

  it.each(["-2+3", "-cmd"])("gives a spreadsheet no formula to reckon: %s", async (username) => {
    const user = await createUser();
    await database()`update users set username = ${username} where id = ${user.id}`;
    await record({ actorId: user.id });
    expect((await readCsv({ actor_id: user.id })).text).toContain(`,"'${username}",`);
  });

  it("holds all that matches, however many, in CSV and in JSON", async () => {
    await database()`
      insert into audit_events (action, created_at)
      select case when n % 10 = 0 then 'role.changed' else 'session.started' end, timestamptz '2026-01-01Z' + n * interval '1 s'
      from generate_series(1, 25000) n
    `;
    const { text } = await readCsv({ limit: "5" });
    expect(text.split("\r\n")).toHaveLength(1 + 25_000 + 1);
    const response = await ask({ download: "true", action: "role.changed" });
    expect(response.headers.get("content-disposition")).toMatch(/\.json"$/);
    const { items, next_cursor } = (await response.json()) as Page;
    expect(next_cursor).toBeNull();
    expect(items).toHaveLength(2_500);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2_500);
    expect(items.map(({ created_at }) => created_at)).toEqual(
      items
        .map(({ created_at }) => created_at)
        .toSorted()
        .toReversed(),
    );
  });

  it("is a file, too, where nothing matches", async () => {
    expect((await readCsv({ action: "role.changed" })).text.split("\r\n")).toHaveLength(2);
    expect(await (await ask({ download: "true", action: "role.changed" })).json()).toEqual({
      items: [],
      next_cursor: null,
    });
  });
});

describe("401, 403, 422", () => {
  it("is for administrators only, in each format", async () => {
    const other = await signedIn(api);
    for (const query of [{}, { format: "csv" }, { download: "true" }] as Query[]) {
      await expect(ask(query, other.fetch)).resolves.toFailWith("FORBIDDEN");
      await expect(ask(query, api.fetch)).resolves.toFailWith("MISSING_TOKEN");
    }
  });

  it.each<Query>([
    { actor_id: "me" },
    { subject_id: "1" },
    { action: "nothing.happened" },
    { format: "xml" },
    { from: "yesterday" },
    { from: "2026-02-30T00:00:00Z" },
    { from: "0000-01-01T00:00:00Z" },
    { to: "2026-01-01" },
    { to: "9999-12-31T23:59:59-14:00" },
    { cursor: "x" },
    { limit: "1e1" },
  ])("refuses %o", async (query) => {
    await expect(ask(query)).resolves.toFailWith("VALIDATION_ERROR", { field: Object.keys(query)[0] });
  });
});
