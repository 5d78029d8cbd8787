import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { MOST_IMAGE_BYTES } from "@/domain/images/schema";
import { DEFINITIONS } from "@/jobs/definitions";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, startSession } from "@/testing/factories";
import { imageOf, pixelBomb, SVG, untilRendered } from "@/testing/images";

const AVATAR = "/api/v1/users/me/avatar";
const ADDRESS = /^\/api\/v1\/users\/[0-9a-f-]{36}\/avatar\/[0-9a-f-]{36}$/;

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(() => resetSettings());

function put(fetch: Fetch, body: BodyInit, type = "image/png") {
  return untilRendered(() => fetch(AVATAR, { method: "PUT", body, headers: { "content-type": type } }));
}

async function withAvatar() {
  const person = await signedIn(api);
  const { avatar_url } = await (await put(person.fetch, await imageOf("png"))).json();
  return { ...person, url: avatar_url as string };
}

const filesOf = (userId: string) => {
  const folder = path.join(process.env.STORAGE!, "avatars", userId);
  return existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
};

/** What waits for later is not waited for here: an hour has passed. */
async function runJobs() {
  const jobs =
    await database()`select id, payload from jobs where kind = 'delete_avatar' and done_at is null`;
  const run = { jobId: "", traceId: "", signal: new AbortController().signal };
  for (const { payload } of jobs) await DEFINITIONS.delete_avatar.run(payload, run);
  await database()`delete from jobs where kind = 'delete_avatar'`;
}

describe("PUT", () => {
  it("answers the user with an address, under which everybody who is signed in finds a clean WebP", async () => {
    const { user, fetch } = await signedIn(api);
    const answer = await put(fetch, await imageOf("jpeg", { width: 900, height: 500 }), "image/jpeg");
    expect(answer.status).toBe(200);
    const { id, avatar_url } = await answer.json();
    expect(id).toBe(user.id);
    expect(avatar_url).toMatch(ADDRESS);

    const other = await signedIn(api);
    for (const [query, size] of [
      ["", 256],
      ["?size=256", 256],
      ["?size=64", 64],
    ] as const) {
      const found = await other.fetch(avatar_url + query);
      expect(Object.fromEntries(found.headers)).toMatchObject({
        "content-type": "image/webp",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, max-age=31536000, immutable",
      });
      const { format, width, height } = await sharp(await found.arrayBuffer()).metadata();
      expect({ format, width, height }).toEqual({ format: "webp", width: size, height: size });
    }
    expect((await other.fetch(avatar_url, { method: "HEAD" })).status).toBe(200);
    expect(await actionsOf(user.id)).toEqual(["profile.changed"]);
  });

  it("takes the one file of a form as well, and nothing that is less or more", async () => {
    const { fetch } = await signedIn(api);
    const form = (...parts: (string | Blob)[]) => {
      const data = new FormData();
      for (const [index, part] of parts.entries()) data.append(`part${index}`, part);
      return untilRendered(() => fetch(AVATAR, { method: "PUT", body: data }));
    };
    const image = new Blob([new Uint8Array(await imageOf("png"))], { type: "image/png" });
    expect((await form(image)).status).toBe(200);
    await expect(await form(image, image)).toFailWith("MALFORMED_REQUEST");
    await expect(await form("text")).toFailWith("MALFORMED_REQUEST");
    await expect(await form()).toFailWith("MALFORMED_REQUEST");
    const svg = new Blob([new Uint8Array(SVG)], { type: "image/svg+xml" });
    await expect(await form(svg)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    const large = new Blob([new Uint8Array(MOST_IMAGE_BYTES + 1)], { type: "image/png" });
    await expect(await form(large)).toFailWith("PAYLOAD_TOO_LARGE");
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["something else than it says", SVG],
    ["more pixels than may be", pixelBomb(9_000, 9_000)],
  ])("refuses %s, and leaves everything as it was", async (_, bytes) => {
    const { user, url, fetch } = await withAvatar();
    await expect(await put(fetch, bytes)).toFailWith("INVALID_IMAGE");
    expect((await (await fetch("/api/v1/users/me")).json()).avatar_url).toBe(url);
    expect(filesOf(user.id).filter((name) => String(name).endsWith(".webp"))).toHaveLength(2);
  });

  it("takes two megabytes and not a byte more, counted while they come", async () => {
    const { fetch } = await signedIn(api);
    const image = await imageOf("png");
    const largest = Buffer.concat([image, Buffer.alloc(MOST_IMAGE_BYTES - image.length)]);
    expect((await put(fetch, largest)).status).toBe(200);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(64 * 1024));
        if (sent === 40) controller.close();
      },
    });
    const streaming = {
      method: "PUT",
      body: endless,
      duplex: "half",
      headers: { "content-type": "image/png" },
    };
    await expect(await fetch(AVATAR, streaming as RequestInit as never)).toFailWith("PAYLOAD_TOO_LARGE");
  });

  it("says who is nobody at once, before it takes in what they send", async () => {
    const started = performance.now();
    const request = http.request(new URL(AVATAR, api.url), {
      method: "PUT",
      headers: { "content-type": "image/png", "content-length": String(MOST_IMAGE_BYTES) },
    });
    request.on("error", () => {});
    request.write(Buffer.alloc(1_000));
    const [response] = await once(request, "response");
    expect(response.statusCode).toBe(401);
    expect(performance.now() - started).toBeLessThan(10_000);
    request.destroy();
  });

  it("leaves nothing behind where an upload is broken off", async () => {
    const { user, session } = await signedIn(api);
    const request = http.request(new URL(AVATAR, api.url), {
      method: "PUT",
      headers: {
        authorization: `Bearer ${session.accessToken}`,
        "content-type": "image/png",
        "content-length": "100000",
      },
    });
    request.on("error", () => {});
    request.write(Buffer.alloc(1_000));
    await new Promise((resolve) => setTimeout(resolve, 100));
    request.destroy();
    await expect
      .poll(
        () => api.exchanges.filter(({ method, path }) => method === "PUT" && path === AVATAR).at(-1)?.status,
      )
      .toBe(400);
    expect(filesOf(user.id)).toEqual([]);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("of two at once keeps one, whole, and the other's files go", async () => {
    const { user, fetch } = await signedIn(api);
    const image = await imageOf("webp");
    const answers = await Promise.all([1, 2, 3].map(() => put(fetch, image, "image/webp")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { avatar_url } = await (await fetch("/api/v1/users/me")).json();
    await runJobs();
    expect(filesOf(user.id).sort()).toEqual(
      ["", "/256.webp", "/64.webp"].map((rest) => avatar_url.split("/").at(-1) + rest).sort(),
    );
    expect((await fetch(avatar_url)).status).toBe(200);
  });
});

it("PUT takes more out of its sender's budget than other writes", async () => {
  const { fetch } = await signedIn(api);
  resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "31" });
  const upload = () => fetch(AVATAR, { method: "PUT", body: "", headers: { "content-type": "image/png" } });
  expect((await upload()).status).not.toBe(429);
  await expect(await upload()).toFailWith("RATE_LIMIT_EXCEEDED");
});

describe("the files of an avatar that is no more", () => {
  it("are found by nobody at once, and go by a job", async () => {
    const { user, url, fetch } = await withAvatar();
    const { avatar_url } = await (await put(fetch, await imageOf("png"))).json();
    await expect(await fetch(url)).toFailWith("NOT_FOUND");
    expect((await fetch(avatar_url)).status).toBe(200);
    await runJobs();
    expect(filesOf(user.id)).toHaveLength(3);
    expect((await fetch(avatar_url)).status).toBe(200);
  });

  it("are told of by a row before they are there, so that a crash leaves none for good", async () => {
    const { user, fetch } = await signedIn(api);
    await put(fetch, await imageOf("png"));
    const jobs = await database()`
      select payload, run_at > now() + interval '50 minutes' as later from jobs where payload ->> 'user_id' = ${user.id}
    `;
    expect(jobs).toEqual([{ payload: { user_id: user.id, version: expect.any(String) }, later: true }]);
    await database()`update users set avatar_url = null where id = ${user.id}`;
    await runJobs();
    expect(filesOf(user.id)).toEqual([]);
  });
});

describe("DELETE", () => {
  it("removes it, once, and by a browser's cookie too", async () => {
    const { user, url, fetch } = await withAvatar();
    const browser = inBrowser(api, await startSession(user));
    expect((await browser(AVATAR, { method: "DELETE" })).status).toBe(204);
    expect((await fetch(AVATAR, { method: "DELETE" })).status).toBe(204);
    expect((await (await fetch("/api/v1/users/me")).json()).avatar_url).toBeNull();
    await expect(await fetch(url)).toFailWith("NOT_FOUND");
    expect(await actionsOf(user.id)).toEqual(["profile.changed", "profile.changed"]);
    await runJobs();
    expect(filesOf(user.id)).toEqual([]);
  });
});

describe("GET", () => {
  it("knows the sizes that there are, and nothing of other addresses", async () => {
    const { url, fetch } = await withAvatar();
    await expect(await fetch(`${url}?size=65`)).toFailWith("VALIDATION_ERROR", { field: "size" });
    await expect(await fetch(url.replace(/.{4}$/, "0000"))).toFailWith("NOT_FOUND");
    await expect(await fetch(url.replace(/[^/]+$/, "..%2f..%2fsecret"))).toFailWith("NOT_FOUND");
  });
});

describe("where the storage is away", () => {
  it("says so to who uploads, and everything else goes on", async () => {
    const { fetch } = await signedIn(api);
    resetSettings({
      S3_BUCKET: "files",
      S3_ENDPOINT: "http://127.0.0.1:9",
      S3_ACCESS_KEY: "key",
      S3_SECRET_KEY: "secret",
    });
    const body = await imageOf("png");
    const answer = await fetch(AVATAR, { method: "PUT", body, headers: { "content-type": "image/png" } });
    await expect(answer).toFailWith("SERVICE_UNAVAILABLE");
    expect((await (await fetch("/api/v1/users/me")).json()).avatar_url).toBeNull();
  });
});
