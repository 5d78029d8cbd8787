import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { signedIn } from "@/testing/callers";
import { startSession } from "@/testing/factories";

const api = serveApi();

beforeEach(() => resetSettings());

async function leaveAlone(sessionId: string, seconds: number) {
  await database()`
    update sessions set last_used_at = now() - make_interval(secs => ${seconds}) where id = ${sessionId}
  `;
}

describe("SESSION_IDLE_SECONDS", () => {
  it("ends a session that nobody used for that long: for its tokens, for renewal and in the list", async () => {
    resetSettings({ SESSION_IDLE_SECONDS: "300" });
    const { session, fetch } = await signedIn(api);
    await leaveAlone(session.id, 290);
    expect((await fetch("/api/v1/auth/me")).status).toBe(200);
    await leaveAlone(session.id, 301);
    await expect(await fetch("/api/v1/auth/me")).toFailWith("TOKEN_EXPIRED");
    const renewal = await api.fetch("/api/v1/auth/refresh", {
      json: { refresh_token: session.refreshToken },
    });
    await expect(renewal).toFailWith("REFRESH_TOKEN_EXPIRED");
    await expect(await fetch("/api/v1/auth/me")).toFailWith("TOKEN_EXPIRED");
  });

  it("is counted anew by each use, to the minute, and by each renewal", async () => {
    resetSettings({ SESSION_IDLE_SECONDS: "300" });
    const { session, fetch } = await signedIn(api);
    await leaveAlone(session.id, 200);
    await fetch("/api/v1/auth/me");
    await expect
      .poll(
        async () => {
          const [row] = await database()<{ fresh: boolean }[]>`
          select last_used_at > now() - interval '1 minute' as fresh from sessions where id = ${session.id}
        `;
          return row?.fresh;
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    await leaveAlone(session.id, 200);
    const renewal = await api.fetch("/api/v1/auth/refresh", {
      json: { refresh_token: session.refreshToken },
    });
    expect(renewal.status).toBe(200);
  });

  it("leaves an idle session out of the list of live ones", async () => {
    resetSettings({ SESSION_IDLE_SECONDS: "300" });
    const { user, fetch } = await signedIn(api);
    const idle = await startSession(user);
    const count = async () => (await (await fetch("/api/v1/auth/sessions")).json()).items.length;
    expect(await count()).toBe(2);
    await leaveAlone(idle.id, 301);
    expect(await count()).toBe(1);
  });

  it("0 is for ever, and less than five minutes is refused at boot", async () => {
    const { session, fetch } = await signedIn(api);
    await leaveAlone(session.id, 80_000);
    expect((await fetch("/api/v1/auth/me")).status).toBe(200);
    expect(() => resetSettings({ SESSION_IDLE_SECONDS: "299" })).toThrow(
      "SESSION_IDLE_SECONDS: must be 0, or 300 at least",
    );
  });
});
