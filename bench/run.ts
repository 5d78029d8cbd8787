import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "../scripts/launch/ground/build.mjs";
import { send } from "./load";
import { compared, type Figures, figuresOf, intoSpeedDoc, type Memory, table } from "./report";
import { mixed, OURS, registerPeople, SCENES, type Scene, type Turn } from "./scenes";
import { startBetterAuth } from "./servers/better-auth";
import { startFloor } from "./servers/floor";
import { startProduct } from "./servers/product";
import { type Person, ROOT, type Server, type Start } from "./servers/server";

// npm run bench: the product beside the least that could be called an accounts API (floor/) and beside better-auth, turn by turn
// in one run, so that a busy machine is busy for all. What counts are the ratios.

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    scenes: { type: "string", default: "" },
    beside: { type: "string" },
    json: { type: "string", default: ".data/bench.json" },
    compare: { type: "string" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(`npm run bench -- [options]
  --rounds 5 --seconds 3   how often each scene is played, and how long
  --scenes "/me,start"     only these
  --beside ../other-tree   a second tree of the product, built, in the same run
  --json FILE              where the figures go (.data/bench.json)
  --compare FILE           figures of an earlier run beside these
  --write                  put the table into docs/speed.md`);
  process.exit(0);
}
const ROUNDS = Number(options.rounds);
const SECONDS = Number(options.seconds);
const only = options.scenes.split(",").filter(Boolean);

await build();
const servers = await startAll();
const turns = new Map<string, Map<string, Turn[]>>();
const starts = new Map<string, Start[]>();
const memory = new Map<string, Memory>();
try {
  const people = new Map<string, Person[]>();
  for (const server of servers) people.set(server.name, await registerPeople(server));
  await play(
    "warm-up",
    async (server) => {
      for (const scene of [...SCENES, ...OURS]) await scene.run(server, people.get(server.name) ?? [], 1);
      return [];
    },
    1,
  );
  await playScenes(SCENES, people);
  if (only.length === 0) {
    await play("while eight sign in", async (server) => {
      const { reads, signIns } = await mixed(server, people.get(server.name) ?? [], SECONDS);
      return [
        ["/me while eight sign in", reads],
        ["sign-ins beside /me", signIns],
      ];
    });
  }
  await noteMemory("loadedMb");
  await playScenes(OURS, people);
  await noteMemory("inTheEndMb");
  if (only.length === 0 || only.includes("start")) {
    await play("start", async ({ name, startAgain }) => {
      starts.set(name, [...(starts.get(name) ?? []), await startAgain()]);
      return [];
    });
  }
  const figures = figuresOf(servers, { turns, starts, memory });
  save(figures);
  console.log(`\n${table(figures)}\n`);
  if (options.compare) console.log(compared(JSON.parse(readFileSync(options.compare, "utf8")), figures));
  if (options.write) intoSpeedDoc(path.join(ROOT, "docs/speed.md"), figures);
} finally {
  await Promise.all(servers.map(({ stop }) => stop()));
}

async function playScenes(scenes: Scene[], people: Map<string, Person[]>) {
  for (const scene of scenes.filter(({ name }) => only.length === 0 || only.includes(name))) {
    await play(scene.name, async (server) => {
      const turn = await scene.run(server, people.get(server.name) ?? [], SECONDS);
      return turn ? [[scene.name, turn]] : [];
    });
  }
}

async function noteMemory(when: keyof Memory) {
  for (const { name, usage } of servers) {
    const before = memory.get(name) ?? { loadedMb: 0, inTheEndMb: 0 };
    memory.set(name, { ...before, [when]: (await usage()).rssMb });
  }
}

async function startAll(): Promise<Server[]> {
  const product = await startProduct();
  const started = [product];
  if (options.beside) started.push(await startProduct("the other tree", path.resolve(options.beside)));
  started.push(await startFloor(await dashboardOf(product)), await startBetterAuth());
  return started;
}

async function dashboardOf(product: Server): Promise<string> {
  const answer = await send(product.url, product.asks.register());
  const { cookies: cookie } = product.proofOf(answer);
  const page = await fetch(product.url, { headers: { accept: "text/html", cookie: String(cookie) } });
  const html = await page.text();
  return html.slice(html.indexOf("<body"), html.indexOf("<script", html.indexOf("<body")));
}

/** Each server in turn; the one that begins changes with every round. */
async function play(what: string, run: (server: Server) => Promise<[string, Turn][]>, rounds = ROUNDS) {
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`${what}, ${round + 1} of ${rounds}\n`);
    for (let turn = 0; turn < servers.length; turn++) {
      const server = servers[(round + turn) % servers.length] as Server;
      for (const [scene, figures] of await run(server)) keep(scene, server.name, figures);
    }
  }
}

function keep(scene: string, server: string, turn: Turn) {
  const ofScene = turns.get(scene) ?? new Map<string, Turn[]>();
  turns.set(scene, ofScene.set(server, [...(ofScene.get(server) ?? []), turn]));
}

function save(figures: Figures) {
  mkdirSync(path.dirname(options.json), { recursive: true });
  writeFileSync(options.json, JSON.stringify(figures, null, 2));
}
