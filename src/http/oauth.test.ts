import { beforeEach, describe, expect, test } from "vitest";
import { providerName } from "@/domain/identities/providers";
import { resetSettings } from "@/lib/settings";
import { leaveFor } from "./leave";
import { startAuthorization } from "./oauth";
import { clearedOAuthStateCookies, openOAuthState, sealOAuthState } from "./oauth-state";
import { createProviderFetch } from "./provider-fetch";

const HTTPS = {
  APP_URL: "https://accounts.example.com",
  AUTH_GITHUB_ID: "id",
  AUTH_GITHUB_SECRET: "secret",
};

beforeEach(() => resetSettings(HTTPS));

test("over https the cookies of an authorization are this host's alone", async () => {
  const authorization = await startAuthorization("github");
  if ("failed" in authorization) throw new Error("It failed");
  const oauthState = await sealOAuthState({
    provider: "github",
    state: authorization.state,
    next: "/",
    linkTo: null,
  });
  for (const line of [...authorization.cookies, oauthState]) {
    expect(line).toMatch(/^__Host-gatehouse\.oauth.*; Path=\//);
    expect(line).toMatch(/; Secure/);
    expect(line).not.toMatch(/domain=/i);
  }
  expect(authorization.location.origin).toBe("https://github.com");
  expect(authorization.location.searchParams.get("redirect_uri")).toBe(
    "https://accounts.example.com/api/auth/callback/github",
  );
  for (const line of clearedOAuthStateCookies()) expect(line).toMatch(/^__Host-.*Max-Age=0/);
});

test("an OAuth state is opened for its provider and its state only, and leads to a path of ours", async () => {
  const line = await sealOAuthState({
    provider: "github",
    state: "s",
    next: "//evil.example",
    linkTo: "sid",
  });
  const headers = new Headers({ cookie: line.split(";")[0] ?? "" });
  expect(await openOAuthState(headers, { provider: "github", state: "s" })).toEqual({
    provider: "github",
    state: "s",
    next: "/",
    linkTo: "sid",
  });
  expect(await openOAuthState(headers, { provider: "oidc", state: "s" })).toBeNull();
  expect(await openOAuthState(headers, { provider: "github", state: "t" })).toBeNull();
  expect(await openOAuthState(headers, { provider: "github", state: undefined })).toBeNull();
});

describe("leaving for a provider", () => {
  test("is a redirect where the page's policy names it", () => {
    const { status, headers } = leaveFor(new URL("https://github.com/x"), {
      named: "https://github.com",
      cookies: ["a=b"],
    });
    expect([status, headers.get("location"), headers.get("set-cookie")]).toEqual([
      303,
      "https://github.com/x",
      "a=b",
    ]);
  });

  test("is a page that leads on where it doesn't, and nothing in the address breaks out of it", async () => {
    const response = leaveFor(new URL('https://login.example/?a="><script>&b=1'), {
      named: "https://id.example",
      cookies: [],
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('content="0; url=https://login.example/?a=%22%3E%3Cscript%3E&amp;b=1"');
    expect(page).not.toContain("<script");
  });
});

test("nothing is sent to a provider in the clear", async () => {
  const provider = createProviderFetch();
  await expect(provider.fetch("http://id.example.com/token")).rejects.toThrow("not https");
  expect(provider.wasUnreachable()).toBe(false);
});

test("a provider has a name also without one in the settings, and once it is gone", () => {
  expect(["github", "google", "oidc", "gone"].map(providerName)).toEqual([
    "GitHub",
    "Google",
    "OpenID Connect",
    "gone",
  ]);
  const oidc = { AUTH_OIDC_ISSUER: "https://id.example.com/a", AUTH_OIDC_ID: "i", AUTH_OIDC_SECRET: "s" };
  resetSettings(oidc);
  expect(providerName("oidc")).toBe("id.example.com");
});
