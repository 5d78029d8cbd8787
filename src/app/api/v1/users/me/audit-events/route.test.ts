import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { createUser } from "@/testing/factories";

const EVENTS = "/api/v1/users/me/audit-events";

const api = serveApi();

beforeEach(() => resetSettings());

async function addEvents(number: number, { subject, actor }: { subject: string; actor: string | null }) {
  await database()`
    insert into audit_events (action, subject_id, actor_id, detail)
    select 'session.revoked', ${subject}, ${actor}, '{"reason":"a test"}' from generate_series(1, ${number})
  `;
}

async function list(fetch: Fetch, query = "") {
  const response = await fetch(EVENTS + query);
  expect(response.status).toBe(200);
  return response.json() as Promise<{ items: { id: string }[]; next_cursor: string | null }>;
}

describe("200", () => {
  it("lists what I did and what was done to me, newest first, and nobody else's", async () => {
    const { user, fetch } = await signedIn(api);
    const visitor = await createUser();
    await addEvents(2, { subject: user.id, actor: null });
    await addEvents(1, { subject: visitor.id, actor: user.id });
    await addEvents(1, { subject: visitor.id, actor: visitor.id });
    const { items, next_cursor } = await list(fetch);
    expect(items).toHaveLength(3);
    expect(next_cursor).toBeNull();
    const ids = items.map(({ id }) => BigInt(id));
    expect(ids).toEqual(ids.toSorted((a, b) => Number(b - a)));
    expect(items[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      action: "session.revoked",
      actor_id: user.id,
      subject_id: visitor.id,
      session_id: null,
      ip_address: null,
      trace_id: null,
      detail: { reason: "a test" },
      created_at: expect.stringMatching(/Z$/),
      by_administrator: false,
    });
  });

  it("says of what an administrator did that one did it, and neither who nor from where", async () => {
    const { user, fetch } = await signedIn(api);
    const admin = await createUser({ role: "admin" });
    await database()`
      insert into audit_events (action, subject_id, actor_id, ip_address)
      values ('session.revoked', ${user.id}, ${admin.id}, '192.0.2.9'), ('session.refused', ${user.id}, null, '192.0.2.8')
    `;
    const answer = JSON.stringify(await list(fetch));
    expect(answer).not.toContain(admin.id);
    expect(answer).not.toContain("192.0.2.9");
    const { items } = JSON.parse(answer);
    expect(items).toMatchObject([
      { actor_id: null, ip_address: "192.0.2.8", by_administrator: false },
      { actor_id: null, ip_address: null, by_administrator: true },
    ]);
  });

  it("goes by pages of 20, or of ?limit=, to the end, each event once", async () => {
    const { user, fetch } = await signedIn(api);
    await addEvents(45, { subject: user.id, actor: user.id });
    expect((await list(fetch)).items).toHaveLength(20);
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await list(fetch, `?limit=15${cursor === null ? "" : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
      pages++;
    } while (cursor !== null);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(45);
  });

  it("a cursor holds its place when something happens meanwhile", async () => {
    const { user, fetch } = await signedIn(api);
    await addEvents(4, { subject: user.id, actor: user.id });
    const first = await list(fetch, "?limit=2");
    await addEvents(3, { subject: user.id, actor: user.id });
    const second = await list(fetch, `?limit=2&cursor=${first.next_cursor}`);
    expect(Number(second.items[0]!.id)).toBe(Number(first.items[1]!.id) - 1);
  });

  it("an empty list is a list", async () => {
    const { fetch } = await signedIn(api);
    expect(await list(fetch)).toEqual({ items: [], next_cursor: null });
  });
});

describe("422 VALIDATION_ERROR", () => {
  it.each(["0", "101", "-1", "1.5", "ten", "", "1e2", "0x10", " 5", "99999999999999999999"])(
    "for ?limit=%s",
    async (limit) => {
      const { fetch } = await signedIn(api);
      await expect(await fetch(`${EVENTS}?limit=${limit}`)).toFailWith("VALIDATION_ERROR", {
        field: "limit",
      });
    },
  );

  it.each([
    "",
    "x",
    "%00",
    "MQ%3D%3D%00",
    "MTsgc2VsZWN0IDE",
    Buffer.from("-1").toString("base64url"),
    Buffer.from("9".repeat(30)).toString("base64url"),
    "x".repeat(300),
  ])("for ?cursor=%s", async (cursor) => {
    const { fetch } = await signedIn(api);
    await expect(await fetch(`${EVENTS}?cursor=${cursor}`)).toFailWith("VALIDATION_ERROR", {
      field: "cursor",
    });
  });
});

describe("400 MALFORMED_REQUEST", () => {
  it.each(["?limit=5&limit=6", "?cursor=%zz", "?%ff=1"])("for %s", async (query) => {
    const { fetch } = await signedIn(api);
    await expect(await fetch(EVENTS + query)).toFailWith("MALFORMED_REQUEST");
  });
});

it("nobody can change or remove an event, not even by SQL", async () => {
  const { user } = await signedIn(api);
  await addEvents(1, { subject: user.id, actor: null });
  await expect(database()`update audit_events set action = 'x'`).rejects.toThrow("append only");
  await expect(database()`delete from audit_events`).rejects.toThrow("append only");
});
