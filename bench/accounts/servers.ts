import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { anyFreePort } from "../../scripts/launch/ground/ports.mjs";
import { migrate } from "../../src/db/migrate.mjs";

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, "../..");
const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const FLOOR = path.join(HERE, "floor");
const PASSWORD = "seven lamps above the moat";

export type Server = { name: string; url: string; api: string; child: ChildProcess };

/** The product as the container runs it, its limits so high that they count but refuse nobody. */
export async function startProduct(): Promise<Server> {
  const url = await freshDatabase("gatehouse_bench_product");
  await migrate(url);
  const port = await anyFreePort();
  const server = start(
    "Gatehouse",
    "/api/v1/auth",
    port,
    ["--import", "./src/guard/index.mjs", NEXT, "start"],
    {
      DATABASE_URL: url,
      APP_URL: `http://localhost:${port}`,
      RATE_LIMIT_AUTH_PER_MINUTE: "1000000",
      RATE_LIMIT_ACCOUNT_FAILURES: "1000000",
    },
  );
  await untilAnswering(`${server.url}/ready`);
  const administrator = {
    organization_name: "Bench",
    admin_email: "keeper@example.com",
    admin_password: PASSWORD,
  };
  await post(`${server.url}/api/v1/setup/initialize`, administrator);
  return server;
}

/** The least that could be called an accounts API, in the same Next (floor/). */
export async function startFloor(): Promise<Server> {
  const url = await freshDatabase("gatehouse_bench_floor");
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(readFileSync(path.join(FLOOR, "schema.sql"), "utf8"));
  await sql.end();
  const build = spawn(process.execPath, [NEXT, "build", FLOOR], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("The floor could not be built.");
  const server = start("floor", "/api", await anyFreePort(), [NEXT, "start", FLOOR], { DATABASE_URL: url });
  await untilAnswering(`${server.url}/api/me`);
  return server;
}

function start(name: string, api: string, port: number, args: string[], env: Record<string, string>): Server {
  const child = spawn(process.execPath, [...args, "--hostname", "127.0.0.1", "--port", String(port)], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ENV_FILE: "",
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      SECRET_KEY: randomBytes(32).toString("hex"),
      HASHER: path.join(ROOT, "src/lib/hashing/hasher.mjs"),
      ...env,
    },
  });
  return { name, url: `http://localhost:${port}`, api: `http://localhost:${port}${api}`, child };
}

async function untilAnswering(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer && answer.status < 500) return;
    await sleep(100);
  }
  throw new Error(`${url} doesn't answer.`);
}

async function freshDatabase(name: string): Promise<string> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

export async function stop({ child }: Server) {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

export type Tokens = { access_token: string; refresh_token: string };
export type Person = Tokens & { email: string; password: string };

export async function post<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}

let count = 0;

export function newPerson() {
  const username = `p${process.pid}-${count++}`;
  return { email: `${username}@example.com`, username, password: PASSWORD };
}

export async function register({ api }: Server): Promise<Person> {
  const person = newPerson();
  return { ...person, ...(await post<Tokens>(`${api}/register`, person)) };
}
