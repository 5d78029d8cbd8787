import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookForProgram } from "../../src/testing/servers/find-program.mjs";
import { ROOT } from "../launch/ground/paths.mjs";
import { anyFreePort } from "../launch/ground/ports.mjs";

// The configuration as it is shipped, in a real nginx, before two copies of an app behind the product's guard. Only addresses
// and places are others: a name service that tells of several copies, and `resolve`, are Docker's and nginx's from 1.27.3 on.

const APP = `
  import http from "node:http";
  import { SECURITY_HEADERS } from "${ROOT}/src/lib/security-headers.mjs";
  let connections = 0;
  const server = http.createServer((request, response) => {
    let size = 0;
    request.on("data", (chunk) => { size += chunk.length; });
    request.on("end", () => {
      const told = { port: process.env.PORT, url: request.url, headers: request.headers, size, connections, filler: "x".repeat(4000) };
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
      response.writeHead(request.url === "/missing" ? 404 : 200, { "content-type": "application/json", vary: "rsc" });
      response.end(JSON.stringify(told));
    });
  });
  server.on("connection", () => { connections++; });
  server.listen(process.env.PORT, "127.0.0.1");
`;

const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-nginx-"));
let port = 0;
/** @type {number[]} */
const apps = [];
/** @type {Map<number, import("node:child_process").ChildProcess>} */
const processes = new Map();
/** @type {import("node:child_process").ChildProcess} */
let nginx;

beforeAll(async () => {
  port = await anyFreePort();
  for (let count = 0; count < 2; count++) apps.push(await anyFreePort());
  for (const app of apps) await startApp(app);
  writeFileSync(path.join(folder, "nginx.conf"), configuration());
  const file = lookForProgram(["nginx"]);
  if (!file)
    throw new Error("This test needs nginx: `apt-get install nginx-light`, or `brew install nginx`.");
  nginx = spawn(file, ["-p", folder, "-c", path.join(folder, "nginx.conf"), "-g", "daemon off;"], {
    stdio: "inherit",
  });
  await Promise.race([untilAnswering(port), once(nginx, "exit")]);
  if (nginx.exitCode !== null) throw new Error("nginx refuses its configuration.");
});

afterAll(async () => {
  nginx.kill("SIGTERM");
  await once(nginx, "exit");
  for (const child of processes.values()) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

function configuration() {
  const servers = apps.map((app) => `server 127.0.0.1:${app} max_fails=1 fail_timeout=1s;`).join("\n");
  const mime = "types { text/html html; }";
  return readFileSync(path.join(ROOT, "deploy/nginx/nginx.conf"), "utf8")
    .replaceAll("/tmp/", `${folder}/`)
    .replace("include /etc/nginx/mime.types;", mime)
    .replace(/^ *resolver .*$/m, "")
    .replace(/server app:3000 resolve max_fails=1 fail_timeout=1s;/, servers)
    .replace("/etc/nginx/connection.conf", path.join(ROOT, "deploy/nginx/connection.conf"))
    .replace("listen 8080;", `listen 127.0.0.1:${port};`)
    .replace("/dev/stdout", path.join(folder, "access.log"))
    .replace("/dev/stderr", path.join(folder, "error.log"));
}

/** @param {number} app */
async function startApp(app) {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    ENV_FILE: "",
    PORT: String(app),
    TRUSTED_PROXY_HOPS: "1",
  };
  const args = ["--import", "./src/guard/index.mjs", "--input-type=module", "--eval", APP];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: /** @type {any} */ (env),
    stdio: ["ignore", "ignore", "inherit"],
  });
  processes.set(app, child);
  await untilAnswering(app);
}

/** @param {number} at */
async function untilAnswering(at) {
  while (!(await ask("/", { port: at }).catch(() => null))) await sleep(20);
}

/**
 * @param {string} url
 * @param {http.RequestOptions & { body?: Buffer }} [options]
 * @returns {Promise<{ status: number | undefined, headers: http.IncomingHttpHeaders, names: string[], bytes: Buffer, told: any }>}
 */
function ask(url, { body, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: "127.0.0.1", port, path: url, agent: false, ...options },
      async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        const names = response.rawHeaders
          .filter((_, index) => index % 2 === 0)
          .map((name) => name.toLowerCase());
        const plain =
          /json/.test(response.headers["content-type"] ?? "") && !response.headers["content-encoding"];
        resolve({
          status: response.statusCode,
          headers: response.headers,
          names,
          bytes,
          told: plain && JSON.parse(String(bytes)),
        });
      },
    );
    request.on("error", reject).end(body);
  });
}

function accessLog() {
  return readFileSync(path.join(folder, "access.log"), "utf8").trim().split("\n");
}

test("no header comes twice, on answers, errors and refusals, and none says what nginx this is", async () => {
  for (const url of ["/", "/missing", "/%ff"]) {
    const { names, headers } = await ask(url, { headers: { "Accept-Encoding": "gzip" } });
    expect(names.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))).toEqual([]);
    expect(headers.server).toBe("nginx");
    expect(headers["x-content-type-options"] ?? "nosniff").toBe("nosniff");
  }
});

test("JSON is compressed for whoever takes that", async () => {
  const packed = await ask("/", { headers: { "Accept-Encoding": "gzip" } });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.bytes.length).toBeLessThan(1500);
  expect((await ask("/")).headers["content-encoding"]).toBeUndefined();
});

test("the caller's address is the one that nginx saw, whatever the caller says", async () => {
  const { told } = await ask("/", { headers: { "X-Forwarded-For": "6.6.6.6", "X-Real-IP": "6.6.6.6" } });
  expect(told.headers["x-forwarded-for"]).toBe("127.0.0.1");
  expect(JSON.stringify(told.headers)).not.toContain("6.6.6.6");
});

test("fifty megabytes get through where pictures go, and one elsewhere", async () => {
  const megabytes = (/** @type {number} */ count) => Buffer.alloc(count * 1024 * 1024);
  const put = { method: "PUT", headers: { "Content-Type": "image/png" } };
  for (const url of ["/api/v1/users/me/avatar", "/api/v1/admin/settings/logo"])
    expect((await ask(url, { ...put, body: megabytes(49) })).told.size).toBe(49 * 1024 * 1024);
  const tooMuch = await ask("/api/v1/users/me", {
    ...put,
    headers: { ...put.headers, "Content-Length": String(megabytes(2).length) },
  });
  expect(tooMuch.status).toBe(413);
});

test("connections to the app stay open", async () => {
  const before = (await ask("/")).told;
  for (let count = 0; count < 40; count++) await ask("/");
  const after = (await ask("/")).told;
  expect(after.connections - (after.port === before.port ? before.connections : 0)).toBeLessThan(20);
});

test("its log is JSON, with the path and without the query, in which a mailed link has its token", async () => {
  await ask("/reset-password?token=mailed-secret", {
    headers: { Referer: "http://localhost/?token=mailed-secret" },
  });
  await sleep(50);
  for (const line of accessLog())
    expect(JSON.parse(line)).toMatchObject({ msg: "proxied", path: expect.any(String) });
  expect(accessLog().some((line) => JSON.parse(line).path === "/reset-password")).toBe(true);
  expect(accessLog().join()).not.toContain("mailed-secret");
});

describe("copies of the app", () => {
  test("take turns, and one that is away isn't missed", async () => {
    const ports = new Set();
    for (let count = 0; count < 10; count++) ports.add((await ask("/")).told.port);
    expect([...ports].sort()).toEqual(apps.map(String).sort());

    const [first = 0] = apps;
    processes.get(first)?.kill("SIGKILL");
    const statuses = [];
    for (let count = 0; count < 30; count++) statuses.push((await ask("/")).status);
    expect(new Set(statuses)).toEqual(new Set([200]));

    await startApp(first);
    await expect
      .poll(async () => (await ask("/")).told.port, { timeout: 10_000, interval: 50 })
      .toBe(String(first));
  });

  test("where all are away, the answer is a problem that says to come back", async () => {
    for (const child of processes.values()) child.kill("SIGKILL");
    await expect.poll(async () => (await ask("/")).status, { timeout: 10_000 }).toBe(503);
    const { headers, told } = await ask("/");
    expect(headers).toMatchObject({
      "retry-after": "5",
      "cache-control": "no-store",
      "content-type": "application/problem+json",
    });
    expect(told).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
    for (const app of apps) await startApp(app);
    await expect.poll(async () => (await ask("/")).status, { timeout: 10_000 }).toBe(200);
  });
});
