import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { listen } from "@/db/listen";
import { database } from "@/db/pool";
import { users } from "@/db/tables";
import { createUser } from "@/testing/factories";
import { somebody, until } from "@/testing/jobs";
import { enqueue, enqueuing, JOBS_CHANNEL } from "./enqueue";

const rows = () => database()`select kind, key, payload, run_at, trace_id from jobs order by created_at`;

beforeEach(() => database()`delete from jobs`);

describe("a job in a transaction", () => {
  it("is there when that commits, with all that was said of it", async () => {
    const payload = somebody();
    const at = new Date("2030-01-01T00:00:00Z");
    const traceId = "4b".repeat(16);
    await inTransaction((tx) => enqueue(tx, { kind: "purge_account", payload, key: "one", at, traceId }));
    expect(await rows()).toEqual([
      { kind: "purge_account", key: "one", payload, run_at: at, trace_id: traceId },
    ]);
  });

  it("is none when that is rolled back, and nobody is notified", async () => {
    const heard: string[] = [];
    // The driver says what came, which no caller of ours needs to know.
    const hear = (_channel?: string, payload = "") => heard.push(payload);
    const listener = listen(JOBS_CHANNEL, hear);
    await until(async () => {
      await database()`notify gatehouse_jobs, 'is anybody there?'`;
      return heard.length > 0;
    });
    const failing = inTransaction(async (tx) => {
      await enqueue(tx, { kind: "purge_account", payload: somebody() });
      throw new Error("on second thoughts");
    });
    await expect(failing).rejects.toThrow("on second thoughts");
    expect(await rows()).toEqual([]);
    await enqueue(db, { kind: "clean_up", payload: {}, key: "a sign that notices arrive" });
    await until(async () => heard.includes(""));
    expect(heard.filter((payload) => payload === "")).toHaveLength(1);
    await listener.stop();
  });

  it("is one by its key however often it is asked for, at once too; of another kind it is another", async () => {
    const job = { kind: "purge_account", payload: somebody(), key: "same" } as const;
    await Promise.all(Array.from({ length: 20 }, () => enqueue(db, job)));
    await enqueue(db, { kind: "clean_up", payload: {}, key: "same" });
    await enqueue(db, { ...job, key: undefined });
    await enqueue(db, { ...job, key: undefined });
    expect((await rows()).map(({ kind, key }) => [kind, key])).toEqual([
      ["purge_account", "same"],
      ["clean_up", "same"],
      ["purge_account", null],
      ["purge_account", null],
    ]);
  });

  it("takes only what its kind is told, so that nothing rides along", async () => {
    const payload = { ...somebody(), password: "a lantern on the quay" };
    await enqueue(db, { kind: "purge_account", payload });
    expect((await rows())[0]?.payload).toEqual({ user_id: payload.user_id });
    const wrong = enqueue(db, { kind: "purge_account", payload: { user_id: "nobody" } });
    await expect(wrong).rejects.toThrow();
  });
});

describe("a job in the statement of what it belongs to", () => {
  function rename(userId: string, to: string) {
    const renamed = db
      .$with("renamed")
      .as(db.update(users).set({ fullName: to }).where(eq(users.id, userId)).returning({ id: users.id }));
    const enqueued = enqueuing({
      kind: "purge_account",
      payload: sql`jsonb_build_object('user_id', ${renamed.id})`,
      key: sql`${renamed.id}::text`,
      from: renamed,
    });
    return db.with(renamed, enqueued).select().from(renamed);
  }

  it("is there for each row of it, and for none where there is none", async () => {
    const { id } = await createUser();
    await rename(crypto.randomUUID(), "Nobody");
    expect(await rows()).toEqual([]);
    await rename(id, "Ada");
    expect(await rows()).toMatchObject([{ key: id, payload: { user_id: id } }]);
  });

  it("is none where the statement fails", async () => {
    const { id } = await createUser();
    await expect(rename(id, "x".repeat(256))).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });
});
