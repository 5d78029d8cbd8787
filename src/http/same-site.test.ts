import { beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookiesOf } from "@/testing/callers";
import { createUser, PASSWORD, setUpOrganization } from "@/testing/factories";

const api = serveApi();
const FOREIGN = "https://app.example.org";
const NONE = {
  APP_URL: "https://accounts.example.com",
  CORS_ORIGINS: FOREIGN,
  COOKIE_SAME_SITE: "none",
};

beforeEach(async () => {
  resetSettings();
  await setUpOrganization();
});

async function signIn() {
  const { email } = await createUser();
  const headers = { origin: FOREIGN, "sec-fetch-site": "cross-site" };
  return api.fetch("/api/v1/auth/login", { json: { email, password: PASSWORD }, headers });
}

describe("COOKIE_SAME_SITE=none", () => {
  it("lets a browser on a listed site keep a session of its own there: set and cleared by the same words", async () => {
    resetSettings(NONE);
    const signedIn = await signIn();
    expect(signedIn.status).toBe(200);
    const names = ["access", "refresh", "device"].map((name) => `__Host-gatehouse.${name}`);
    const cookies = cookiesOf(signedIn);
    for (const name of names) {
      expect(cookies[name]![0]!.attributes).toEqual(
        expect.arrayContaining(["HttpOnly", "Partitioned", "Path=/", "SameSite=None", "Secure"]),
      );
    }
    const headers = { origin: FOREIGN, cookie: `${names[1]}=${cookies[names[1]!]![0]!.value}` };
    const signedOut = cookiesOf(await api.fetch("/api/v1/auth/logout", { method: "POST", headers }));
    for (const name of names.slice(0, 2)) {
      expect(signedOut[name]![0]!.attributes).toEqual(
        expect.arrayContaining(["Max-Age=0", "Partitioned", "SameSite=None", "Secure"]),
      );
    }
  });

  it("lets no other site in: the origin check carries it", async () => {
    resetSettings(NONE);
    const { email } = await createUser();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[]) {
      const refused = await api.fetch("/api/v1/auth/login", { json: { email, password: PASSWORD }, headers });
      await expect(refused).toFailWith("CSRF_REJECTED");
    }
  });

  it("is refused at boot without https or without a site that is listed", () => {
    for (const wrong of [{ APP_URL: "http://localhost:3000" }, { CORS_ORIGINS: "" }]) {
      expect(() => resetSettings({ ...NONE, ...wrong })).toThrow("COOKIE_SAME_SITE: none needs");
    }
  });

  it("is lax where nothing is said", async () => {
    const { email } = await createUser();
    const signedIn = await api.fetch("/api/v1/auth/login", { json: { email, password: PASSWORD } });
    const cookies = Object.values(cookiesOf(signedIn)).flat();
    expect(cookies.length).toBeGreaterThan(2);
    for (const { attributes } of cookies) {
      expect(attributes).toContain("SameSite=Lax");
      expect(attributes).not.toContain("Partitioned");
    }
  });
});
