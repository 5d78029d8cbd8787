import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { countLiveSessions, createUser, startSession } from "@/testing/factories";

const api = serveApi();
let admin: SignedIn;

beforeAll(async () => {
  useCheapHashing();
  admin = await signedIn(api, { user: { role: "admin" } });
});

function address(userId: string, sessionId?: string) {
  return `/api/v1/admin/users/${userId}/sessions${sessionId === undefined ? "" : `/${sessionId}`}`;
}

async function list(userId: string) {
  const response = await admin.fetch(address(userId));
  expect(response.status).toBe(200);
  return (await response.json()) as { items: Record<string, unknown>[]; next_cursor: null };
}

function end(userId: string, sessionId?: string, { fetch } = admin) {
  return fetch(address(userId, sessionId), { method: "DELETE" });
}

async function revocationsOf(userId: string) {
  return database()`
    select actor_id, session_id from audit_events where subject_id = ${userId} and action = 'session.revoked' order by id
  `;
}

describe("GET", () => {
  it("lists the live sessions of somebody, the newest used first, and none of anybody else", async () => {
    const user = await createUser();
    const old = await startSession(user, {
      lastUsedAt: new Date("2026-01-01"),
      deviceInfo: "Chrome on Linux",
    });
    const recent = await startSession(user, { lastUsedAt: new Date("2026-01-02"), ipAddress: "192.0.2.7" });
    await startSession(user, { revokedAt: new Date() });
    await startSession(user, { expiresAt: new Date(Date.now() - 1) });
    const { items, next_cursor } = await list(user.id);
    expect(next_cursor).toBeNull();
    expect(items).toMatchObject([
      { id: recent.id, ip_address: "192.0.2.7", current: false },
      { id: old.id, device_info: "Chrome on Linux", current: false },
    ]);
  });

  it("marks the one of the administrator who asks", async () => {
    const { items } = await list(admin.user.id);
    expect(items).toMatchObject([{ id: admin.session.id, current: true }]);
  });

  it("knows nobody by an unknown id", async () => {
    await expect(admin.fetch(address(crypto.randomUUID()))).resolves.toFailWith("NOT_FOUND");
    await expect(admin.fetch(address("x"))).resolves.toFailWith("NOT_FOUND");
  });
});

describe("DELETE", () => {
  it("ends all of them at once, and says how many; again there are none", async () => {
    const other = await signedIn(api);
    const second = await startSession(other.user);
    await startSession(other.user, { expiresAt: new Date(Date.now() - 1) });
    const response = await end(other.user.id);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ revoked: 2 });
    await expect(other.fetch("/api/v1/auth/me")).resolves.toFailWith("SESSION_REVOKED");
    expect(await (await end(other.user.id)).json()).toEqual({ revoked: 0 });
    const events = await revocationsOf(other.user.id);
    expect(events.map(({ actor_id }) => actor_id)).toEqual([admin.user.id, admin.user.id]);
    expect(events.map(({ session_id }) => session_id).sort()).toEqual([other.session.id, second.id].sort());
  });

  it("ends one of them and leaves the rest", async () => {
    const other = await signedIn(api);
    const second = await startSession(other.user);
    expect((await end(other.user.id, second.id)).status).toBe(204);
    expect((await other.fetch("/api/v1/auth/me")).status).toBe(200);
    expect(await revocationsOf(other.user.id)).toMatchObject([
      { actor_id: admin.user.id, session_id: second.id },
    ]);
    await expect(end(other.user.id, second.id)).resolves.toFailWith("NOT_FOUND");
  });

  it("ends one of twenty at once only once", async () => {
    const user = await createUser();
    const { id } = await startSession(user);
    const answers = await Promise.all(Array.from({ length: 20 }, () => end(user.id, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array(19).fill(404)]);
    expect(await revocationsOf(user.id)).toHaveLength(1);
  });

  it("doesn't find a session under somebody else's address", async () => {
    const [user, other] = [await createUser(), await createUser()];
    const { id } = await startSession(user);
    await expect(end(other.id, id)).resolves.toFailWith("NOT_FOUND");
    expect(await countLiveSessions(user.id)).toBe(1);
  });

  it("is not for people without the role, not even for their own", async () => {
    const other = await signedIn(api);
    await expect(end(other.user.id, undefined, other)).resolves.toFailWith("FORBIDDEN");
    await expect(end(other.user.id, other.session.id, other)).resolves.toFailWith("FORBIDDEN");
    expect(await countLiveSessions(other.user.id)).toBe(1);
  });
});
