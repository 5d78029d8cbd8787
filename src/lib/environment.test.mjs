import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { EnvironmentError, resolveEnvironment } from "./environment.mjs";
import { SETTING_NAMES } from "./setting-names.mjs";
import { settingsSchema } from "./settings-schema";

const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} content */
function file(name, content) {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

/** @param {Record<string, string | undefined>} given */
function resolve(given) {
  /** @type {Record<string, string | undefined>} */
  const env = { ENV_FILE: "", ...given };
  resolveEnvironment(env);
  return env;
}

/** @param {Record<string, string | undefined>} given */
function problems(given) {
  try {
    resolve(given);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return /** @type {EnvironmentError} */ (error).problems;
  }
}

test("Next reads no .env file after us", () => {
  const { __NEXT_PROCESSED_ENV } = resolve({});
  vi.stubEnv("__NEXT_PROCESSED_ENV", __NEXT_PROCESSED_ENV);
  file(".env.test", "READ_BY_NEXT=yes\n");
  const { loadEnvConfig } = createRequire(createRequire(import.meta.url).resolve("next"))("@next/env");
  loadEnvConfig(folder, false);
  expect(process.env).not.toHaveProperty("READ_BY_NEXT");
  vi.unstubAllEnvs();
});

test("the list of names is the schema's", () => {
  expect([...SETTING_NAMES].sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

describe("what counts", () => {
  test("the environment stands above the YAML, that above .env", () => {
    const CONFIG_FILE = file("config.yaml", "PORT: 2\nHOST: yaml\n");
    const ENV_FILE = file("env", "PORT=3\nHOST=dotenv\nLOG_LEVEL=debug\n");
    expect(resolve({ PORT: "1", CONFIG_FILE, ENV_FILE })).toMatchObject({
      PORT: "1",
      HOST: "yaml",
      LOG_LEVEL: "debug",
    });
  });

  test("an empty value counts as not given", () => {
    const CONFIG_FILE = file("empty.yaml", "PORT: 2\nHOST:\n");
    const ENV_FILE = file("empty-env", "HOST=dotenv\n");
    expect(resolve({ PORT: "", CONFIG_FILE, ENV_FILE })).toMatchObject({ PORT: "2", HOST: "dotenv" });
  });

  test("a value comes from the file that NAME_FILE names, without its last line break", () => {
    const SECRET_KEY_FILE = file("secret", `${"5e".repeat(32)}\n`);
    expect(resolve({ SECRET_KEY_FILE }).SECRET_KEY).toBe("5e".repeat(32));
    const windows = file("windows", "top \r\n");
    expect(resolve({ FIRST_ADMIN_PASSWORD_FILE: windows }).FIRST_ADMIN_PASSWORD).toBe("top ");
  });

  test("a NAME_FILE in the environment stands above a plain value in .env", () => {
    const ENV_FILE = file("plain-env", "ORGANIZATION_NAME=dotenv\n");
    const ORGANIZATION_NAME_FILE = file("name", "file");
    expect(resolve({ ORGANIZATION_NAME_FILE, ENV_FILE }).ORGANIZATION_NAME).toBe("file");
  });

  test("YAML stays the text it is: a key of digits, no, a list, a date", () => {
    const digits = "01".repeat(40);
    const CONFIG_FILE = file(
      "typed.yaml",
      `SECRET_KEY: ${digits}\nORGANIZATION_NAME: no\nCOOKIE_DOMAIN: 2026-01-01\nCORS_ORIGINS:\n  - https://a.example\n  - https://b.example\n`,
    );
    expect(resolve({ CONFIG_FILE })).toMatchObject({
      SECRET_KEY: digits,
      ORGANIZATION_NAME: "no",
      COOKIE_DOMAIN: "2026-01-01",
      CORS_ORIGINS: "https://a.example,https://b.example",
    });
  });

  test("what .env says beyond the settings is there too, and nothing is expanded in it", () => {
    const ENV_FILE = file("more-env", "NEXT_PUBLIC_COLOUR='red$PATH'\n");
    expect(resolve({ ENV_FILE })).toMatchObject({ NEXT_PUBLIC_COLOUR: "red$PATH" });
  });

  test("variables that only look like ours are left alone", () => {
    expect(resolve({ SSL_CERT_FILE: "/no/such/file" })).toMatchObject({ SSL_CERT_FILE: "/no/such/file" });
  });

  test("a second time changes nothing", () => {
    const env = resolve({
      CONFIG_FILE: file("again.yaml", "PORT: 2\n"),
      ORGANIZATION_NAME_FILE: file("again", "Ours"),
    });
    const once = { ...env };
    resolveEnvironment(env);
    expect(env).toEqual(once);
    expect(env).not.toHaveProperty("ORGANIZATION_NAME_FILE");
    expect(env).not.toHaveProperty("CONFIG_FILE");
  });
});

describe("what is wrong is told together, a line each, by the name and never by the value", () => {
  test("files that are missing, empty, folders, or beside the value itself", () => {
    expect(
      problems({
        CONFIG_FILE: "/no/such/config.yaml",
        SECRET_KEY_FILE: "/no/such/secretpw",
        SETUP_TOKEN_FILE: file("nothing", "\n"),
        REDIS_URL_FILE: folder,
        DATABASE_URL: "postgres://me:secretpw@host/db",
        DATABASE_URL_FILE: file("url", "postgres://me:secretpw@host/db"),
      }),
    ).toEqual([
      "CONFIG_FILE: there is no such file",
      "DATABASE_URL: the environment has both DATABASE_URL and DATABASE_URL_FILE; keep one",
      "SECRET_KEY_FILE: there is no such file",
      "SETUP_TOKEN_FILE: the file is empty",
      "REDIS_URL_FILE: is a folder, not a file",
    ]);
  });

  test.each([
    ["PORT: [1\nSECRET_KEY: secretpw", /^CONFIG_FILE: line \d+ is not valid YAML/],
    ["PORT: 1\nPORT: 2", /^CONFIG_FILE: line 2 is not valid YAML \(DUPLICATE_KEY\)/],
    ["- PORT", /^CONFIG_FILE: must be a list of names and values/],
    ["just text", /^CONFIG_FILE: must be a list of names and values/],
    ["PROT: secretpw", /^PROT: CONFIG_FILE has it, but there is no such setting/],
    ["PORT: { a: secretpw }", /^PORT: must be a single value or a list in CONFIG_FILE/],
  ])("a CONFIG_FILE of “%s”", (content, expected) => {
    const told = problems({ CONFIG_FILE: file("bad.yaml", content) });
    expect(told).toEqual([expect.stringMatching(expected)]);
    expect(told.join()).not.toContain("secretpw");
  });

  test("an ENV_FILE that isn't there, where a missing .env would be nothing", () => {
    expect(problems({ ENV_FILE: path.join(folder, "missing") })).toEqual(["ENV_FILE: there is no such file"]);
  });
});
