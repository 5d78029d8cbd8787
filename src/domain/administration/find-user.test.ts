import { expect, test } from "vitest";
import { createUser } from "@/testing/factories";
import { findUserId } from "./list-users";

// Whom an administrator means who types a name into the filter of the audit trail.

test("is found by the whole of an id, a username or an email, whatever the case and the space around it", async () => {
  const { id } = await createUser({ username: "Ada.L", email: "ada@example.com" });
  await createUser({ username: "Ada.Lovelace", email: "ada@example.com.au" });
  for (const typed of [id, id.toUpperCase(), "ada.l", " ADA.L ", "Ada@Example.COM"])
    expect([typed, await findUserId(typed)]).toEqual([typed, id]);
});

test("is found after the account was deleted, since the trail stays", async () => {
  const { id } = await createUser({ username: "gone", deletedAt: new Date() });
  expect(await findUserId("gone")).toBe(id);
});

test.each([
  "",
  "nobody",
  "%",
  "_".repeat(3),
  "' or true --",
  "a@",
  "\u0000",
  "\ud800",
  "00000000-0000-4000-8000-000000000000",
])("%j is nobody", async (typed) => {
  await createUser();
  expect(await findUserId(typed)).toBeNull();
});
