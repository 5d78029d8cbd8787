import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { closeDatabase, database } from "@/db/pool";
import { prepareBy } from "@/lib/preparation";
import { processWide } from "@/lib/process-wide.mjs";
import { giveNotice } from "@/lib/stopping.mjs";
import { checkReadiness } from "./readiness";

afterEach(async () => {
  vi.restoreAllMocks();
  await allow("off");
});

test("is said of a database that can be written to, and nothing is left there", async () => {
  expect(await checkReadiness()).toEqual({ status: "ok", checks: { database: "ok", migrations: "ok" } });
  const left = await database()`select key from system_config where key like 'readiness%'`;
  expect(left).toEqual([]);
});

test("isn't said of one that can only be read, and again as soon as it can be written to", async () => {
  await allow("on");
  await secondsLater(6);
  expect(await checkReadiness()).toMatchObject({
    status: "unavailable",
    checks: { database: "unavailable" },
  });

  await allow("off");
  expect(await checkReadiness()).toMatchObject({ status: "ok" });
});

test("isn't said before all is done that a process does at its start", async () => {
  let done = () => {};
  prepareBy(
    new Promise((resolve) => {
      done = resolve;
    }),
  );
  const answer = checkReadiness();
  const early = await Promise.race([answer, sleep(200, "not yet")]);
  expect(early).toBe("not yet");
  done();
  expect(await answer).toMatchObject({ status: "ok" });
});

test("isn't said of an instance that is about to stop", async () => {
  giveNotice();
  expect(await checkReadiness()).toEqual({
    status: "unavailable",
    checks: { database: "ok", migrations: "ok" },
  });
  processWide("leaving", () => ({ given: true })).given = false;
  expect(await checkReadiness()).toMatchObject({ status: "ok" });
});

/** As it is where a primary has become a replica. */
async function allow(readOnly: "on" | "off") {
  const [row] = await database()`select current_database() as name`;
  await database().begin(async (tx) => {
    await tx`set transaction read write`;
    await tx.unsafe(`alter database ${row?.name} set default_transaction_read_only = ${readOnly}`);
  });
  await closeDatabase();
}

/** Each write is remembered for some seconds. */
async function secondsLater(seconds: number) {
  const now = performance.now() + seconds * 1000;
  vi.spyOn(performance, "now").mockReturnValue(now);
}
