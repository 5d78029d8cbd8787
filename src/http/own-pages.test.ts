import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { database } from "@/db/pool";
import { tasks, users } from "@/db/tables";
import { changeNextSteps } from "@/domain/administration/next-steps";
import { resetSettings } from "@/lib/settings";
import { createUser, startSession, type TestUser } from "@/testing/factories";
import { statementsOf } from "@/testing/statements";
import { dashboard, OWN_PAGES } from "./own-pages";

const timeZone = "Asia/Kathmandu";
/** 23:59 there. */
const NOW = new Date("2026-11-18T18:14:00Z");
const MINUTE_MS = 60_000;

beforeEach(() => resetSettings());

async function somebody(overrides: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser({ timeZone, ...overrides });
  const { accessToken } = await startSession(user);
  const headers = new Headers({ cookie: `gatehouse.access=${accessToken}` });
  return { user, ask: async () => OWN_PAGES["/"]?.(headers) };
}

const change = (user: TestUser, columns: Partial<typeof users.$inferInsert>) =>
  db.update(users).set(columns).where(eq(users.id, user.id));

describe("what a dashboard is made of", () => {
  test("is the same for as long as nothing of it changes, and another for each", async () => {
    const [ada, bo] = [await somebody(), await somebody()];
    const first = await ada.ask();
    expect(first?.of).toBe((await ada.ask())?.of);
    expect(first?.secondsLeft).toBeGreaterThan(890);
    expect(first?.of).not.toBe((await bo.ask())?.of);
  });

  test.each<[string, (user: TestUser) => Promise<unknown>]>([
    ["their name", (user) => change(user, { fullName: "Ada Byron" })],
    ["their email", (user) => change(user, { email: "elsewhere@example.com" })],
    ["their role", (user) => change(user, { role: "admin" })],
    ["their picture", (user) => change(user, { avatarUrl: "/picture" })],
    ["their time zone", (user) => change(user, { timeZone: "America/Nuuk" })],
    ["that their email is verified", (user) => change(user, { emailVerifiedAt: new Date() })],
  ])("changes with %s", async (_, act) => {
    const { user, ask } = await somebody();
    const before = await ask();
    await act(user);
    const after = await ask();
    expect(after).not.toBeNull();
    expect(after?.of).not.toBe(before?.of);
  });

  test("changes for an administrator with what is yet to be seen to", async () => {
    const { ask } = await somebody({ role: "admin" });
    const before = await ask();
    await changeNextSteps({ backup: true });
    expect((await ask())?.of).not.toBe(before?.of);
  });

  test("changes at midnight where they live", async () => {
    const { user } = await somebody();
    expect(await at(user, MINUTE_MS - 1)).toBe(await at(user, 0));
    expect(await at(user, MINUTE_MS)).not.toBe(await at(user, MINUTE_MS - 1));
  });

  test("changes with each task: with a new one, its title, and when it is overdue or done", async () => {
    const { user } = await somebody();
    const states = [await at(user, 0)];
    const dueDate = new Date(NOW.getTime() + 1_000);
    await db.insert(tasks).values({ userId: user.id, title: "Oil the hinges", dueDate });
    states.push(await at(user, 0));
    await db.update(tasks).set({ title: "Oil them all" }).where(eq(tasks.userId, user.id));
    states.push(await at(user, 0), await at(user, 2_000));
    await db.update(tasks).set({ completedAt: NOW }).where(eq(tasks.userId, user.id));
    states.push(await at(user, 2_000));
    expect(new Set(states).size).toBe(5);
    expect(await at(user, 3_000)).toBe(states.at(-1));
  });

  test("takes two reads", async () => {
    const { ask } = await somebody();
    await ask();
    expect(await statementsOf(ask)).toHaveLength(2);
  });
});

describe("there is none", () => {
  test.each<[string, (user: TestUser) => Promise<unknown>]>([
    [
      "whose session ended",
      (user) => database()`update sessions set revoked_at = now() where user_id = ${user.id}`,
    ],
    ["who is disabled", (user) => change(user, { isActive: false })],
    ["who is deleted", (user) => change(user, { deletedAt: new Date() })],
  ])("for somebody %s", async (_, act) => {
    const { user, ask } = await somebody();
    expect(await ask()).not.toBeNull();
    await act(user);
    expect(await ask()).toBeNull();
  });

  test("for who has yet to verify their email, where all have to", async () => {
    const { ask } = await somebody({ emailVerifiedAt: null });
    expect(await ask()).not.toBeNull();
    resetSettings({
      EMAIL_VERIFICATION: "required",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "a@example.com",
    });
    expect(await ask()).toBeNull();
  });

  test.each(["", "gatehouse.access=", "gatehouse.access=nonsense", "gatehouse.refresh=nonsense"])(
    "with the cookies %j",
    async (cookie) => {
      expect(await OWN_PAGES["/"]?.(new Headers({ cookie }))).toBeNull();
    },
  );
});

async function at(user: TestUser, ms: number) {
  return JSON.stringify(await dashboard({ user }, new Date(NOW.getTime() + ms)));
}
