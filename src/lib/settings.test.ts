import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "./settings";
import { settingsSchema } from "./settings-schema";
import { settingsTable } from "./settings-table";

const LEAST = { DATABASE_URL: "postgres://me:pw@localhost/db", SECRET_KEY: "ab".repeat(32) };

function problemsOf(environment: Record<string, string>): string {
  try {
    readSettings({ ...LEAST, ...environment });
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
}

describe("the settings", () => {
  test("have a default wherever there can be one", () => {
    const settings = readSettings(LEAST);
    expect(settings).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      APP_URL: "http://localhost:3000",
      CORS_ORIGINS: [],
    });
    expect(settings).toMatchObject({
      JWT_ACCESS_TTL_SECONDS: 900,
      REFRESH_GRACE_SECONDS: 10,
      MAX_SESSIONS_PER_USER: 10,
    });
  });

  test("take an empty value for none", () => {
    expect(readSettings({ ...LEAST, PORT: "", CORS_ORIGINS: "", COOKIE_DOMAIN: "" })).toMatchObject({
      PORT: 3000,
    });
  });

  test("reduce APP_URL to its origin", () => {
    expect(readSettings({ ...LEAST, APP_URL: "https://app.example.com/" }).APP_URL).toBe(
      "https://app.example.com",
    );
  });

  test("read a list of origins", () => {
    const { CORS_ORIGINS } = readSettings({
      ...LEAST,
      CORS_ORIGINS: "https://a.example, http://localhost:5173",
    });
    expect(CORS_ORIGINS).toEqual(["https://a.example", "http://localhost:5173"]);
  });

  test("half of a provider is refused, and tells what the other half is", () => {
    expect(problemsOf({ AUTH_GITHUB_ID: "id" })).toContain(
      "AUTH_GITHUB_SECRET: is required beside AUTH_GITHUB_ID",
    );
    expect(problemsOf({ AUTH_OIDC_SECRET: "s" })).toContain(
      "AUTH_OIDC_ISSUER: is required beside AUTH_OIDC_SECRET",
    );
    expect(problemsOf({ AUTH_GOOGLE_ID: "id", AUTH_GOOGLE_SECRET: "s" })).toBe("");
  });

  test("a provider is asked by https, or on this machine", () => {
    const rest = { AUTH_OIDC_ID: "id", AUTH_OIDC_SECRET: "s" };
    expect(problemsOf({ ...rest, AUTH_OIDC_ISSUER: "http://id.example.com" })).toContain(
      "AUTH_OIDC_ISSUER: must be https",
    );
    expect(problemsOf({ AUTH_GITHUB_URL: "http://github.example.com" })).toContain(
      "AUTH_GITHUB_URL: must be https",
    );
    expect(problemsOf({ ...rest, AUTH_OIDC_ISSUER: "http://localhost:9000" })).toBe("");
  });

  test("a missing database and secret are told at once, each on a line", () => {
    expect(() => readSettings({})).toThrow(/SECRET_KEY: is required\n {2}DATABASE_URL: is required/);
  });

  test("a secret under 256 bits is refused, and not quoted", () => {
    const short = "c0ffee".repeat(10);
    const message = problemsOf({ SECRET_KEY: short });
    expect(message).toContain("SECRET_KEY: needs at least 64 hexadecimal characters");
    expect(message).not.toContain("c0ffee");
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["APP_URL", "ftp://example.com"],
    ["DATABASE_URL", "mysql://secretpw@host/db"],
    ["CORS_ORIGINS", "https://a.example/path"],
    ["CORS_ORIGINS", "*"],
    ["PASSWORD_HASH", "md5"],
    ["PASSWORD_MIN_LENGTH", "4"],
    ["TRUSTED_PROXY_HOPS", "-1"],
    ["LOG_LEVEL", "loud"],
    ["REDIS_URL", "http://cache"],
  ])("%s=%s is refused by name, without the value", (name, value) => {
    const message = problemsOf({ [name]: value });
    expect(message.split("\n").slice(1)).toEqual([expect.stringMatching(new RegExp(`^  ${name}: `))]);
    expect(message).not.toContain("secretpw");
  });

  test("verification is required only where mail can ask for it", () => {
    const required = { EMAIL_VERIFICATION: "required" };
    expect(problemsOf(required)).toContain("EMAIL_VERIFICATION: required needs an SMTP_URL");
    const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "accounts@example.org" };
    expect(problemsOf({ ...required, ...smtp })).toBe("");
  });

  test("more connections at boot than there may be are refused", () => {
    expect(problemsOf({ DATABASE_POOL_MIN: "9" })).toContain(
      "DATABASE_POOL_MIN: must not be above DATABASE_POOL_MAX",
    );
  });
});

describe("the documents name every setting and no other", () => {
  const names = Object.keys(settingsSchema.shape).sort();

  test(".env.example", () => {
    const lines = readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm);
    expect([...lines].map((match) => match[1]).sort()).toEqual(names);
  });

  test(".env.example starts the product as it stands, development origins commented out", () => {
    const text = readFileSync(".env.example", "utf8");
    const given = Object.fromEntries(
      [...text.matchAll(/^([A-Z][A-Z0-9_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
    );
    expect(() => readSettings({ ...LEAST, ...given })).not.toThrow();
    expect(text).toMatch(/^# CORS_ORIGINS=http:\/\/localhost:\d+/m);
  });

  test("the README's table (npm run docs:settings writes it)", () => {
    expect(readFileSync("README.md", "utf8")).toContain(settingsTable());
  });
});
