import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "@/testing/jobs";
import { hasTemporal, startTemporal } from "./testing/temporal-server";

const PATIENCE_MS = 120_000;

/** What is a secret is told by the name of a file, as Compose does it. */
const SECRETS = ["SECRET_KEY", "DATABASE_URL"];

const SETTINGS = { ENV_FILE: "", LOG_LEVEL: "info", LOG_FORMAT: "json" };

describe.skipIf(!hasTemporal)("the worker's program, started by itself as in its image", () => {
  let temporal: Awaited<ReturnType<typeof startTemporal>>;
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-worker-"));
  beforeAll(async () => {
    temporal = await startTemporal();
  }, PATIENCE_MS);
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    await temporal?.stop();
    rmSync(folder, { recursive: true });
  });

  function start(env: Record<string, string | undefined>) {
    const preload = ["--import", "tsx", "--import", "./scripts/develop/server-only.mjs"];
    const child = spawn(process.execPath, [...preload, "worker/src/main.ts"], {
      env: { ...process.env, ...SETTINGS, TEMPORAL_ADDRESS: temporal.address, ...env },
    });
    children.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    return { child, output: () => output, ended: once(child, "exit") };
  }

  it(
    "runs on settings that come from files, and its first line names them",
    async () => {
      const env: Record<string, string | undefined> = {};
      for (const name of SECRETS) {
        const file = path.join(folder, name);
        writeFileSync(file, `${process.env[name]}\n`);
        Object.assign(env, { [name]: undefined, [`${name}_FILE`]: file });
      }
      const { child, output, ended } = start(env);
      await until(async () => child.exitCode !== null || output().includes("the worker runs"));
      expect(output()).toContain("the worker runs");
      child.kill("SIGTERM");
      await ended;
      const [first] = output().split("\n");
      const { msg, settings } = JSON.parse(first ?? "{}");
      expect(msg).toBe("the worker starts");
      expect(settings.split(", ")).toEqual(expect.arrayContaining([...SECRETS, "TEMPORAL_ADDRESS"]));
    },
    PATIENCE_MS,
  );

  it(
    "is told to stop while it waits for Temporal, and does",
    async () => {
      const { child, output, ended } = start({ TEMPORAL_ADDRESS: "127.0.0.1:1" });
      await until(async () => child.exitCode !== null || output().includes("the worker waits"));
      child.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
    },
    PATIENCE_MS,
  );

  it(
    "ends with the name of the file's setting where the file isn't there",
    async () => {
      const { output, ended } = start({ SECRET_KEY: undefined, SECRET_KEY_FILE: path.join(folder, "none") });
      const [code] = await ended;
      expect(code).toBe(1);
      expect(output()).toBe("The settings are not right:\n  SECRET_KEY_FILE: there is no such file\n");
    },
    PATIENCE_MS,
  );
});
