import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { restoreUser } from "@/domain/administration/delete-user";
import { findFile, storeFile } from "@/lib/storage";
import { actionsOf, createUser, emptyTables, startSession, type TestUser } from "@/testing/factories";
import { cleanUp } from "./clean-up";
import { dropOldEvents } from "./drop-old-events";
import { enqueuePurges, purgeAccount } from "./purge-accounts";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

beforeEach(() => emptyTables("jobs", "verification_tokens", "attempt_counters"));

describe("the clean-up", () => {
  it("forgets sessions that ended or ran out 30 days ago, and no other", async () => {
    const user = await createUser();
    const kept = [
      await startSession(user),
      await startSession(user, { revokedAt: daysAgo(29) }),
      await startSession(user, { expiresAt: daysAgo(29) }),
    ];
    await startSession(user, { revokedAt: daysAgo(31) });
    await startSession(user, { expiresAt: daysAgo(31) });
    await cleanUp();
    const left = await database()`select id from sessions where user_id = ${user.id} order by id`;
    expect(left.map(({ id }) => id)).toEqual(kept.map(({ id }) => id).sort());
  });

  it("forgets proofs and counters that ran out, and jobs that were done a week ago", async () => {
    await database()`
      insert into verification_tokens values ('reset:a:b', 'old', now() - interval '1 s'), ('reset:a:b', 'new', now() + interval '1 h')
    `;
    await database()`
      insert into attempt_counters values ('old', 1, now() - interval '1 s'), ('new', 1, now() + interval '1 h')
    `;
    await database()`
      insert into jobs (kind, key, done_at, failed_at) values
        ('clean_up', 'old', now() - interval '8 days', null), ('clean_up', 'done', now() - interval '6 days', null),
        ('clean_up', 'failed', null, now() - interval '100 days'), ('clean_up', 'waiting', null, null)
    `;
    await cleanUp();
    expect(await database()`select token from verification_tokens`).toEqual([{ token: "new" }]);
    expect(await database()`select key from attempt_counters`).toEqual([{ key: "new" }]);
    const jobs = await database()`select key from jobs order by key`;
    expect(jobs.map(({ key }) => key)).toEqual(["done", "failed", "waiting"]);
  });

  it("gets through more than one batch, and leaves alone what somebody holds", async () => {
    await database()`insert into attempt_counters select n::text, 1, now() - interval '1 s' from generate_series(1, 12000) n`;
    await database().begin(async (tx) => {
      await tx`select from attempt_counters where key = '1' for update`;
      await cleanUp();
    });
    expect(await database()`select key from attempt_counters`).toEqual([{ key: "1" }]);
  });
});

function purge({ id }: TestUser, jobId = randomUUID()) {
  return purgeAccount({ userId: id, jobId, traceId: "4b".repeat(16) });
}

async function isThere({ id }: TestUser) {
  return (await database()`select from users where id = ${id}`).length > 0;
}

describe("the purge", () => {
  it("is promised for each account that was deleted a week ago, once a day", async () => {
    const due = [await createUser({ deletedAt: daysAgo(8) }), await createUser({ deletedAt: daysAgo(70) })];
    await createUser({ deletedAt: daysAgo(6) });
    await createUser();
    await Promise.all([enqueuePurges(), enqueuePurges(), enqueuePurges()]);
    const jobs = await database()`select payload from jobs where kind = 'purge_account'`;
    expect(jobs.map(({ payload }) => payload.user_id).sort()).toEqual(due.map(({ id }) => id).sort());
  });

  it("takes all that is theirs along, and all that names them", async () => {
    const user = await createUser({ deletedAt: daysAgo(8), password: null });
    await startSession(user);
    await database()`insert into tasks (user_id, title) values (${user.id}, 'theirs')`;
    await database()`insert into tags (user_id, name, color) values (${user.id}, 'theirs', '#000000')`;
    await database()`
      insert into verification_tokens values (${`reset:${user.id}:${user.email}`}, 'theirs', now() + interval '1 h'),
        (${`reset:${randomUUID()}:else@example.com`}, 'not theirs', now() + interval '1 h')
    `;
    await database()`
      insert into jobs (kind, key, payload) values
        ('purge_account', 'by id', jsonb_build_object('user_id', ${user.id}::text)),
        ('purge_account', 'by email', jsonb_build_object('email', upper(${user.email}::text))),
        ('purge_account', 'of another', jsonb_build_object('user_id', gen_random_uuid()))
    `;
    await purge(user);
    expect(await isThere(user)).toBe(false);
    for (const table of ["sessions", "accounts", "tasks", "tags"]) {
      expect(await database()`select from ${database()(table)} where user_id = ${user.id}`).toEqual([]);
    }
    expect(await database()`select token from verification_tokens`).toEqual([{ token: "not theirs" }]);
    expect(await database()`select key from jobs`).toEqual([{ key: "of another" }]);
    expect(await actionsOf(user.id)).toEqual(["account.purged"]);
  });

  it("takes their files with it, also where an earlier attempt got no further than the rows", async () => {
    const [user, other] = [await createUser({ deletedAt: daysAgo(8) }), await createUser()];
    const keys = [user, other].map(({ id }) => `avatars/${id}/${randomUUID()}/64.webp`);
    const store = () => Promise.all(keys.map((key) => storeFile(key, new Uint8Array([1]))));
    const areThere = async () => (await Promise.all(keys.map(findFile))).map((file) => file !== null);
    await store();
    await purge(user);
    expect(await areThere()).toEqual([false, true]);
    await store();
    await purge(user);
    expect(await areThere()).toEqual([false, true]);
  });

  it("keeps the job that does it, and is safe to repeat", async () => {
    const user = await createUser({ deletedAt: daysAgo(8) });
    const [job] = await database()`
      insert into jobs (kind, payload) values ('purge_account', jsonb_build_object('user_id', ${user.id}::text)) returning id
    `;
    await purge(user, job?.id);
    await purge(user, job?.id);
    expect(await database()`select id from jobs`).toEqual([{ id: job?.id }]);
    expect(await actionsOf(user.id)).toEqual(["account.purged"]);
  });

  it("leaves alone who was restored, or deleted less than a week ago, and who is restored meanwhile", async () => {
    const [restored, fresh, racing] = [
      await createUser(),
      await createUser({ deletedAt: daysAgo(6) }),
      await createUser({ deletedAt: daysAgo(8) }),
    ];
    await purge(restored);
    await purge(fresh);
    expect([await isThere(restored), await isThere(fresh)]).toEqual([true, true]);

    const admin = await createUser({ role: "admin" });
    const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
    const [answer] = await Promise.allSettled([
      restoreUser({ actorId: admin.id, userId: racing.id, clientInfo }),
      purge(racing),
    ]);
    expect(await isThere(racing)).toBe(answer.status === "fulfilled");
  });
});

describe("the audit trail of somebody who is purged", () => {
  async function trail() {
    const [user, admin] = [await createUser(), await createUser({ role: "admin" })];
    const secret = { email: user.email, name: "Ada Lovelace", provider: "github" };
    await database()`
      insert into audit_events (action, actor_id, subject_id, ip_address, trace_id, detail) values
        ('identity.linked', ${user.id}, ${user.id}, '198.51.100.7', 'a', ${JSON.stringify(secret)}::text::jsonb),
        ('session.refused', null, ${user.id}, '198.51.100.8', 'b', null),
        ('role.changed', ${admin.id}, ${user.id}, '203.0.113.1', 'c', '{"from":"user","to":"admin"}'),
        ('account.disabled', ${user.id}, ${admin.id}, '198.51.100.9', 'd', '{"sessions":2}'),
        ('account.disabled', ${admin.id}, ${admin.id}, '203.0.113.2', 'e', '{"email":"admin@example.com"}')
    `;
    return { user, admin };
  }

  const rows = () => database()`
    select trace_id, ip_address, detail from audit_events where trace_id in ('a', 'b', 'c', 'd', 'e') order by id
  `;

  beforeEach(() => database()`truncate audit_events`);

  it("keeps what happened, when and by whom, and no name and no address of theirs", async () => {
    const { user } = await trail();
    await database()`update users set deleted_at = now() - interval '8 days' where id = ${user.id}`;
    const before =
      await database()`select id, created_at, action, actor_id, subject_id from audit_events order by id`;
    await purge(user);
    expect(await rows()).toEqual([
      { trace_id: "a", ip_address: null, detail: { provider: "github" } },
      { trace_id: "b", ip_address: null, detail: null },
      { trace_id: "c", ip_address: "203.0.113.1", detail: { from: "user", to: "admin" } },
      { trace_id: "d", ip_address: null, detail: { sessions: 2 } },
      { trace_id: "e", ip_address: "203.0.113.2", detail: { email: "admin@example.com" } },
    ]);
    const after = await database()`
      select id, created_at, action, actor_id, subject_id from audit_events where action <> 'account.purged' order by id
    `;
    expect(after).toEqual(before);
  });

  it("is redacted for nobody who may still come back", async () => {
    const { user, admin } = await trail();
    const before = await rows();
    await database()`update users set deleted_at = now() - interval '6 days' where id = ${user.id}`;
    for (const { id } of [user, admin])
      await expect(database()`select redact_purged_person(${id})`).rejects.toThrow("not due to be purged");
    expect(await rows()).toEqual(before);
  });

  it("can be changed and deleted by nothing else", async () => {
    await trail();
    const before = await rows();
    for (const statement of [
      "update audit_events set detail = null",
      "update audit_events set ip_address = null",
      "delete from audit_events",
    ])
      await expect(database().unsafe(statement)).rejects.toThrow("append only");
    expect(await rows()).toEqual(before);
  });

  it("takes from another role than the tables' owner neither a change nor the word that it redacts", async () => {
    const { user } = await trail();
    const before = await rows();
    const role = `gatehouse_app_${process.env.VITEST_POOL_ID}`;
    await database().unsafe(`drop role if exists ${role}`);
    await database().unsafe(`create role ${role}`);
    await database().unsafe(`grant select, insert, update, delete on all tables in schema public to ${role}`);
    const asApp = (statement: string) =>
      database().begin(async (tx) => {
        await tx.unsafe(`set local role ${role}`);
        await tx`set local gatehouse.redacting = 'on'`;
        await tx.unsafe(statement);
      });
    await expect(asApp("update audit_events set detail = null")).rejects.toThrow("append only");
    await expect(asApp(`select redact_purged_person('${user.id}')`)).rejects.toThrow("permission denied");

    await database()`update users set deleted_at = now() - interval '8 days' where id = ${user.id}`;
    await database().unsafe(`grant execute on function redact_purged_person to ${role}`);
    await asApp(`select redact_purged_person('${user.id}')`);
    expect(await rows()).not.toEqual(before);
    await database().unsafe(`drop owned by ${role}`);
    await database().unsafe(`drop role ${role}`);
  });
});

describe("the time that the audit trail is kept", () => {
  const AGES = [0, 29, 31, 89, 91, 4_000];

  beforeEach(async () => {
    await database()`truncate audit_events`;
    await database()`
      insert into audit_events (action, created_at, detail)
      select 'session.started', now() - make_interval(days => age), jsonb_build_object('age', age)
      from unnest(${AGES}::int[]) age
    `;
  });

  async function keepFor(days: number | null) {
    await database()`
      insert into system_config (key, value) values ('organization', jsonb_build_object('audit_retention_days', ${days}::int))
      on conflict (key) do update set value = system_config.value || excluded.value
    `;
  }

  async function agesLeft() {
    const rows = await database()`select detail -> 'age' as age from audit_events order by created_at desc`;
    return rows.map(({ age }) => age);
  }

  afterEach(() => database()`delete from system_config where key = 'organization'`);

  it("is for ever as long as nobody has set one", async () => {
    await dropOldEvents();
    await keepFor(null);
    await dropOldEvents();
    expect(await agesLeft()).toEqual(AGES);
  });

  it("is what an administrator has set: what is older goes, and nothing else", async () => {
    await keepFor(90);
    await dropOldEvents();
    expect(await agesLeft()).toEqual([0, 29, 31, 89]);
  });

  it("is thirty days at the least, whatever somebody wrote into the table", async () => {
    await keepFor(0);
    await dropOldEvents();
    expect(await agesLeft()).toEqual([0, 29]);
  });

  it("holds for more than one batch", async () => {
    await database()`
      insert into audit_events (action, created_at) select 'session.started', now() - interval '100 days' from generate_series(1, 6000)
    `;
    await keepFor(90);
    await dropOldEvents();
    expect(await agesLeft()).toEqual([0, 29, 31, 89]);
  });
});
