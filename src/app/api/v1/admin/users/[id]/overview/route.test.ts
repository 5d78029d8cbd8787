import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { identities } from "@/db/tables";
import { makeProof } from "@/domain/proofs/proofs";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser } from "@/testing/factories";

const api = serveApi();
let admin: SignedIn;

beforeAll(async () => {
  useCheapHashing();
  admin = await signedIn(api, { user: { role: "admin" } });
});

async function overviewOf(id: string) {
  const response = await admin.fetch(`/api/v1/admin/users/${id}/overview`);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.json();
}

async function prove(userId: string, purpose: "reset" | "not_me" | "change_email", address: string | null) {
  await inTransaction((tx) => makeProof(tx, { id: crypto.randomUUID(), purpose, userId, address }));
}

it("says by what somebody gets in, and shows neither a hash nor what a provider knows them by", async () => {
  const user = await createUser();
  await db
    .insert(identities)
    .values({ userId: user.id, type: "oauth", provider: "github", providerAccountId: "secret-7" } as never);
  const overview = await overviewOf(user.id);
  expect(overview).toMatchObject({
    user: { id: user.id, deleted_at: null },
    has_password: true,
    identities: [{ provider: "github", name: "GitHub" }],
    proofs: [],
  });
  expect(JSON.stringify(overview)).not.toMatch(/secret-7|argon2|hashed/);
  const linked = await createUser({ password: null });
  expect(await overviewOf(linked.id)).toMatchObject({ has_password: false, identities: [{}] });
});

it("lists the links that are still good, with where they went, and none of what is used, expired, an alert's or another's", async () => {
  const [user, other] = [await createUser(), await createUser()];
  await prove(user.id, "change_email", "new:address@example.org");
  await prove(user.id, "reset", null);
  await prove(user.id, "not_me", user.email);
  await prove(other.id, "reset", other.email);
  await database()`update verification_tokens set expires = now() + interval '1 minute' where identifier like 'reset:%'`;
  const { proofs } = await overviewOf(user.id);
  expect(proofs).toEqual([
    { purpose: "reset", email: null, expires_at: expect.any(String) },
    { purpose: "change_email", email: "new:address@example.org", expires_at: expect.any(String) },
  ]);
  await database()`update verification_tokens set expires = now() where identifier like 'reset:%'`;
  expect((await overviewOf(user.id)).proofs).toHaveLength(1);
});

it("is there for a deleted account, which can be restored from it", async () => {
  const gone = await createUser({ deletedAt: new Date() });
  expect((await overviewOf(gone.id)).user).toMatchObject({ id: gone.id, deleted_at: expect.any(String) });
});
