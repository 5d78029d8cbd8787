import assert from "node:assert/strict";
import { execFileSync, execSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../launch/ground/paths.mjs";

// The compose file on a real engine, as an operator and a visitor would use it, on http://localhost. Nothing is kept: it ends with
// `down --volumes`, also of an installation that was there, and so asks for SMOKE=yes outside of CI.

const BASE = "http://localhost";
const MAILPIT = "http://localhost:8025";
const ADMIN = { email: "ada@example.com", password: "correct horse battery" };
const UP = ["up", "--build", "--detach", "--wait", "--wait-timeout", "900"];
/** A red dot, as a PNG. */
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

/** Settings that a drill changes, as an operator would. */
const ENV_FILE = path.join(ROOT, ".env");
/** How the engine is started anew here, from which commit is upgraded, which profiles are tried; what isn't given is said to be left out. */
const { SMOKE, SMOKE_RESTART_ENGINE, SMOKE_FROM, SMOKE_TLS, SMOKE_TEMPORAL, CI } = process.env;
const MOST_BYTES_OVER_BASE = 100_000_000;

if (!CI && SMOKE !== "yes") throw new Error("This takes the installation's volumes away: SMOKE=yes");
if (existsSync(ENV_FILE)) throw new Error("This writes an .env of its own, and there is one.");

/** @type {[name: string, work: () => unknown][]} */
const STEPS = [
  ["builds and starts, without a key or a file", () => compose(...UP)],
  ["is an image of no more than 100 MB over its base", weigh],
  ["sets it up by the address that it shows", setUp],
  ["registers somebody, who gets a mail", () => register("grace")],
  ["keeps a picture, and renews a session", keepPicture],
  ["serves pages through nginx, with no header twice", lookAtPages],
  ["leaves nothing for doctor to doubt", askDoctor],
  ["goes on after each container was killed", killInTurn],
  ["counts guesses exactly over three copies", guess],
  ["goes down and comes up with all that it had", restart],
  ["comes back by itself with the engine", restartEngine],
  ["takes a new key in two rolls, and nobody is signed out", rotateKey],
  ["is backed up, taken away and restored, and nobody is signed out", backUpAndRestore],
  ["logs nothing but JSON", readLogs],
  ["speaks https behind Caddy, and nothing else", speakTls],
  ["hands its jobs to Temporal, whose worker sends the mail", useTemporal],
  ["is upgraded from a version before, with all that it had", upgrade],
];

try {
  for (const [name, work] of STEPS) {
    const began = Date.now();
    await work();
    console.log(`✓ ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  }
  console.log(
    docker("image", "ls", "--format", "{{.Repository}} {{.Size}}", "--filter", "reference=gatehouse*"),
  );
} finally {
  compose("--profile", "*", "down", "--volumes");
  rmSync(ENV_FILE, { force: true });
}

/** @param {string[]} args */
function docker(...args) {
  return execFileSync("docker", args, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 27,
  });
}

/** @param {string[]} args */
function compose(...args) {
  return docker("compose", ...args);
}

/**
 * @param {string} path
 * @param {{ method?: string, body?: object | Buffer, token?: string, type?: string }} [options]
 */
async function call(path, { method = "POST", body, token, type = "application/json" } = {}) {
  const response = await fetch(BASE + path, {
    method,
    headers: { ...(body && { "content-type": type }), ...(token && { authorization: `Bearer ${token}` }) },
    body: body && (Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)),
    redirect: "manual",
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith("{") ? JSON.parse(text) : {},
  };
}

async function signIn() {
  const answer = await call("/api/v1/auth/login", { body: ADMIN });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

function weigh() {
  const history = ["history", "--no-trunc", "--human=false", "--format", "{{.Size}}\t{{.CreatedBy}}"];
  const layers = docker(...history, "gatehouse")
    .trim()
    .split("\n");
  // The first line of our own part: what stands below is the base's.
  const own = layers.slice(0, layers.findIndex((layer) => layer.includes("ENV NODE_ENV=production")) + 1);
  const bytes = own.reduce((sum, layer) => sum + Number.parseInt(layer, 10), 0);
  console.log(`  ${(bytes / 1e6).toFixed(1)} MB over its base`);
  assert.ok(own.length > 0 && bytes <= MOST_BYTES_OVER_BASE);
}

async function setUp() {
  const token = /#token=([0-9a-f]+)/.exec(compose("logs", "--no-log-prefix", "welcome"))?.[1];
  assert.ok(token, "no address is shown");
  const given = { organization_name: "Smoke", admin_email: ADMIN.email, admin_password: ADMIN.password };
  assert.equal((await call("/api/v1/setup/initialize", { body: given })).status, 403);
  assert.equal(
    (await call("/api/v1/setup/initialize", { body: { ...given, setup_token: token } })).status,
    201,
  );
}

/** @param {string} username */
async function register(username) {
  const body = { email: `${username}@example.com`, username, password: "another horse battery" };
  assert.equal((await call("/api/v1/auth/register", { body })).status, 201);
  await eventually(async () => {
    const { messages } = await (await fetch(`${MAILPIT}/api/v1/messages`)).json();
    return JSON.stringify(messages).includes(body.email);
  });
}

async function keepPicture() {
  const { access_token: token, refresh_token } = await signIn();
  const put = { method: "PUT", token, type: "image/png", body: Buffer.from(PICTURE, "base64") };
  /** @type {Awaited<ReturnType<typeof call>> | undefined} */
  let kept;
  // The first one of a server that has just started may be told to come back.
  await eventually(async () => {
    kept = await call("/api/v1/users/me/avatar", put);
    return kept.status !== 503;
  });
  const { status, text = "", body } = kept ?? {};
  assert.equal(status, 200, text);
  const picture = await fetch(BASE + body.avatar_url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(picture.headers.get("content-type"), "image/webp");
  assert.equal((await call("/api/v1/auth/refresh", { body: { refresh_token } })).status, 200);
}

async function lookAtPages() {
  const { access_token } = await signIn();
  const cookie = `gatehouse.access=${access_token}`;
  for (const [path, headers] of /** @type {[string, Record<string, string>][]} */ ([
    ["/login", {}],
    ["/", { cookie }],
  ])) {
    const response = await fetch(BASE + path, { headers });
    assert.equal(response.status, 200);
    for (const [name, value] of response.headers)
      if (/^(?:x-|content-security|strict|referrer)/.test(name))
        assert.ok(!value.includes(", nosniff"), `${name} twice`);
  }
}

function askDoctor() {
  const said = compose("exec", "-T", "app", "sh", "-c", "gatehouse doctor 2>&1");
  assert.match(said, /Nothing is wrong/);
  assert.doesNotMatch(said, /^ *[!✗]/m);
}

async function killInTurn() {
  for (const name of ["postgres", "s3", "mailpit", "app", "nginx"]) {
    const [id = ""] = compose("ps", "--quiet", name).split("\n");
    // As a crash would, so that the engine brings it back: what `docker kill` ends stays ended.
    const pid = docker("inspect", "--format", "{{.State.Pid}}", id).trim();
    kill(pid);
    await eventually(async () => docker("inspect", "--format", "{{.State.Pid}}", id).trim() !== pid);
    await eventually(async () => (await call("/ready", { method: "GET" })).status === 200);
  }
  await signIn();
}

/** @param {string} pid of root's, in a container */
function kill(pid) {
  if (process.getuid?.() === 0) process.kill(Number(pid), "SIGKILL");
  else execFileSync("sudo", ["kill", "-9", pid]);
}

async function guess() {
  compose("up", "--detach", "--wait", "--scale", "app=3", "--no-recreate");
  await sleep(61_000);
  const body = { email: "nobody@example.com", password: "not the password" };
  const answers = await Promise.all(Array.from({ length: 50 }, () => call("/api/v1/auth/login", { body })));
  assert.equal(answers.filter(({ status }) => status === 401).length, 5);
  assert.equal(answers.filter(({ status }) => status === 429).length, 45);
  await sleep(61_000);
}

async function restart() {
  const key = compose("exec", "-T", "app", "cat", "/run/gatehouse/secret-key");
  compose("down");
  await up();
  assert.equal(compose("exec", "-T", "app", "cat", "/run/gatehouse/secret-key"), key);
  const { access_token: token } = await signIn();
  await seePicture(token);
  assert.match(compose("logs", "--no-log-prefix", "welcome"), / runs at http:\/\/localhost/);
}

async function restartEngine() {
  if (!SMOKE_RESTART_ENGINE) return console.log("  not tried: SMOKE_RESTART_ENGINE names no command");
  execSync(SMOKE_RESTART_ENGINE, { stdio: "inherit" });
  await eventually(async () => (await call("/ready", { method: "GET" })).status === 200);
  await signIn();
}

/** docs/operations.md: A new key, without a sign-out. */
async function rotateKey() {
  const { refresh_token } = await signIn();
  const before = compose("exec", "-T", "app", "cat", "/run/gatehouse/secret-key").trim();
  const after = randomBytes(32).toString("hex");
  writeFileSync(ENV_FILE, `SECRET_KEY_PREVIOUS=${after}\n`);
  await up();
  const first = await call("/api/v1/auth/refresh", { body: { refresh_token } });
  assert.equal(first.status, 200, first.text);
  writeFileSync(ENV_FILE, `SECRET_KEY=${after}\nSECRET_KEY_PREVIOUS=${before}\n`);
  await up();
  assert.equal(compose("exec", "-T", "app", "cat", "/run/gatehouse/secret-key").trim(), after);
  const token = first.body.access_token;
  assert.equal((await call("/api/v1/users/me", { method: "GET", token })).status, 200);
  const second = await call("/api/v1/auth/refresh", { body: { refresh_token: first.body.refresh_token } });
  assert.equal(second.status, 200, second.text);
}

/** docs/operations.md: Back up, and get it back. */
async function backUpAndRestore() {
  const { refresh_token } = await signIn();
  const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-backup-"));
  const dump = compose("exec", "-T", "postgres", "sh", "-c", "pg_dump -U gatehouse -Fc gatehouse | base64");
  const files = ["run", "--rm", "--volume", "gatehouse_files:/files", "--volume", `${folder}:/backup`];
  const tar = ["debian:bookworm-slim", "tar", "-C", "/files"];
  docker(...files, ...tar, "-czf", "/backup/files.tgz", ".");
  const key = compose("exec", "-T", "app", "cat", "/run/gatehouse/secret-key").trim();
  compose("down", "--volumes");

  writeFileSync(ENV_FILE, `SECRET_KEY=${key}\n`);
  compose("up", "--detach", "--wait", "postgres", "s3");
  const restore = "base64 -d | pg_restore -U gatehouse -d gatehouse --clean --if-exists --single-transaction";
  execFileSync("docker", ["compose", "exec", "-T", "postgres", "sh", "-c", restore], {
    cwd: ROOT,
    input: dump,
  });
  docker(...files, ...tar, "-xzf", "/backup/files.tgz");
  await up();
  rmSync(folder, { recursive: true, force: true });
  const renewed = await call("/api/v1/auth/refresh", { body: { refresh_token } });
  assert.equal(renewed.status, 200, renewed.text);
  await seePicture(renewed.body.access_token);
}

async function upgrade() {
  if (!SMOKE_FROM) return console.log("  not tried: SMOKE_FROM names no version");
  compose("--profile", "*", "down", "--volumes");
  rmSync(ENV_FILE, { force: true });
  const tree = mkdtempSync(path.join(os.tmpdir(), "gatehouse-before-"));
  execSync(`git archive ${SMOKE_FROM} | tar -x -C ${tree}`, { cwd: ROOT });
  // By the name it has today, and without --wait, which the first ones end with a failure.
  const env = { ...process.env, COMPOSE_PROJECT_NAME: "gatehouse" };
  execFileSync("docker", ["compose", "up", "--build", "--detach"], { cwd: tree, env, stdio: "inherit" });
  await eventually(async () => compose("logs", "--no-log-prefix", "welcome").includes("#token="));
  await setUp();
  await keepPicture();
  const { refresh_token } = await signIn();
  compose("build");
  compose("run", "--rm", "migrate");
  await up();
  rmSync(tree, { recursive: true, force: true });
  const renewed = await call("/api/v1/auth/refresh", { body: { refresh_token } });
  assert.equal(renewed.status, 200, renewed.text);
  await seePicture(renewed.body.access_token);
}

/** docs/deploy/docker.md: TLS, by an authority of Caddy's own. */
async function speakTls() {
  if (SMOKE_TLS !== "yes") return console.log("  not tried: SMOKE_TLS=yes");
  const settings = { COMPOSE_PROFILES: "tls", DOMAIN: "localhost", CADDY_TLS: "internal" };
  writeEnv({
    ...settings,
    APP_URL: "https://localhost",
    HTTP_PORT: "127.0.0.1:8080",
    TRUSTED_PROXY_HOPS: "2",
  });
  compose(...UP);
  const ca = compose("exec", "-T", "caddy", "cat", "/data/pki/authorities/local/root.crt");
  /** @param {string} path @param {{ method?: string, headers?: object, body?: object }} [options] */
  const ask = (path, options) => askByTls(path, { ca, ...options });
  await eventually(async () => (await ask("/ready")).status === 200);

  const page = await ask("/login");
  assert.equal(page.status, 200);
  assert.match(String(page.headers["strict-transport-security"]), /^max-age=[1-9]/);
  const { status, headers } = await call("/login?next=%2Ftasks", { method: "GET" });
  assert.deepEqual([status, headers.get("location")], [308, "https://localhost/login?next=%2Ftasks"]);

  const signedIn = await ask("/api/v1/auth/login", { method: "POST", body: ADMIN });
  assert.equal(signedIn.status, 200);
  const cookies = signedIn.headers["set-cookie"] ?? [];
  assert.ok(cookies.length > 0);
  for (const cookie of cookies) assert.match(cookie, /; Secure/i);

  const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" };
  const handshake = { ...upgrade, "sec-websocket-key": Buffer.alloc(16).toString("base64") };
  assert.notEqual((await ask("/", { headers: handshake })).status, 101);

  const guesses = [];
  for (let n = 0; n < 8; n++)
    guesses.push(
      ask("/api/v1/auth/login", {
        method: "POST",
        body: { email: "nobody@example.com", password: "not the password" },
        headers: { "x-forwarded-for": `203.0.113.${n}` },
      }),
    );
  const answers = await Promise.all(guesses);
  assert.ok(
    answers.some(({ status }) => status === 429),
    "a forged address was believed",
  );
  compose("--profile", "*", "down");
}

/**
 * @param {string} path
 * @param {{ ca: string, method?: string, headers?: object, body?: object }} options
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders }>}
 */
function askByTls(path, { ca, method = "GET", headers, body }) {
  return new Promise((resolve, reject) => {
    const given = { origin: "https://localhost", "content-type": "application/json", ...headers };
    const request = https.request(`https://localhost${path}`, { ca, method, headers: given }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    request.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    request.on("error", reject);
    request.end(body && JSON.stringify(body));
  });
}

/** docs/deploy/docker.md: Temporal. */
async function useTemporal() {
  if (SMOKE_TEMPORAL !== "yes") return console.log("  not tried: SMOKE_TEMPORAL=yes");
  writeEnv({ COMPOSE_PROFILES: "temporal", TEMPORAL_ADDRESS: "temporal:7233" });
  await up();
  await register("tim");
  const list = [
    "temporal",
    "workflow",
    "list",
    "--query",
    "ExecutionStatus = 'Completed'",
    "--output",
    "json",
  ];
  await eventually(async () => {
    const workflows = JSON.parse(compose("exec", "-T", "temporal", ...list));
    return workflows.some((/** @type {{ type: { name: string } }} */ { type }) => type.name === "job");
  });
  assert.equal((await fetch("http://localhost:8233")).status, 200);
  assert.match(compose("exec", "-T", "app", "sh", "-c", "gatehouse doctor 2>&1"), /✓ TEMPORAL_ADDRESS/);
  readLogsOf("worker");
  compose("--profile", "*", "down");
}

/** @param {Record<string, string>} settings */
function writeEnv(settings) {
  writeFileSync(
    ENV_FILE,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

/** @param {string} token */
async function seePicture(token) {
  const { body } = await call("/api/v1/users/me", { method: "GET", token });
  const picture = await fetch(BASE + body.avatar_url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(picture.status, 200);
}

function readLogs() {
  readLogsOf("app");
}

/** @param {"app" | "worker"} service */
function readLogsOf(service) {
  const lines = compose("logs", "--no-log-prefix", service).split("\n").filter(Boolean);
  for (const line of lines) assert.doesNotThrow(() => JSON.parse(line), `no JSON: ${line}`);
  const starts = lines.map((line) => JSON.parse(line)).find(({ msg }) => / starts$/.test(msg));
  assert.match(starts?.settings ?? "", /\bSECRET_KEY\b/);
}

/** Also lets go of connections to a container that is there no more. */
async function up() {
  compose(...UP);
  await eventually(async () => (await call("/ready", { method: "GET" })).status === 200);
}

/** @param {() => Promise<boolean>} holds */
async function eventually(holds) {
  for (let tries = 0; tries < 120; tries++) {
    if (await holds().catch(() => false)) return;
    await sleep(500);
  }
  throw new Error("It never came about.");
}
