import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { checkTemporal } from "../../scripts/launch/doctor/temporal.mjs";
import { hasTemporal, startTemporal } from "./testing/temporal-server";
import { startWorker } from "./worker";

const PATIENCE_MS = 120_000;

describe.skipIf(!hasTemporal)("doctor, at a real Temporal", () => {
  let temporal: Awaited<ReturnType<typeof startTemporal>>;
  beforeAll(async () => {
    temporal = await startTemporal();
    resetSettings({ TEMPORAL_ADDRESS: temporal.address });
  }, PATIENCE_MS);
  afterAll(async () => {
    await temporal?.stop();
    resetSettings();
  });

  it(
    "says that no worker asks for jobs, and that one does when it has started",
    async () => {
      const env = { TEMPORAL_ADDRESS: temporal.address };
      expect(await checkTemporal(env)).toEqual({
        state: "doubtful",
        what: expect.stringContaining("no worker has asked for jobs there"),
        todo: expect.stringContaining("npm run worker"),
      });
      const worker = await startWorker({});
      await expect
        .poll(() => checkTemporal(env), { timeout: 60_000, interval: 500 })
        .toEqual({
          state: "right",
          what: `TEMPORAL_ADDRESS: ${temporal.address} has the namespace default, and a worker asks for jobs there`,
        });
      worker.stop();
      await worker.ended;
    },
    PATIENCE_MS,
  );

  it("names a namespace that isn't there", async () => {
    const found = await checkTemporal({ TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: "nowhere" });
    expect(found.what).toContain(`there is no namespace nowhere at ${temporal.address}`);
  });
});
