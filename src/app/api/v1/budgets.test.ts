import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { inTurn, refillBudgets, spend } from "@/http/budget";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { makeTag, makeTask, patch } from "@/testing/tasks";

const api = serveApi();

beforeEach(() => {
  resetSettings();
  refillBudgets();
});

/** However slow the machine is, nothing comes back meanwhile. */
function stopTheClock() {
  vi.spyOn(performance, "now").mockReturnValue(1_000);
}

async function statuses(number: number, ask: (n: number) => Promise<Response>) {
  const answers = await Promise.all(Array.from({ length: number }, (_, n) => ask(n)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function ask(fetch: Fetch, query: string) {
  return fetch("/graphql", { json: { query } });
}

describe("what an account may ask of others' time", () => {
  it("is so many writes a minute, for itself alone, told with when to come back; reading goes on", async () => {
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "40" });
    const [busy, other] = [await signedIn(api), await signedIn(api)];
    const write = () => busy.fetch("/api/v1/tasks", { json: { title: "one of many" } });
    stopTheClock();
    expect(await statuses(50, write)).toEqual({ 201: 20, 429: 30 });
    await expect(await write()).toFailWith("RATE_LIMIT_EXCEEDED");
    expect(Number((await write()).headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await busy.fetch("/api/v1/tasks")).status).toBe(200);
    expect((await other.fetch("/api/v1/tasks", { json: { title: "of another" } })).status).toBe(201);
  });

  it("is fewer searches, and fewer questions whether a name is taken", async () => {
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "120" });
    const [searching, asking] = [await signedIn(api), await signedIn(api)];
    stopTheClock();
    const search = () => searching.fetch("/api/v1/tasks?q=lantern");
    expect(await statuses(20, search)).toEqual({ 200: 12, 429: 8 });
    const rename = (n: number) => patch(asking.fetch, "/api/v1/users/me", { username: `another.${n}` });
    expect(await statuses(8, rename)).toEqual({ 200: 2, 429: 6 });
    await expect(await patch(searching.fetch, "/api/v1/users/me", { full_name: "Any" })).toFailWith(
      "RATE_LIMIT_EXCEEDED",
    );
  });

  it("is by GraphQL what the document asks for: each page, each search and each write is counted", async () => {
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "200" });
    const [{ fetch }, other] = [await signedIn(api), await signedIn(api)];
    stopTheClock();
    const pages = Array.from({ length: 14 }, (_, n) => `a${n}: tasks(first: 100) { edges { node { id } } }`);
    const widest = `{ ${pages.join(" ")} }`;
    expect((await (await ask(fetch, widest)).json()).errors).toBeUndefined();
    const { errors } = await (await ask(fetch, widest)).json();
    expect(errors[0].extensions.code).toBe("RATE_LIMIT_EXCEEDED");
    const search = '{ tasks(filter: { q: "lantern" }) { edges { node { id } } } }';
    const many = await Promise.all(Array.from({ length: 30 }, () => ask(other.fetch, search)));
    const codes = await Promise.all(
      many.map(async (answer) => (await answer.json()).errors?.[0].extensions.code),
    );
    expect(codes).toContain("RATE_LIMIT_EXCEEDED");
    expect((await (await ask(other.fetch, "{ health }")).json()).errors).toBeUndefined();
  });

  it("fills up again evenly, and is off with 0", () => {
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "60000" });
    spend("somebody", 60_000);
    expect(() => spend("somebody", 30_000)).toThrow("RATE_LIMIT_EXCEEDED");
    const until = performance.now() + 20;
    while (performance.now() < until);
    spend("somebody", 10);
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "0" });
    spend("somebody", 1_000_000);
  });

  it("is remembered of so many accounts, the latest", () => {
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "10" });
    spend("first", 10);
    for (let n = 0; n < 10_000; n++) spend(`account ${n}`, 10);
    spend("first", 10);
    expect(() => spend("account 9999", 10)).toThrow("RATE_LIMIT_EXCEEDED");
  });

  it("is two searches at a time and twenty waiting, whatever becomes of one", async () => {
    let running = 0;
    let most = 0;
    const search = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      throw new Error("of its own doing");
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => inTurn("somebody", search)));
    expect(most).toBe(2);
    const reasons = outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason.message);
    expect(reasons.filter((reason) => reason === "of its own doing")).toHaveLength(22);
    expect(await inTurn("somebody", async () => "works again")).toBe("works again");
  });
});

describe("409 QUOTA_EXCEEDED", () => {
  it("is what the one task too many gets, exactly, however many are made at once, until there is room", async () => {
    resetSettings({ TASKS_PER_USER: "150" });
    const { user, fetch } = await signedIn(api);
    await database()`insert into tasks (user_id, title) select ${user.id}, 'old' from generate_series(1, 140)`;
    const make = () => fetch("/api/v1/tasks", { json: { title: "new" } });
    expect(await statuses(25, make)).toEqual({ 201: 10, 409: 15 });
    await expect(await make()).toFailWith("QUOTA_EXCEEDED");
    const { items } = await (await fetch("/api/v1/tasks?limit=1")).json();
    await fetch(`/api/v1/tasks/${items[0].id}`, { method: "DELETE" });
    expect((await make()).status).toBe(201);
    expect((await (await signedIn(api)).fetch("/api/v1/tasks", { json: { title: "other" } })).status).toBe(
      201,
    );
  });

  it("is what completing a recurring task gets where there is no room for the next one", async () => {
    const { fetch } = await signedIn(api);
    const task = await makeTask(fetch, { recurrence_rule: "FREQ=DAILY" });
    resetSettings({ TASKS_PER_USER: "1" });
    const complete = () => patch(fetch, `/api/v1/tasks/${task.id}`, { completed: true });
    const completeAlone = () => fetch(`/api/v1/tasks/${task.id}/completion`, { json: { completed: true } });
    await expect(await complete()).toFailWith("QUOTA_EXCEEDED");
    await expect(await completeAlone()).toFailWith("QUOTA_EXCEEDED");
    resetSettings({ TASKS_PER_USER: "2" });
    expect((await complete()).status).toBe(200);
  });

  it("is what the one tag too many gets, and 0 is no quota", async () => {
    resetSettings({ TAGS_PER_USER: "2" });
    const { fetch } = await signedIn(api);
    await makeTag(fetch, "one");
    await makeTag(fetch, "two");
    await expect(await fetch("/api/v1/tags", { json: { name: "three" } })).toFailWith("QUOTA_EXCEEDED");
    resetSettings({ TAGS_PER_USER: "0" });
    expect((await fetch("/api/v1/tags", { json: { name: "three" } })).status).toBe(201);
  });
});
