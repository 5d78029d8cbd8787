import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { serveApi } from "@/testing/api-server";
import { signedIn } from "@/testing/callers";
import { imageOf, untilRendered } from "@/testing/images";
import { hasS3, startS3 } from "@/testing/s3";
import { resetSettings } from "./settings";
import { deleteFolder, findFile, storeFile } from "./storage";

const BYTES = new Uint8Array([1, 2, 3]);

describe.skipIf(!hasS3)("on a real S3 server", () => {
  const api = serveApi();
  let s3: Awaited<ReturnType<typeof startS3>>;

  beforeAll(async () => {
    s3 = await startS3();
  });
  beforeEach(() => resetSettings(s3.settings));
  afterEach(() => resetSettings());
  afterAll(() => s3?.stop());

  it("a file is there once it is stored, and a folder of them goes without its neighbors", async () => {
    for (const key of ["a/1/x", "a/1/y", "a/2/x"]) await storeFile(key, BYTES);
    expect(await findFile("a/1/x")).toEqual(BYTES);
    await deleteFolder("a/1");
    await deleteFolder("nowhere");
    expect(await Promise.all(["a/1/x", "a/1/y", "a/2/x"].map(findFile))).toEqual([null, null, BYTES]);
  });

  it.each([
    ["a wrong secret", { S3_SECRET_KEY: "another" }],
    ["somebody it doesn't know", { S3_ACCESS_KEY: "stranger" }],
    ["a bucket that isn't there", { S3_BUCKET: "elsewhere" }],
  ])("it refuses %s, and that is no missing file", async (_, wrong) => {
    resetSettings({ ...s3.settings, ...wrong });
    await expect(storeFile("b", BYTES)).rejects.toThrow("SERVICE_UNAVAILABLE");
    if (!("S3_BUCKET" in wrong)) await expect(findFile("b")).rejects.toThrow("SERVICE_UNAVAILABLE");
  });

  it("an avatar comes and goes like in a folder", async () => {
    const { fetch } = await signedIn(api);
    const headers = { "content-type": "image/png" };
    const put = async () =>
      untilRendered(async () =>
        fetch("/api/v1/users/me/avatar", { method: "PUT", headers, body: await imageOf("png") }),
      );
    const { avatar_url } = await (await put()).json();
    const found = await fetch(`${avatar_url}?size=64`);
    expect([found.status, found.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await found.arrayBuffer()).byteLength).toBeGreaterThan(50);
    expect((await put()).status).toBe(200);
    await expect(await fetch(avatar_url)).toFailWith("NOT_FOUND");
  });

  it("one that hangs holds no request: who needs a file is told in time, and the others notice nothing", async () => {
    const { fetch } = await signedIn(api);
    const image = await imageOf("png");
    const put = () =>
      fetch("/api/v1/users/me/avatar", {
        method: "PUT",
        headers: { "content-type": "image/png" },
        body: image,
      });
    const { avatar_url } = await (await untilRendered(put)).json();
    s3.hang();
    const began = performance.now();
    const asked = [put(), fetch(avatar_url)];
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch("/api/v1/users/me")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    for (const answer of await Promise.all(asked)) await expect(answer).toFailWith("SERVICE_UNAVAILABLE");
    expect(performance.now() - began).toBeLessThan(10_000);
    s3.goOn();
    await expect.poll(async () => (await fetch(avatar_url)).status, { timeout: 10_000 }).toBe(200);
    expect((await untilRendered(put)).status).toBe(200);
  });
});
