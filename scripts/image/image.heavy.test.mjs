import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAME as PRODUCT } from "../../src/lib/brand.mjs";
import { startSmtp } from "../../src/testing/smtp-server";
import { anyFreePort } from "../launch/ground/ports.mjs";
import { assemble } from "./assemble.mjs";

// Every command runs from a folder that holds what the image does beside Next's server, far from the clone and its packages.

const cluster = process.env.DATABASE_URL ?? "";
const image = mkdtempSync(path.join(os.tmpdir(), "gatehouse-image-"));
const NAME = "gatehouse_image";
const url = new URL(cluster);
url.pathname = `/${NAME}`;

beforeAll(async () => {
  await assemble(image);
  const admin = postgres(cluster, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${NAME} with (force)`);
  await admin.unsafe(`create database ${NAME}`);
  await admin.end();
}, 120_000);

afterAll(async () => {
  const admin = postgres(cluster, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${NAME} with (force)`);
  await admin.end();
  rmSync(image, { recursive: true });
});

/** @type {NodeJS.ProcessEnv} */
const SETTINGS = {
  PATH: process.env.PATH,
  NODE_ENV: "production",
  ENV_FILE: "",
  DATABASE_URL: url.href,
  SECRET_KEY: "0123456789abcdef".repeat(4),
  APP_URL: "https://accounts.example.com",
};

/**
 * @param {string[]} args
 * @param {Record<string, string>} [settings]
 * @returns {Promise<{ code: number, said: string }>}
 */
function gatehouse(args, settings = {}) {
  const program = path.join(image, "gatehouse.mjs");
  const env = { ...SETTINGS, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: os.tmpdir() }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

describe("each command of the image works by one word, without the source and its tools", () => {
  test("migrate, which has nothing to do a second time, and goes back", async () => {
    const { code, said } = await gatehouse(["migrate"]);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Applied \d+ migrations\.\n$/),
    });
    expect((await gatehouse(["migrate"])).said).toBe("The schema is up to date.\n");
    expect((await gatehouse(["migrate", "down", "1", "--yes"])).said).toMatch(/^Took back /);
    expect((await gatehouse(["migrate"])).said).toBe("Applied 1 migration.\n");
  });

  test("setup-token and welcome, with the address that they open", async () => {
    const address = /https:\/\/accounts\.example\.com\/setup#token=[0-9a-f]{32}/;
    expect((await gatehouse(["setup-token"])).said).toMatch(address);
    const { code, said } = await gatehouse(["welcome"]);
    expect(said).toMatch(address);
    expect(said).toContain("docker compose logs welcome");
    expect(code).toBe(0);
  });

  test("seed:admin, whose password is hashed there; reset-link and unlock of that person; welcome after it", async () => {
    const admin = { FIRST_ADMIN_EMAIL: "ada@example.com", FIRST_ADMIN_PASSWORD: "correct horse battery" };
    expect((await gatehouse(["seed:admin"], admin)).said).toContain(`${PRODUCT} is set up`);
    expect((await gatehouse(["reset-link", "ada@example.com"])).said).toMatch(
      /https:\/\/accounts\.example\.com\/reset-password\S*token=/,
    );
    expect((await gatehouse(["unlock", "ada@example.com"])).said).toContain("can sign in at once");
    expect((await gatehouse(["welcome"])).said).toBe(`${PRODUCT} runs at https://accounts.example.com\n`);
  });

  test("mail:try", async () => {
    const smtp = await startSmtp();
    const mail = { SMTP_URL: smtp.url, MAIL_FROM: "accounts@example.com" };
    const { said } = await gatehouse(["mail:try", "ada@example.com"], mail);
    await smtp.close();
    expect(said).toContain("has taken a mail to ada@example.com");
    expect(smtp.received).toHaveLength(1);
  });

  test("doctor, which doesn't ask for what only a clone has", async () => {
    const { code, said } = await gatehouse(["doctor"], {
      APP_URL: "http://localhost:3999",
      PORT: "3999",
      STORAGE: path.join(image, "files"),
    });
    expect(said).toMatch(/✓ Migrations/);
    expect(said).toContain("Nothing is wrong.");
    expect(said).not.toMatch(/npm|Packages/);
    expect(code).toBe(0);
  });

  test("doctor on the mail server, by the product's own way to it", async () => {
    const smtp = await startSmtp();
    const mail = { SMTP_URL: smtp.url, MAIL_FROM: "accounts@example.com" };
    const { said } = await gatehouse(["doctor"], { ...mail, APP_URL: "http://localhost:3999", PORT: "3999" });
    await smtp.close();
    expect(said).toMatch(/✓ SMTP_URL: 127\.0\.0\.1:\d+ answers/);
  });

  test("bucket, once", async () => {
    /** @type {string[]} */
    const asked = [];
    const server = createServer(({ method }, response) => {
      asked.push(String(method));
      response.writeHead(asked.includes("PUT") ? 200 : 404).end();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const bucket = {
      S3_BUCKET: "files",
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY: "key",
      S3_SECRET_KEY: "secret",
      S3_FORCE_PATH_STYLE: "on",
    };
    expect((await gatehouse(["bucket"], bucket)).said).toContain("Made the bucket files.");
    expect((await gatehouse(["bucket"], bucket)).said).toContain("The bucket files is there.");
    server.closeAllConnections();
    server.close();
    expect(asked).toEqual(["HEAD", "PUT", "HEAD"]);
  });

  test("serve begins with the guard, whose settings may be files, and health asks it", async () => {
    const port = await anyFreePort();
    const server = `import http from "node:http";
      http.createServer((request, response) => response.end("{}")).listen(process.env.PORT);`;
    writeFileSync(path.join(image, "server.js"), server);
    writeFileSync(path.join(image, "port"), String(port));
    // The API would wait for an application, and this one is none.
    const env = { ...SETTINGS, PORT_FILE: path.join(image, "port"), API_BEFORE_NEXT: "off" };
    const child = spawn(process.execPath, [path.join(image, "gatehouse.mjs")], { env, stdio: "inherit" });
    while ((await gatehouse(["health"], { PORT: String(port) })).code !== 0) await sleep(50);
    const answer = await fetch(`http://127.0.0.1:${port}/%ff`);
    child.kill("SIGKILL");
    expect(answer.status).toBe(400);
    expect((await gatehouse(["health"], { PORT: String(await anyFreePort()) })).code).toBe(1);
  });

  test("what isn't one is said, with those that are; and settings that aren't right, without a trace", async () => {
    const { code, said } = await gatehouse(["migrat"]);
    expect(said).toMatch(/^migrat: There is no migrat\. There is: serve, migrate, .*doctor/);
    expect(code).toBe(1);
    const bad = await gatehouse(["migrate"], { SETUP_TOKEN_FILE: "/no/such/file" });
    expect(bad).toEqual({
      code: 1,
      said: "The settings are not right:\n  SETUP_TOKEN_FILE: there is no such file\n",
    });
  });
});

describe("secrets are drawn once, and written where each is read", () => {
  /** @param {string} folder @param {Record<string, string>} [given] */
  async function secrets(folder, given = {}) {
    const { code, said } = await gatehouse(["secrets"], {
      SECRET_KEY: "",
      DATABASE_URL: "",
      GATEHOUSE_SECRETS: folder,
      ...given,
    });
    expect({ code, said }).toEqual({ code: 0, said: "" });
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8").trim()]),
    );
  }

  test("and stay as they are, the given ones aside", async () => {
    const folder = mkdtempSync(path.join(image, "secrets-"));
    const drawn = await secrets(folder);
    expect(drawn["secret-key"]).toMatch(/^[0-9a-f]{96}$/);
    expect(drawn["database-url"]).toBe(
      `postgres://gatehouse:${drawn["postgres-password"]}@postgres:5432/gatehouse`,
    );
    expect(await secrets(folder)).toEqual(drawn);

    const given = await secrets(folder, {
      SECRET_KEY: "f".repeat(64),
      POSTGRES_USER: "a b",
      POSTGRES_PASSWORD: "p@ss/$1",
    });
    expect(given["secret-key"]).toBe("f".repeat(64));
    expect(given["database-url"]).toBe("postgres://a%20b:p%40ss%2F%241@postgres:5432/a%20b");
    expect(given["s3-secret-key"]).toBe(drawn["s3-secret-key"]);
    expect(await secrets(folder, { POSTGRES_USER: "a b" })).toEqual(given);
    const elsewhere = "postgres://me@db.example.com/mine";
    expect((await secrets(folder, { DATABASE_URL: elsewhere }))["database-url"]).toBe(elsewhere);
  });

  test("the product's own by nobody else's account", async () => {
    const folder = mkdtempSync(path.join(image, "secrets-"));
    await secrets(folder);
    const modes = Object.fromEntries(
      readdirSync(folder).map((name) => [name, (statSync(path.join(folder, name)).mode & 0o777).toString(8)]),
    );
    expect(modes).toEqual({
      "database-url": "400",
      "postgres-password": "444",
      "s3-secret-key": "444",
      "secret-key": "400",
    });
  });
});

test("nothing for another C library comes along, and images and hashes work with what does", async () => {
  const files = readdirSync(image, { recursive: true }).map(String);
  expect(files.filter((file) => /musl|wasm32/.test(file))).toEqual([]);
  const trial = `
    const { createRequire } = await import("node:module");
    const require = createRequire("${image}/package.json");
    const picture = await require("sharp")({ create: { width: 2, height: 2, channels: 3, background: "red" } }).webp().toBuffer();
    console.log(picture.length > 0, await require("@node-rs/argon2").hash("x").then((hash) => hash.slice(0, 9)));`;
  const said = await new Promise((resolve) =>
    execFile(process.execPath, ["--input-type=module", "--eval", trial], { cwd: image }, (_, out, err) =>
      resolve(out + err),
    ),
  );
  expect(said).toBe("true $argon2id\n");
});
