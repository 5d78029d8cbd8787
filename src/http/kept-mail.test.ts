import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { queueMail } from "@/domain/mails/mails";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { createUser, setUpOrganization } from "@/testing/factories";
import { runJobs } from "@/testing/mails";

const api = serveApi();
let id = "";

beforeEach(async () => {
  resetSettings();
  await setUpOrganization();
  const user = await createUser();
  id = randomUUID();
  await inTransaction((tx) => queueMail(tx, { id, kind: "reset_link", proof: "reset", user }));
  await runJobs();
});

const read = (headers: Record<string, string> = {}) => api.fetch(`/dev/mail/${id}`, { headers });

describe("a mail that wasn't sent", () => {
  it("is shown on a loopback installation with its own database, as a page on which nothing runs", async () => {
    resetSettings({ DEV_MAIL: "local" });
    const response = await read();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none';/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toMatch(/\/reset-password\?token=[0-9a-f]{80}/);
  });

  it("isn't there for who comes by a proxy, or by another name", async () => {
    resetSettings({ DEV_MAIL: "local" });
    await expect(await read({ "x-forwarded-for": "203.0.113.1" })).toFailWith("NOT_FOUND");
    await expect(await read({ via: "1.1 proxy" })).toFailWith("NOT_FOUND");
    resetSettings({ DEV_MAIL: "local", TRUSTED_PROXY_HOPS: "1" });
    await expect(await read()).toFailWith("NOT_FOUND");
  });

  it("isn't there unless a setting says so, nor where there is a mail server, nor for an unknown id", async () => {
    await expect(await read()).toFailWith("NOT_FOUND");
    resetSettings({ DEV_MAIL: "on", SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "a@example.com" });
    await expect(await read()).toFailWith("NOT_FOUND");
    resetSettings({ DEV_MAIL: "on" });
    expect((await read()).status).toBe(200);
    id = randomUUID();
    await expect(await read()).toFailWith("NOT_FOUND");
  });

  it("that was sent isn't shown", async () => {
    resetSettings({ DEV_MAIL: "on" });
    await database()`update mails set sent_at = now()`;
    await expect(await read()).toFailWith("NOT_FOUND");
  });
});
