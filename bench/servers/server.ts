import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { anyFreePort } from "../../scripts/launch/ground/ports.mjs";
import type { Ask } from "../load";

export const ROOT = path.resolve(import.meta.dirname, "../..");
export const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const USAGE = pathToFileURL(path.join(ROOT, "bench/usage.mjs")).href;
const START_LIMIT_MS = 60_000;
const SETTLE_MS = 2_000;

export type Usage = { cpuMs: number; rssMb: number };

/** Who is signed in; what proves it is each server's own. */
export type Person = { email: string; password: string; [proof: string]: string };

/** How each server is asked for the same thing; what it doesn't have, it isn't asked for. */
export type Asks = {
  register: Ask;
  signIn: (person: Person) => Ask;
  me: (person: Person) => Ask;
  refresh: (person: Person) => Ask;
  signOut: (person: Person) => Ask;
  loginPage?: Ask;
  dashboard?: (person: Person) => Ask;
  /** Never from memory. */
  dashboardAnew?: (person: Person) => Ask;
  tasksPage?: (person: Person) => Ask;
  listTasks?: (person: Person) => Ask;
  createTask?: (person: Person) => Ask;
  upload?: (person: Person) => Ask;
};

export type Server = {
  name: string;
  url: string;
  asks: Asks;
  /** What an answer to a registration or a sign-in proves the person by. */
  proofOf: (answer: { body: unknown; cookies: string }) => Record<string, string>;
  /** Starts it once more, beside itself, and stops it. */
  startAgain: () => Promise<Start>;
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
};

export type Start = { startMs: number; freshMb: number };

type Program = {
  name: string;
  cwd?: string;
  module: string;
  args?: (port: number) => string[];
  imports?: string[];
  env: (port: number) => Record<string, string>;
  /** The address that answers 200 once it has started. */
  first: string;
};

export async function startServer(program: Program) {
  const { url, usage, stop } = await start(program);
  const startAgain = async () => {
    const began = performance.now();
    const another = await start(program);
    const startMs = performance.now() - began;
    await sleep(SETTLE_MS);
    const { rssMb: freshMb } = await another.usage();
    await another.stop();
    return { startMs, freshMb };
  };
  return { name: program.name, url, usage, stop, startAgain };
}

/** Until its first 200. */
async function start({ name, cwd = ROOT, module, args, imports = [], env, first }: Program) {
  const port = await anyFreePort();
  const began = performance.now();
  const child = fork(module, args?.(port) ?? [], {
    cwd,
    execArgv: [USAGE, ...imports].flatMap((file) => ["--import", file]),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      ENV_FILE: "",
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      SECRET_KEY: randomBytes(32).toString("hex"),
      ...env(port),
    },
  });
  const url = `http://localhost:${port}`;
  while (!(await fetch(`${url}${first}`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}.`);
    if (performance.now() - began > START_LIMIT_MS) throw new Error(`${name} doesn't answer.`);
    await sleep(10);
  }
  return { url, usage: () => usageOf(child), stop: () => stop(child) };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send("usage");
  for (;;) {
    const [message] = await once(child, "message");
    // Next has messages of its own.
    if (message && typeof message === "object" && "cpuMs" in message) return message as Usage;
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

export async function freshDatabase(name: string): Promise<string> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

let count = 0;

export function newPerson() {
  const username = `p${process.pid}-${count++}`;
  return { email: `${username}@example.com`, username, password: "seven lamps above the moat" };
}
