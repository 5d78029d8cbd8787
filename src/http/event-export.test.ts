import { describe, expect, it } from "vitest";
import type { NamedEvent } from "@/domain/audit/list-events";
import { exportEvents } from "./event-export";

const event: NamedEvent = {
  id: "1",
  action: "session.started",
  actor_id: null,
  actor_username: null,
  subject_id: null,
  subject_username: null,
  session_id: null,
  ip_address: null,
  trace_id: null,
  detail: null,
  created_at: new Date("2026-01-01T00:00:00Z"),
  position: "1.1",
};

/** Batches without end, and how many of them were asked for. */
function endless({ failAt = Number.POSITIVE_INFINITY } = {}) {
  const told = { batches: 0, stopped: false };
  async function* batches() {
    try {
      while (true) {
        told.batches++;
        if (told.batches === failAt) throw new Error("the database is away");
        yield [event];
      }
    } finally {
      told.stopped = true;
    }
  }
  return { told, batches: batches() };
}

describe.each(["csv", "json"] as const)("%s", (format) => {
  it("is read no further than it is written, and no more once its reader is gone", async () => {
    const { told, batches } = endless();
    const reader = (await exportEvents(batches, format)).body!.getReader();
    for (let n = 0; n < 3; n++) await reader.read();
    expect(told.batches).toBe(4);
    await reader.cancel();
    expect(told.stopped).toBe(true);
    expect(told.batches).toBe(4);
  });

  it("is no answer at all where the first batch can't be had", async () => {
    const { batches } = endless({ failAt: 1 });
    await expect(exportEvents(batches, format)).rejects.toThrow("the database is away");
  });

  it("breaks off where a later one can't be had, so that nobody takes a part for the whole", async () => {
    const { batches } = endless({ failAt: 3 });
    await expect((await exportEvents(batches, format)).text()).rejects.toThrow("the database is away");
  });
});
