import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { resetSettings } from "./settings";
import { deleteFolder, findFile, storeFile } from "./storage";

afterEach(() => resetSettings());

const BYTES = new Uint8Array([1, 2, 3]);

describe("the folder", () => {
  it("gives back what was stored, and nothing else", async () => {
    await storeFile("a/b/1", BYTES);
    expect(await findFile("a/b/1")).toEqual(BYTES);
    expect(await findFile("a/b/2")).toBeNull();
    expect(await findFile("nowhere/1")).toBeNull();
  });

  it("loses a folder with all that is in it, and leaves its neighbors", async () => {
    for (const key of ["x/1/a", "x/1/b", "x/2/a"]) await storeFile(key, BYTES);
    await deleteFolder("x/1");
    await deleteFolder("x/nowhere");
    expect(await Promise.all(["x/1/a", "x/1/b", "x/2/a"].map(findFile))).toEqual([null, null, BYTES]);
  });

  it("that can't be written to is a service that is away", async () => {
    const file = path.join(process.env.STORAGE!, "no-folder");
    writeFileSync(file, "");
    resetSettings({ STORAGE: path.join(file, "files") });
    await expect(storeFile("a", BYTES)).rejects.toThrow("SERVICE_UNAVAILABLE");
    rmSync(file);
  });

  it("never gives a way out of itself", async () => {
    await expect(findFile("../../etc/passwd")).rejects.toThrow("SERVICE_UNAVAILABLE");
  });
});

describe("a bucket", () => {
  const bucket = {
    S3_BUCKET: "files",
    S3_ACCESS_KEY: "key",
    S3_SECRET_KEY: "secret",
    S3_FORCE_PATH_STYLE: "on",
  };

  it("that nobody answers for is a service that is away, soon", async () => {
    resetSettings({ ...bucket, S3_ENDPOINT: "http://127.0.0.1:9" });
    await expect(findFile("a")).rejects.toThrow("SERVICE_UNAVAILABLE");
  });
});
