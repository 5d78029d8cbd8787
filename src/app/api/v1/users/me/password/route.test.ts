import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf, type Fetch, inBrowser, signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, countLiveSessions, PASSWORD, startSession } from "@/testing/factories";

const CHANGE = "/api/v1/users/me/password";
const NEW = "another lantern, further out";

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(() => resetSettings());

function change(fetch: Fetch, json: unknown = { current_password: PASSWORD, new_password: NEW }) {
  return fetch(CHANGE, { method: "PUT", json });
}

function renew(refresh_token: string) {
  return api.fetch("/api/v1/auth/refresh", { json: { refresh_token } });
}

function login(email: string, password: string) {
  return api.fetch("/api/v1/auth/login", { json: { email, password } });
}

describe("200", () => {
  it("the new password opens, the old one doesn't; what was out before is dead, and this session goes on as another", async () => {
    const { user, session, fetch } = await signedIn(api);
    const others = [await startSession(user), await startSession(user)];
    const response = await change(fetch);
    expect(response.status).toBe(200);
    expect(Object.keys(cookiesOf(response))).toEqual(["gatehouse.access", "gatehouse.refresh"]);
    const { access_token, refresh_token, ...rest } = await response.json();
    expect(rest).toEqual({ token_type: "bearer", expires_in: 900 });
    expect((await withBearer(api, access_token)("/api/v1/auth/me")).status).toBe(200);
    expect((await renew(refresh_token)).status).toBe(200);
    await expect(await renew(session.refreshToken)).toFailWith("SESSION_REVOKED");
    expect((await renew(refresh_token)).status).toBe(200);
    for (const other of [session, ...others]) {
      await expect(await withBearer(api, other.accessToken)("/api/v1/auth/me")).toFailWith("SESSION_REVOKED");
    }
    await expect(await login(user.email, PASSWORD)).toFailWith("INVALID_CREDENTIALS");
    expect((await login(user.email, NEW)).status).toBe(200);
    expect(await actionsOf(user.id)).toEqual(["password.changed", "session.refused", "session.started"]);
  });

  it("sets a first password without a current one, where none is set yet", async () => {
    const { user, fetch } = await signedIn(api, { user: { password: null } });
    expect((await change(fetch, { new_password: NEW })).status).toBe(200);
    expect((await login(user.email, NEW)).status).toBe(200);
    const again = withBearer(api, (await startSession(user)).accessToken);
    await expect(await change(again, { new_password: "yet another one" })).toFailWith("WRONG_PASSWORD");
  });

  it("works from a page of ours in a browser, and from no other", async () => {
    const { session } = await signedIn(api);
    const evil = { origin: "https://evil.example" };
    const init = { method: "PUT", json: { current_password: PASSWORD, new_password: NEW } };
    await expect(await inBrowser(api, session)(CHANGE, { ...init, headers: evil })).toFailWith(
      "CSRF_REJECTED",
    );
    expect((await inBrowser(api, session)(CHANGE, init)).status).toBe(200);
  });
});

describe("422", () => {
  it("WRONG_PASSWORD where the current one is wrong, empty or missing; nothing has changed", async () => {
    const { user, fetch } = await signedIn(api);
    await startSession(user);
    for (const current_password of ["not this one", "", undefined]) {
      await expect(await change(fetch, { current_password, new_password: NEW })).toFailWith(
        "WRONG_PASSWORD",
        {
          field: "current_password",
        },
      );
    }
    expect(await countLiveSessions(user.id)).toBe(2);
    expect((await login(user.email, PASSWORD)).status).toBe(200);
  });

  it.each([
    ["PASSWORD_TOO_SHORT", "short"],
    ["PASSWORD_TOO_LONG", "x1".repeat(65)],
    ["PASSWORD_TOO_COMMON", "password123"],
    ["VALIDATION_ERROR", "nul\0 within"],
    ["VALIDATION_ERROR", null],
    ["VALIDATION_ERROR", 12345678],
  ] as const)("%s for %j", async (code, new_password) => {
    const { fetch } = await signedIn(api);
    await expect(await change(fetch, { current_password: PASSWORD, new_password })).toFailWith(code, {
      field: "new_password",
    });
  });

  it("PASSWORD_TOO_COMMON for one's own name costs no attempt either", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    await database()`delete from attempt_counters`;
    const { user, fetch } = await signedIn(api);
    for (const new_password of [user.email, user.email.toUpperCase(), `${user.username}-2026!`]) {
      await expect(await change(fetch, { current_password: PASSWORD, new_password })).toFailWith(
        "PASSWORD_TOO_COMMON",
        { field: "new_password" },
      );
    }
    expect((await change(fetch)).status).toBe(200);
  });
});

describe("races", () => {
  it("of twenty changes at once by one password one wins, with one event", async () => {
    const { user, fetch } = await signedIn(api);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        change(fetch, { current_password: PASSWORD, new_password: `${NEW} ${n}` }),
      ),
    );
    const won = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []));
    expect(won).toHaveLength(1);
    // Who asks once it is done has a session that is over.
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      await expect(answer).toFailWith(answer.status === 401 ? "SESSION_REVOKED" : "WRONG_PASSWORD");
    }
    expect((await login(user.email, `${NEW} ${won[0]}`)).status).toBe(200);
    expect((await actionsOf(user.id)).filter((action) => action === "password.changed")).toHaveLength(1);
  });

  it("a sign-in by the old password that races the change leaves no session alive", async () => {
    for (let round = 0; round < 15; round++) {
      const { user, fetch } = await signedIn(api);
      const logins = Array.from({ length: 4 }, () => login(user.email, PASSWORD));
      const [changed] = await Promise.all([change(fetch), ...logins]);
      expect(changed!.status).toBe(200);
      expect(await countLiveSessions(user.id)).toBe(1);
      const { access_token } = await changed!.json();
      expect((await withBearer(api, access_token)("/api/v1/auth/me")).status).toBe(200);
    }
  });
});
