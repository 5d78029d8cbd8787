import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { inBrowser, type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, countLiveSessions, createUser, PASSWORD, startSession } from "@/testing/factories";

const api = serveApi();
let admin: SignedIn;

beforeAll(useCheapHashing);
beforeEach(async () => {
  await database()`update users set role = 'user' where role = 'admin'`;
  admin = await signedIn(api, { user: { role: "admin" } });
});

function address(id: string) {
  return `/api/v1/admin/users/${id}`;
}

function change(id: string, json: unknown, { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(address(id), { method: "PATCH", json });
}

async function eventsOf(subjectId: string) {
  return database()`
    select action, actor_id, detail, ip_address from audit_events where subject_id = ${subjectId} order by id
  `;
}

async function statusOf(id: string) {
  const [row] = await database()`select role, is_active from users where id = ${id}`;
  return { ...row };
}

describe("GET 200, 404", () => {
  it("shows somebody's account", async () => {
    const user = await createUser();
    const response = await admin.fetch(address(user.id));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ id: user.id, email: user.email, last_seen_at: null });
  });

  it("knows nobody by an id that is unknown, malformed, or of a deleted account", async () => {
    const gone = await createUser({ deletedAt: new Date() });
    for (const id of [crypto.randomUUID(), "me", gone.id]) {
      await expect(admin.fetch(address(id))).resolves.toFailWith("NOT_FOUND");
      await expect(change(id, { is_active: false })).resolves.toFailWith("NOT_FOUND");
    }
  });
});

describe("PATCH 200", () => {
  it("gives the role and takes it, for the next request of whoever it is", async () => {
    const other = await signedIn(api);
    await expect(other.fetch(address(admin.user.id))).resolves.toFailWith("FORBIDDEN");
    const given = await change(other.user.id, { role: "admin" });
    expect(given.status).toBe(200);
    expect(await given.json()).toMatchObject({ id: other.user.id, role: "admin", is_active: true });
    expect((await other.fetch(address(admin.user.id))).status).toBe(200);

    expect((await change(other.user.id, { role: "user" })).status).toBe(200);
    await expect(other.fetch(address(admin.user.id))).resolves.toFailWith("FORBIDDEN");
    expect(await eventsOf(other.user.id)).toMatchObject([
      {
        action: "role.changed",
        actor_id: admin.user.id,
        detail: { from: "user", to: "admin" },
        ip_address: "127.0.0.1",
      },
      { action: "role.changed", actor_id: admin.user.id, detail: { from: "admin", to: "user" } },
    ]);
  });

  it("disables at once: sessions, renewals and sign-in end, and enabling brings no session back", async () => {
    const other = await signedIn(api);
    await startSession(other.user);
    await startSession(other.user, { expiresAt: new Date(Date.now() - 1000) });
    const disabled = await change(other.user.id, { is_active: false });
    expect(await disabled.json()).toMatchObject({ is_active: false });

    await expect(other.fetch("/api/v1/auth/me")).resolves.toFailWith("SESSION_REVOKED");
    const renewal = { refresh_token: other.session.refreshToken };
    await expect(api.fetch("/api/v1/auth/refresh", { json: renewal })).resolves.toFailWith("SESSION_REVOKED");
    const credentials = { email: other.user.email, password: PASSWORD };
    await expect(api.fetch("/api/v1/auth/login", { json: credentials })).resolves.toFailWith(
      "INVALID_CREDENTIALS",
    );

    expect((await change(other.user.id, { is_active: true })).status).toBe(200);
    await expect(other.fetch("/api/v1/auth/me")).resolves.toFailWith("SESSION_REVOKED");
    expect((await api.fetch("/api/v1/auth/login", { json: credentials })).status).toBe(200);
    expect(await actionsOf(other.user.id)).toEqual([
      "account.disabled",
      "session.refused",
      "account.enabled",
      "session.started",
    ]);
    expect((await eventsOf(other.user.id))[0]).toMatchObject({ detail: { sessions: 2 } });
  });

  it("leaves no session alive behind a sign-in that is under way while the account is disabled", async () => {
    for (let round = 0; round < 5; round++) {
      const user = await createUser();
      const credentials = { email: user.email, password: PASSWORD };
      await Promise.all([
        ...Array.from({ length: 8 }, () => api.fetch("/api/v1/auth/login", { json: credentials })),
        change(user.id, { is_active: false }),
      ]);
      await change(user.id, { is_active: true });
      expect(await countLiveSessions(user.id)).toBe(0);
    }
  });

  it("writes nothing down where nothing changes", async () => {
    const user = await createUser();
    for (const body of [
      {},
      { role: "user" },
      { is_active: true },
      { email: "other@example.com", nonsense: 1 },
    ]) {
      expect((await change(user.id, body)).status).toBe(200);
    }
    expect(await actionsOf(user.id)).toEqual([]);
    const [row] = await database()`select email, updated_at from users where id = ${user.id}`;
    expect(row).toEqual({ email: user.email, updated_at: user.updated_at });
  });

  it("works from a page of ours, and not from another site's", async () => {
    const user = await createUser();
    const browser = inBrowser(api, admin.session);
    expect((await change(user.id, { is_active: false }, { fetch: browser })).status).toBe(200);
    const foreign = await browser(address(user.id), {
      method: "PATCH",
      json: { is_active: true },
      headers: { origin: "https://evil.example" },
    });
    await expect(foreign).toFailWith("CSRF_REJECTED");
  });
});

describe("PATCH 403, 422", () => {
  it("lets nobody give themselves the role", async () => {
    const other = await signedIn(api);
    await expect(change(other.user.id, { role: "admin" }, other)).resolves.toFailWith("FORBIDDEN");
    expect(await statusOf(other.user.id)).toEqual({ role: "user", is_active: true });
  });

  it.each([{ role: "root" }, { role: null }, { is_active: "false" }, { is_active: 0 }, []])(
    "refuses %o",
    async (body) => {
      const user = await createUser();
      await expect(change(user.id, body)).resolves.toFailWith("VALIDATION_ERROR");
    },
  );
});

describe("PATCH 409", () => {
  it("keeps the last active administrator", async () => {
    await createUser({ role: "admin", isActive: false });
    await createUser({ role: "admin", deletedAt: new Date() });
    for (const body of [{ role: "user" }, { is_active: false }, { role: "user", is_active: false }]) {
      await expect(change(admin.user.id, body)).resolves.toFailWith("LAST_ADMIN");
    }
    expect(await statusOf(admin.user.id)).toEqual({ role: "admin", is_active: true });
    expect(await countLiveSessions(admin.user.id)).toBe(1);
    expect(await actionsOf(admin.user.id)).toEqual([]);
  });

  it("lets an administrator who is disabled lose the role", async () => {
    const idle = await createUser({ role: "admin", isActive: false });
    expect((await change(idle.id, { role: "user" })).status).toBe(200);
  });

  it.each([{ role: "user" }, { is_active: false }])(
    "keeps one of ten who all do %o to each other at the same moment",
    async (body) => {
      const others = await Promise.all(
        Array.from({ length: 9 }, () => signedIn(api, { user: { role: "admin" } })),
      );
      const admins = [admin, ...others];
      const answers = await Promise.all(
        admins.map((actor, index) => change(admins[(index + 1) % admins.length]!.user.id, body, actor)),
      );
      const left =
        await database()`select id from users where role = 'admin' and is_active and deleted_at is null`;
      const refused = answers.filter(({ status }) => status !== 200);
      expect(left.length).toBeGreaterThan(0);
      expect(left).toHaveLength(refused.length);
      // Whoever's turn comes only after their own fall isn't an administrator any more.
      const reasons = ["LAST_ADMIN", "FORBIDDEN", "SESSION_REVOKED"];
      for (const answer of refused) expect(reasons).toContain((await answer.json()).code);
    },
  );

  it("keeps one of two of whom one deletes the account while the other loses the role", async () => {
    for (let round = 0; round < 5; round++) {
      await database()`update users set role = 'user' where role = 'admin'`;
      const [one, two] = [
        await signedIn(api, { user: { role: "admin" } }),
        await signedIn(api, { user: { role: "admin" } }),
      ];
      await Promise.all([
        one.fetch("/api/v1/users/me", { method: "DELETE", json: { password: PASSWORD } }),
        change(two.user.id, { role: "user" }, two),
      ]);
      const left =
        await database()`select id from users where role = 'admin' and is_active and deleted_at is null`;
      expect(left).toHaveLength(1);
    }
  });
});

describe("who was demoted while they waited for their turn", () => {
  it("acts no more: of two who demote each other at the same moment one does", async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [
        await signedIn(api, { user: { role: "admin" } }),
        await signedIn(api, { user: { role: "admin" } }),
      ];
      const answers = await Promise.all([
        change(two.user.id, { role: "user" }, one),
        change(one.user.id, { role: "user" }, two),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    }
  });
});

describe("POST unlock", () => {
  it("204: lets somebody in whose name was guessed at, and writes it down; nobody else's is there", async () => {
    const { id } = await createUser();
    expect((await admin.fetch(`${address(id)}/unlock`, { method: "POST" })).status).toBe(204);
    expect(await actionsOf(id)).toEqual(["account.unlocked"]);
    const unknown = "00000000-0000-4000-8000-000000000000";
    await expect(await admin.fetch(`${address(unknown)}/unlock`, { method: "POST" })).toFailWith("NOT_FOUND");
  });
});
