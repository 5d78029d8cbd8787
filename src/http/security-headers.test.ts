import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resetSettings } from "@/lib/settings";
import { addTransportSecurity, pageSecurityPolicy } from "./security-headers";

beforeEach(() => resetSettings());
afterEach(() => vi.unstubAllEnvs());

function transportOf(appUrl: string) {
  resetSettings({ APP_URL: appUrl });
  const headers = new Headers();
  addTransportSecurity(headers);
  return headers.get("strict-transport-security");
}

test("a browser is held to https for two years where that is our address, and never where it isn't", () => {
  expect(transportOf("https://app.example.com")).toBe("max-age=63072000; includeSubDomains");
  expect(transportOf("http://app.example.com")).toBeNull();
});

test("a page runs only scripts with its nonce, sends forms only to us and stands in nobody's frame", () => {
  const policy = pageSecurityPolicy("N0NCE").split("; ");
  expect(policy).toContain("script-src 'self' 'nonce-N0NCE' 'strict-dynamic'");
  expect(policy).toContain("style-src 'self' 'nonce-N0NCE'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.join()).not.toContain("unsafe-eval");
});

test("forms may go to the identity providers that are set up, and to no other", () => {
  resetSettings({
    AUTH_GOOGLE_ID: "id",
    AUTH_GOOGLE_SECRET: "secret",
    AUTH_OIDC_ISSUER: "https://id.example.com/realms/a",
    AUTH_OIDC_ID: "id",
    AUTH_OIDC_SECRET: "secret",
  });
  expect(pageSecurityPolicy("N0NCE").split("; ")).toContain(
    "form-action 'self' https://accounts.google.com https://id.example.com",
  );
});

test("hot reload gets what it needs, in development only", () => {
  vi.stubEnv("NODE_ENV", "development");
  expect(pageSecurityPolicy("N0NCE")).toMatch(/'unsafe-eval'.* ws:/);
});
