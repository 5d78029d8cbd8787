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

function remove(id: string, { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(`/api/v1/admin/users/${id}`, { method: "DELETE" });
}

function restore(id: string, { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(`/api/v1/admin/users/${id}/restore`, { method: "POST" });
}

function signIn(email: string) {
  return api.fetch("/api/v1/auth/login", { json: { email, password: PASSWORD } });
}

async function idsOf(query: string): Promise<string[]> {
  const page = await (await admin.fetch(`/api/v1/admin/users?limit=100${query}`)).json();
  return page.items.map(({ id }: { id: string }) => id);
}

describe("DELETE 204", () => {
  it("ends the account at once, and says who did it", async () => {
    const other = await signedIn(api);
    await startSession(other.user);
    expect((await remove(other.user.id)).status).toBe(204);
    await expect(other.fetch("/api/v1/auth/me")).resolves.toFailWith("SESSION_REVOKED");
    await expect(signIn(other.user.email)).resolves.toFailWith("INVALID_CREDENTIALS");
    expect(await countLiveSessions(other.user.id)).toBe(0);
    const [event] = await database()`
      select action, actor_id from audit_events where subject_id = ${other.user.id} order by id limit 1
    `;
    expect(event).toEqual({ action: "account.deleted", actor_id: admin.user.id });
  });

  it("is one deletion however often it is asked for at once", async () => {
    const user = await createUser();
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => remove(user.id)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([204, ...Array(19).fill(404)]);
    expect(await actionsOf(user.id)).toEqual(["account.deleted"]);
  });

  it("leaves no session alive behind a sign-in that is under way", async () => {
    const user = await createUser();
    await Promise.all([...Array.from({ length: 8 }, () => signIn(user.email)), remove(user.id)]);
    expect(await countLiveSessions(user.id)).toBe(0);
  });
});

describe("DELETE 403, 404, 409", () => {
  it("is for administrators, from pages of ours", async () => {
    const other = await signedIn(api);
    const user = await createUser();
    await expect(remove(user.id, other)).resolves.toFailWith("FORBIDDEN");
    await expect(restore(user.id, other)).resolves.toFailWith("FORBIDDEN");
    const foreign = { method: "DELETE", headers: { origin: "https://evil.example" } };
    const answer = await inBrowser(api, admin.session)(`/api/v1/admin/users/${user.id}`, foreign);
    await expect(answer).toFailWith("CSRF_REJECTED");
  });

  it("knows nobody by an id that is unknown or malformed", async () => {
    for (const id of [crypto.randomUUID(), "me"]) {
      await expect(remove(id)).resolves.toFailWith("NOT_FOUND");
      await expect(restore(id)).resolves.toFailWith("NOT_FOUND");
    }
  });

  it("keeps the last active administrator, and of two who delete each other one", async () => {
    await createUser({ role: "admin", isActive: false });
    await expect(remove(admin.user.id)).resolves.toFailWith("LAST_ADMIN");
    const other = await signedIn(api, { user: { role: "admin" } });
    await Promise.all([remove(other.user.id, admin), remove(admin.user.id, other)]);
    const left = await database()`
      select id from users where role = 'admin' and is_active and deleted_at is null
    `;
    expect(left).toHaveLength(1);
  });

  it("lets an administrator who is disabled go", async () => {
    const idle = await createUser({ role: "admin", isActive: false });
    expect((await remove(idle.id)).status).toBe(204);
  });
});

describe("POST restore 200", () => {
  it("gives the account back as it was, but for its sessions", async () => {
    const other = await signedIn(api);
    await remove(other.user.id);
    const answer = await restore(other.user.id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({ id: other.user.id, deleted_at: null, is_active: true });
    await expect(other.fetch("/api/v1/auth/me")).resolves.toFailWith("SESSION_REVOKED");
    expect((await signIn(other.user.email)).status).toBe(200);
    expect((await actionsOf(other.user.id)).slice(-2)).toEqual(["account.restored", "session.started"]);
  });

  it("changes nothing where nothing is deleted, and is one restoration however often it is asked for", async () => {
    const user = await createUser({ deletedAt: new Date() });
    const answers = await Promise.all(Array.from({ length: 10 }, () => restore(user.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await actionsOf(user.id)).toEqual(["account.restored"]);
  });

  it("finds whom it is for among the deleted ones, who are in no other list", async () => {
    const gone = await createUser({ deletedAt: new Date() });
    const there = await createUser();
    const deleted = await idsOf("&is_deleted=true");
    expect(deleted).toContain(gone.id);
    expect(deleted).not.toContain(there.id);
    for (const query of ["", "&is_deleted=false"]) {
      expect(await idsOf(query)).not.toContain(gone.id);
      expect(await idsOf(query)).toContain(there.id);
    }
  });
});
