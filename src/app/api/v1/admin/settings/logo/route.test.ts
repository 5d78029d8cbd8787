import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { DEFINITIONS } from "@/jobs/definitions";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { setUpOrganization } from "@/testing/factories";
import { imageOf, SVG, untilRendered } from "@/testing/images";

const LOGO = "/api/v1/admin/settings/logo";
const ADDRESS = /^\/api\/v1\/organization\/logo\/[0-9a-f-]{36}$/;

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(async () => {
  resetSettings();
  await setUpOrganization();
  await database()`delete from jobs`;
  rmSync(path.join(process.env.STORAGE!, "logo"), { recursive: true, force: true });
});

function put(fetch: Fetch, body: BodyInit, type = "image/png") {
  return untilRendered(() => fetch(LOGO, { method: "PUT", body, headers: { "content-type": type } }));
}

const asAdmin = () => signedIn(api, { user: { role: "admin" } });

const files = () => {
  const folder = path.join(process.env.STORAGE!, "logo");
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function runJobs() {
  const run = { jobId: "", traceId: "", signal: new AbortController().signal };
  for (const { payload } of await database()`select payload from jobs where kind = 'delete_logo'`)
    await DEFINITIONS.delete_logo.run(payload, run);
}

describe("PUT", () => {
  it("answers the settings with an address, under which everybody finds the whole of it", async () => {
    const { user, fetch } = await asAdmin();
    const answer = await put(fetch, await imageOf("png", { width: 600, height: 200 }));
    expect(answer.status).toBe(200);
    const settings = await answer.json();
    expect(settings).toEqual({
      organization_name: "Example Ltd",
      registration: "open",
      audit_retention_days: null,
      accent_color: null,
      session_ttl_seconds: null,
      session_ttl_remember_seconds: null,
      session_idle_seconds: null,
      logo_url: expect.stringMatching(ADDRESS),
    });
    expect(await (await fetch("/api/v1/admin/settings")).json()).toEqual(settings);

    const found = await api.fetch(`${settings.logo_url}?size=64`);
    expect(Object.fromEntries(found.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "public, max-age=31536000, immutable",
    });
    const { format, width, height } = await sharp(await found.arrayBuffer()).metadata();
    expect({ format, width, height }).toEqual({ format: "webp", width: 64, height: 21 });

    const [event] =
      await database()`select action, actor_id, detail from audit_events order by id desc limit 1`;
    expect(event).toEqual({
      action: "organization.changed",
      actor_id: user.id,
      detail: { logo_url: { from: null, to: settings.logo_url } },
    });
  });

  it("replaces the one before, whose files go by a job; the name and who may join stay", async () => {
    const { fetch } = await asAdmin();
    const first = await (await put(fetch, await imageOf("png"))).json();
    const second = await (await put(fetch, await imageOf("gif"), "image/gif")).json();
    expect(second).toEqual({ ...first, logo_url: expect.stringMatching(ADDRESS) });
    await expect(await api.fetch(first.logo_url)).toFailWith("NOT_FOUND");
    await runJobs();
    expect(files()).toEqual([second.logo_url.split("/").at(-1)]);
    expect((await api.fetch(second.logo_url)).status).toBe(200);
    const json = { organization_name: "Another Ltd" };
    const renamed = await (await fetch("/api/v1/admin/settings", { method: "PATCH", json })).json();
    expect(renamed).toEqual({ ...second, ...json });
  });

  it("refuses what is no image", async () => {
    const { fetch } = await asAdmin();
    await expect(await put(fetch, SVG)).toFailWith("INVALID_IMAGE");
  });
});

describe("DELETE", () => {
  it("removes it; a second time there is nothing to do", async () => {
    const { fetch } = await asAdmin();
    const { logo_url } = await (await put(fetch, await imageOf("png"))).json();
    for (const _ of [1, 2]) expect((await fetch(LOGO, { method: "DELETE" })).status).toBe(204);
    expect((await (await fetch("/api/v1/admin/settings")).json()).logo_url).toBeNull();
    await expect(await api.fetch(logo_url)).toFailWith("NOT_FOUND");
    await runJobs();
    expect(files()).toEqual([]);
  });
});

describe("GET", () => {
  it("knows the sizes that there are", async () => {
    const { fetch } = await asAdmin();
    const { logo_url } = await (await put(fetch, await imageOf("png"))).json();
    await expect(await api.fetch(`${logo_url}?size=1`)).toFailWith("VALIDATION_ERROR", { field: "size" });
    await expect(await api.fetch(`${logo_url}?size=64&size=64`)).toFailWith("MALFORMED_REQUEST");
  });
});
