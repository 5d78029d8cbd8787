import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, createUser, forgetEverything } from "@/testing/factories";
import { EMAIL, everybody, FIRST_ADMIN, PASSWORD, seed } from "@/testing/first-admin";
import { seedAdmin } from "./seed-admin";

// What starts a process of its own for it is in seed-admin.long.test.ts.

const api = serveApi();

beforeEach(async () => {
  useCheapHashing();
  resetSettings();
  await forgetEverything();
});

function signIn(email = EMAIL, password = PASSWORD) {
  return api.fetch("/api/v1/auth/login", { json: { email, password } });
}

describe("npm run seed:admin", { timeout: 60_000 }, () => {
  it("makes the administrator beside a finished setup, and only that", async () => {
    await createUser({ role: "admin", username: "earlier" });
    const ran = await seed({
      ...FIRST_ADMIN,
      FIRST_ADMIN_USERNAME: "the.boss",
      ORGANIZATION_NAME: "Other Ltd",
    });
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/^Made the administrator/) });
    const people = await everybody();
    expect(people).toContainEqual({
      email: EMAIL,
      username: "the.boss",
      role: "admin",
      organization: "Example Ltd",
    });
    expect(people).toHaveLength(2);
    expect((await signIn()).status).toBe(200);
  });

  it.each([
    ["registered first", {}],
    ["is disabled", { role: "admin", isActive: false }],
    ["has deleted the account", { role: "admin", deletedAt: new Date() }],
  ] as const)("makes nobody an administrator who %s", async (_who, status) => {
    const user = await createUser({ email: EMAIL, ...status });
    const ran = await seed();
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/not an active administrator/) });
    const [row] = await database()`select role, is_active, deleted_at from users where id = ${user.id}`;
    expect(row).toMatchObject({ role: user.role, is_active: user.is_active });
    expect(await everybody()).toHaveLength(1);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it.each(["set up", "added"] as const)(
    "is one when twenty are at it in one process: %s",
    async (outcome) => {
      if (outcome === "added") await createUser({ role: "admin", email: "earlier@example.com" });
      const given = { organization_name: "Ворота", admin_email: EMAIL, admin_password: PASSWORD };
      const clientInfo = { address: null, userAgent: null, traceId: "0".repeat(32) };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => seedAdmin(given, clientInfo)));
      expect(outcomes.sort()).toEqual([outcome, ...Array(19).fill("present")].sort());
      expect(await everybody()).toHaveLength(outcome === "added" ? 2 : 1);
      const namesake = { ...given, admin_email: "boss@example.org" };
      await expect(seedAdmin(namesake, clientInfo)).rejects.toMatchObject({
        code: "USERNAME_ALREADY_EXISTS",
      });
      expect(await everybody()).toHaveLength(outcome === "added" ? 2 : 1);
    },
  );

  it.each([
    [
      "nothing given",
      { FIRST_ADMIN_EMAIL: "", FIRST_ADMIN_PASSWORD: "" },
      /_EMAIL: is required\n.*_PASSWORD: is required/,
    ],
    [
      "all of it wrong",
      { FIRST_ADMIN_EMAIL: "boss", FIRST_ADMIN_PASSWORD: "Zq7!x", FIRST_ADMIN_USERNAME: "the boss" },
      /_EMAIL: Enter a valid email.*\n.*_USERNAME: Use 3 to 50.*\n.*_PASSWORD: .*at least 8 characters/,
    ],
    ["a common password", { FIRST_ADMIN_PASSWORD: "password123" }, /_PASSWORD: .*too easy to guess/],
    ["the email for password", { FIRST_ADMIN_PASSWORD: EMAIL }, /_PASSWORD: .*too easy to guess/],
  ])("says what is wrong with %s, and makes nothing", async (_what, settings, told) => {
    const ran = await seed({ ...FIRST_ADMIN, ...settings });
    expect(ran).toMatchObject({ code: 1, output: "", problems: expect.stringMatching(told) });
    expect(await everybody()).toEqual([]);
  });

  it("says whose the username is not", async () => {
    await createUser({ username: "Boss" });
    const ran = await seed();
    expect(ran).toMatchObject({
      code: 1,
      problems: expect.stringContaining("FIRST_ADMIN_USERNAME: This username is taken"),
    });
    expect(await everybody()).toHaveLength(1);
  });
});
