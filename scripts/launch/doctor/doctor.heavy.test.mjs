import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGitHubServer } from "../../../src/testing/servers/github-server.mjs";
import { startOidcServer } from "../../../src/testing/servers/oidc-server.mjs";
import { anyFreePort } from "../ground/ports.mjs";

// The doctor as a person calls it, on databases of the test cluster.

const cluster = process.env.DATABASE_URL ?? "";
const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-doctor-"));
const NAMES = ["gatehouse_doctor", "gatehouse_doctor_ascii"];

beforeAll(async () => {
  const admin = postgres(cluster, { max: 1, onnotice: () => {} });
  for (const name of NAMES) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe("create database gatehouse_doctor");
  await admin.unsafe(
    "create database gatehouse_doctor_ascii template template0 locale_provider libc locale 'C'",
  );
  await admin.end();
});

afterAll(async () => {
  const admin = postgres(cluster, { max: 1, onnotice: () => {} });
  for (const name of NAMES) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true });
});

/** @param {string} database */
function urlOf(database) {
  const url = new URL(cluster);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * @param {Record<string, string>} settings
 * @returns {Promise<{ code: number, said: string }>}
 */
async function doctor(settings) {
  const port = await anyFreePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: process.env.NODE_ENV,
    ENV_FILE: "",
    GATEHOUSE_DATA_DIR: folder,
    SECRET_KEY: "0123456789abcdef".repeat(4),
    PORT: String(port),
    ...settings,
  };
  return await new Promise((resolve) => {
    execFile(process.execPath, ["scripts/launch/doctor/doctor.mjs"], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

describe("where all is well", () => {
  test("it says so, and the code is 0", async () => {
    const { migrate } = await import("../../../src/db/migrate.mjs");
    await migrate(urlOf("gatehouse_doctor"));
    const { code, said } = await doctor({ DATABASE_URL: urlOf("gatehouse_doctor") });
    expect(said).toContain("Nothing is wrong.");
    expect(said).not.toContain("✗");
    // The test cluster's one doubtful habit.
    expect(said.match(/! .*/g)).toEqual([expect.stringContaining("fsync is off")]);
    for (const looked of [
      "Node",
      "Packages",
      "Disk",
      "Settings",
      "Secret",
      "Address",
      "Port",
      "Clock",
      "Migrations",
      "Files",
    ]) {
      expect(said).toMatch(new RegExp(`✓ ${looked}`));
    }
    expect(code).toBe(0);
  });

  test("a database that is still to be made is none that is wrong, and isn't made", async () => {
    const { code, said } = await doctor({ SECRET_KEY: "" });
    expect(said).toContain("Database: the embedded one, made at the first start");
    expect(said).toContain("Secret: generated at the first start");
    expect(code).toBe(0);
  });
});

test("identity providers that are set are asked, and their callback addresses are told", async () => {
  const redirectUri = "http://localhost:3000/";
  const [oidc, gitHub] = await Promise.all([
    startOidcServer({ redirectUri }),
    startGitHubServer({ redirectUri }),
  ]);
  const { said } = await doctor({
    DATABASE_URL: urlOf("gatehouse_doctor"),
    APP_URL: "https://accounts.example.com",
    AUTH_OIDC_ISSUER: oidc.issuer,
    AUTH_OIDC_ID: oidc.clientId,
    AUTH_OIDC_SECRET: oidc.clientSecret,
    AUTH_GITHUB_URL: gitHub.url,
    AUTH_GITHUB_ID: gitHub.clientId,
    AUTH_GITHUB_SECRET: gitHub.clientSecret,
  });
  await Promise.all([oidc.close(), gitHub.close()]);
  expect(said).toContain(`AUTH_GITHUB_URL: ${gitHub.url} answers`);
  expect(said).toContain(`AUTH_OIDC_ISSUER: ${oidc.issuer} describes itself as that issuer`);
  expect(said).toContain("https://accounts.example.com/api/auth/callback/github");
  expect(said).toContain("https://accounts.example.com/api/auth/callback/oidc");
});

describe("what is wrong is named, with what to do, and the code is 1", () => {
  test("a schema that is behind, a locale that folds ASCII only", async () => {
    const { code, said } = await doctor({ DATABASE_URL: urlOf("gatehouse_doctor_ascii") });
    expect(said).toMatch(/✗ The database's locale folds ASCII only/);
    expect(said).toMatch(/✗ Migrations: (\d+) of \1 are not applied\.\n\s+→ npm run db:migrate/);
    expect(code).toBe(1);
  });

  test("a database that can't be reached, without its password", async () => {
    const { code, said } = await doctor({ DATABASE_URL: "postgres://me:secretpw@127.0.0.1:1/mine" });
    expect(said).toContain("The database 127.0.0.1:1/mine can't be used: nobody listens there.");
    expect(said).not.toContain("secretpw");
    expect(code).toBe(1);
  });

  test("a wrong password", async () => {
    const url = new URL(urlOf("gatehouse_doctor"));
    url.password = "wrong";
    const { said } = await doctor({ DATABASE_URL: url.href });
    expect(said).toContain("the user or the password in DATABASE_URL is wrong");
  });

  test("settings out of bounds, each by its name", async () => {
    const { code, said } = await doctor({
      PORT: "x",
      LOG_LEVEL: "loud",
      SECRET_KEY_FILE: "/no/such/file",
      SECRET_KEY: "",
    });
    expect(said).toContain("✗ SECRET_KEY_FILE: there is no such file");
    expect(code).toBe(1);
    const more = await doctor({ LOG_LEVEL: "loud", SECRET_KEY: "short" });
    expect(more.said).toMatch(/✗ LOG_LEVEL: /);
    expect(more.said).toMatch(/✗ SECRET_KEY: /);
    expect(more.said).not.toContain("short");
  });

  test("an identity provider that is away, or is none", async () => {
    const client = { AUTH_OIDC_ID: "id", AUTH_OIDC_SECRET: "a secret of theirs" };
    const away = await doctor({ ...client, AUTH_OIDC_ISSUER: `http://127.0.0.1:${await anyFreePort()}` });
    expect(away.said).toMatch(/✗ AUTH_OIDC_ISSUER: .* can't be reached \(ECONNREFUSED\)/);
    expect(away.said).not.toContain("a secret of theirs");
    const gitHub = await startGitHubServer({ redirectUri: "http://localhost" });
    const other = await doctor({ ...client, AUTH_OIDC_ISSUER: gitHub.url });
    await gitHub.close();
    expect(other.said).toMatch(/✗ AUTH_OIDC_ISSUER: .* answers 404/);
    const half = await doctor({ AUTH_GITHUB_ID: "id" });
    expect(half.said).toContain("AUTH_GITHUB_SECRET: is required beside AUTH_GITHUB_ID");
  });

  test("a secret that others can read", async () => {
    const file = path.join(folder, "secret-key");
    writeFileSync(file, `${"0123456789abcdef".repeat(4)}\n`);
    chmodSync(file, 0o644);
    const { code, said } = await doctor({ SECRET_KEY: "" });
    rmSync(file);
    expect(said).toContain(`✗ ${file} can be read by others (mode 644).`);
    expect(said).toContain(`→ chmod 600 ${file}`);
    expect(code).toBe(1);
  });

  test("a folder for files that can't be, and one that lasts no longer than a request", async () => {
    const file = path.join(folder, "no-folder");
    writeFileSync(file, "");
    const { code, said } = await doctor({ STORAGE: path.join(file, "files") });
    expect(said).toMatch(/✗ Files: .*files can't be written to \(ENOTDIR\)/);
    expect(said).toContain("→ Set S3_BUCKET");
    expect(code).toBe(1);
    const elsewhere = await doctor({ VERCEL: "1" });
    expect(elsewhere.said).toContain("✗ Files: nothing stays in a folder here (VERCEL is set).");
    const bucket = { S3_BUCKET: "files", S3_ACCESS_KEY: "key", S3_SECRET_KEY: "secret" };
    expect((await doctor({ ...bucket, VERCEL: "1" })).said).toContain("✓ Files: in the bucket files");
  });

  test("an installation that nobody has set up, at a public address", async () => {
    const { said } = await doctor({
      DATABASE_URL: urlOf("gatehouse_doctor"),
      APP_URL: "https://accounts.example.com",
    });
    expect(said).toContain("! Nobody has set this up yet, and it is at https://accounts.example.com");
    expect(said).toMatch(/✓ Connections: room for \d+ instances of 6 each/);
    const crowded = await doctor({
      DATABASE_URL: urlOf("gatehouse_doctor"),
      DATABASE_POOL_MAX: "100",
      SMTP_URI: "x",
    });
    expect(crowded.said).toMatch(
      /✓ Connections: room for [01] instances? of 101 each|! Connections: room for 0/,
    );
    expect(crowded.said).toContain(
      "! There is no setting SMTP_URI, so it sets nothing.\n      → Is SMTP_URL meant?",
    );
  });

  test("a port that is another program's", async () => {
    const port = new URL(cluster).port;
    const { code, said } = await doctor({ PORT: port });
    expect(said).toContain(`✗ Port ${port} on 127.0.0.1 is taken by another program.`);
    expect(code).toBe(1);
  });
});
