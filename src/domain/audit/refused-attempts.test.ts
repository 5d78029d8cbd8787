import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { log } from "@/lib/log";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { signedIn } from "@/testing/callers";
import { setUpOrganization } from "@/testing/factories";
import { forgetRefusals, noteRefusal } from "./refused-attempts";

const api = serveApi();
const CLIENT = { address: "192.0.2.1", userAgent: null, traceId: "4b".repeat(16) };

beforeEach(async () => {
  resetSettings();
  forgetRefusals();
  await setUpOrganization();
  await database()`delete from attempt_counters`;
});

async function refused() {
  const rows = await database()<{ detail: { code: string; endpoint: string }; ip_address: string }[]>`
    select detail, ip_address from audit_events
    where action = 'attempt.refused' and created_at > now() - interval '1 minute' order by id
  `;
  return rows.map(({ detail, ip_address }) => `${detail.code} ${detail.endpoint} ${ip_address}`);
}

async function expectRefused(expected: string[], before: string[]) {
  await vi.waitFor(async () => expect((await refused()).slice(before.length)).toEqual(expected), {
    timeout: 15_000,
  });
}

describe("an attempt that is refused", () => {
  it("for its number or its origin is an event, one of a kind a minute from one network", async () => {
    const before = await refused();
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    const json = { email: "nobody@example.com", password: "not this one" };
    for (let n = 0; n < 6; n++) await api.fetch("/api/v1/auth/login", { json });
    await expectRefused(["RATE_LIMIT_EXCEEDED POST /api/v1/auth/login 127.0.0.1"], before);
    for (let n = 0; n < 3; n++) {
      const headers = { origin: "https://evil.example" };
      await expect(await api.fetch("/api/v1/auth/login", { json, headers })).toFailWith("CSRF_REJECTED");
    }
    await expectRefused(
      [
        "RATE_LIMIT_EXCEEDED POST /api/v1/auth/login 127.0.0.1",
        "CSRF_REJECTED POST /api/v1/auth/login 127.0.0.1",
      ],
      before,
    );
  });

  it("is one through GraphQL too, of whoever is signed in, and its code stands in the log", async () => {
    const before = await refused();
    const person = await signedIn(api);
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "1" });
    const lines = vi.spyOn(log(), "info");
    const query = '{ tasks(filter: { q: "a" }) { edges { node { id } } } }';
    const answers = [0, 1, 2].map(() => person.fetch("/graphql", { json: { query } }));
    for (const answer of await Promise.all(answers))
      expect((await answer.json()).errors[0].extensions.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(lines).toHaveBeenCalledWith(
      expect.objectContaining({ route: "/graphql", code: "RATE_LIMIT_EXCEEDED" }),
      "request",
    );
    await expectRefused(["RATE_LIMIT_EXCEEDED POST /graphql 127.0.0.1"], before);
    const [event] = await database()`
      select actor_id from audit_events where action = 'attempt.refused' order by id desc limit 1
    `;
    expect(event?.actor_id).toBe(person.user.id);
  });

  it("from other networks is one of theirs, up to thirty a minute together, and then anew", async () => {
    const before = await refused();
    const note = (address: string) =>
      noteRefusal({
        code: "INVALID_SETUP_TOKEN",
        method: "POST",
        route: "/api/v1/setup/initialize",
        clientInfo: { ...CLIENT, address },
      });
    for (let n = 0; n < 50; n++) note(`192.0.2.${n}`);
    await vi.waitFor(async () => expect((await refused()).length - before.length).toBe(30), {
      timeout: 15_000,
    });
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + 61_000);
    note("192.0.2.200");
    vi.useRealTimers();
    await vi.waitFor(
      async () =>
        expect(await refused()).toContain("INVALID_SETUP_TOKEN POST /api/v1/setup/initialize 192.0.2.200"),
      { timeout: 15_000 },
    );
  });

  it("for a typing error or for want of a session is none", async () => {
    const before = await refused();
    await api.fetch("/api/v1/auth/me");
    await api.fetch("/api/v1/auth/login", { json: {} });
    noteRefusal({ code: "MISSING_TOKEN", method: "GET", route: "/api/v1/auth/me", clientInfo: CLIENT });
    expect(await refused()).toEqual(before);
  });
});
