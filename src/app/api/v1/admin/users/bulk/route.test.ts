import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { inBrowser, postForm, type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, countLiveSessions, createUser, startSession, type TestUser } from "@/testing/factories";

const BULK = "/api/v1/admin/users/bulk";

const api = serveApi();
let admin: SignedIn;

beforeAll(useCheapHashing);
beforeEach(async () => {
  await database()`update users set role = 'user' where role = 'admin'`;
  admin = await signedIn(api, { user: { role: "admin" } });
});

function change(action: string, ids: string[], { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(BULK, { method: "POST", json: { action, ids } });
}

async function withSessions(count: number, overrides = {}): Promise<TestUser> {
  const user = await createUser(overrides);
  for (let n = 0; n < count; n++) await startSession(user);
  return user;
}

async function isActive(id: string): Promise<boolean> {
  const [row] = await database()`select is_active from users where id = ${id}`;
  return row?.is_active;
}

describe("disable 200", () => {
  it("disables all of them and ends their sessions, each with an event of its own that says how many", async () => {
    const users = [await withSessions(2), await withSessions(0), await withSessions(1)];
    const answer = await change(
      "disable",
      users.map(({ id }) => id),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ changed: 3 });
    for (const { id } of users) {
      expect(await isActive(id)).toBe(false);
      expect(await countLiveSessions(id)).toBe(0);
    }
    const events = await database()`
      select actor_id, detail from audit_events
      where action = 'account.disabled' and subject_id = any(${users.map(({ id }) => id)}::uuid[])
      order by (detail ->> 'sessions')::int
    `;
    expect(events).toEqual([0, 1, 2].map((sessions) => ({ actor_id: admin.user.id, detail: { sessions } })));
  });

  it("leaves out who is unknown, deleted or disabled already, and does the rest", async () => {
    const user = await withSessions(1);
    const disabled = await createUser({ isActive: false });
    const deleted = await createUser({ deletedAt: new Date() });
    const ids = [user.id, randomUUID(), disabled.id, deleted.id, user.id];
    expect(await (await change("disable", ids)).json()).toEqual({ changed: 1 });
    expect(await (await change("disable", ids)).json()).toEqual({ changed: 0 });
    expect(await actionsOf(user.id)).toEqual(["account.disabled"]);
    expect(await actionsOf(disabled.id)).toEqual([]);
    expect(await isActive(deleted.id)).toBe(true);
  });

  it("takes an administrator's access too, as long as it isn't the asking one's", async () => {
    const other = await withSessions(1, { role: "admin" });
    expect((await change("disable", [other.id])).status).toBe(200);
    expect(await isActive(other.id)).toBe(false);
  });

  it("leaves one administrator of two who disable each other at the same moment", async () => {
    const other = await signedIn(api, { user: { role: "admin" } });
    const answers = await Promise.all([
      change("disable", [other.user.id], admin),
      change("disable", [admin.user.id], other),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left =
      await database()`select id from users where role = 'admin' and is_active and deleted_at is null`;
    expect(left).toHaveLength(1);
  });

  it("is done to a hundred at once, by two who name them in another order", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 100; n++) ids.push((await createUser()).id);
    const answers = await Promise.all([change("disable", ids), change("disable", ids.toReversed())]);
    const changed = await Promise.all(answers.map(async (answer) => (await answer.json()).changed));
    expect(changed.toSorted()).toEqual([0, 100]);
  });
});

describe("end_sessions 200", () => {
  it("ends every session of all of them, makes their devices unknown, and leaves the accounts as they are", async () => {
    const users = [await withSessions(2), await withSessions(1), await withSessions(0)];
    const generations = () => database()`
      select device_generation from users where id = any(${users.map(({ id }) => id)}::uuid[])`;
    expect(
      await (
        await change(
          "end_sessions",
          users.map(({ id }) => id),
        )
      ).json(),
    ).toEqual({ changed: 2 });
    for (const { id } of users) {
      expect(await countLiveSessions(id)).toBe(0);
      expect(await isActive(id)).toBe(true);
    }
    expect(await actionsOf(users[0]!.id)).toEqual(["session.revoked", "session.revoked"]);
    expect((await generations()).map((row) => row.device_generation)).toEqual([1, 1, 1]);
  });
});

describe("by a form", () => {
  it("takes a checkbox for each account, and goes back to the page it came from", async () => {
    const users = [await createUser(), await createUser()];
    const checked = Object.fromEntries(users.map(({ id }) => [`user.${id}`, "on"]));
    const answer = await submit({ action: "disable", next: "/admin?sort=name", ...checked });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin?sort=name"]);
    for (const { id } of users) expect(await isActive(id)).toBe(false);
  });

  it("says on that page that nobody was chosen", async () => {
    const answer = await submit({ action: "disable" });
    expect(answer.headers.get("location")).toMatch(/^\/admin\?code=VALIDATION_ERROR&field=ids/);
  });

  function submit(fields: Record<string, string>) {
    return postForm(inBrowser(api, admin.session), BULK, fields);
  }
});

describe("403, 409, 422", () => {
  it("refuses one's own account among others, and does nothing to them", async () => {
    const user = await createUser();
    for (const id of [admin.user.id, admin.user.id.toUpperCase()]) {
      await expect(change("disable", [user.id, id])).resolves.toFailWith("OWN_ACCOUNT");
      await expect(change("end_sessions", [user.id, id])).resolves.toFailWith("OWN_ACCOUNT");
    }
    expect(await isActive(user.id)).toBe(true);
  });

  it("is for administrators", async () => {
    const other = await signedIn(api);
    await expect(change("disable", [admin.user.id], other)).resolves.toFailWith("FORBIDDEN");
  });

  it.each([
    [{ action: "delete", ids: [randomUUID()] }, "action"],
    [{ action: "disable", ids: [] }, "ids"],
    [{ action: "disable", ids: ["me"] }, "ids.0"],
    [{ action: "disable", ids: "all" }, "ids"],
    [{ action: "disable", ids: Array.from({ length: 101 }, () => randomUUID()) }, "ids"],
  ])("refuses %o", async (json, field) => {
    const answer = await admin.fetch(BULK, { method: "POST", json });
    await expect(answer).toFailWith("VALIDATION_ERROR", { field });
  });
});
