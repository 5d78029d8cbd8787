import { readFileSync, writeFileSync } from "node:fs";
import type { Turn } from "./scenes";
import type { Server, Start } from "./servers/server";

type Measure = {
  perSecond: number;
  cpuMs: number | null;
  p50: number;
  p95: number;
  p99: number;
  refused: number;
};
/** Of one number: the middle of the rounds, the least and the most. */
type Spread = { middle: number; least: number; most: number };

type Ratio = { rate: Spread; cpu: Spread | null };

/** After what all were asked for, and after what only the product was. */
export type Memory = { loadedMb: number; inTheEndMb: number };

/** Each of the starts, in turn with those of the others. */
type Process = Memory & { starts: Start[] };

export type Figures = {
  at: string;
  node: string;
  servers: Record<string, Process>;
  scenes: Record<string, Record<string, Measure>>;
  /** The product's rate and CPU a request against each other server's, round by round. */
  ratios: Record<string, Record<string, Ratio>>;
};

type Played = {
  turns: Map<string, Map<string, Turn[]>>;
  starts: Map<string, Start[]>;
  memory: Map<string, Memory>;
};

export function figuresOf(servers: Server[], { turns, starts, memory }: Played): Figures {
  const [product, ...others] = servers as [Server, ...Server[]];
  const figures: Figures = {
    at: new Date().toISOString(),
    node: process.version,
    servers: {},
    scenes: {},
    ratios: {},
  };
  for (const { name } of servers) {
    const { loadedMb = 0, inTheEndMb = 0 } = memory.get(name) ?? {};
    figures.servers[name] = { starts: starts.get(name) ?? [], loadedMb, inTheEndMb };
  }
  for (const [scene, rounds] of turns) {
    figures.scenes[scene] = Object.fromEntries([...rounds].map(([name, of]) => [name, measureOf(of)]));
    const ours = rounds.get(product.name) ?? [];
    const ratios = others.flatMap(({ name }) => {
      const theirs = rounds.get(name);
      if (!theirs) return [];
      return [[name, ratioOf(ours, theirs)] as const];
    });
    figures.ratios[scene] = Object.fromEntries(ratios);
  }
  return figures;
}

function ratioOf(ours: Turn[], theirs: Turn[]): Ratio {
  const ratio = (of: (turn: Turn) => number) =>
    spreadOf(ours.map((turn, round) => of(turn) / of(theirs[round] as Turn)));
  const rate = ratio((turn) => turn.perSecond);
  return { rate, cpu: ours.some(({ cpuMs }) => cpuMs === null) ? null : ratio(({ cpuMs }) => cpuMs ?? 0) };
}

function measureOf(turns: Turn[]): Measure {
  const middleOf = (of: (turn: Turn) => number) => spreadOf(turns.map(of)).middle;
  return {
    perSecond: middleOf((turn) => turn.perSecond),
    cpuMs: turns.some(({ cpuMs }) => cpuMs === null) ? null : middleOf(({ cpuMs }) => cpuMs ?? 0),
    p50: middleOf((turn) => turn.p50),
    p95: middleOf((turn) => turn.p95),
    p99: middleOf((turn) => turn.p99),
    refused: turns.reduce((sum, turn) => sum + turn.refused, 0),
  };
}

function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    middle: sorted[Math.floor(sorted.length / 2)] ?? 0,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}

/** Markdown: a line for each scene and server, with what the product is against it. */
export function table({ servers, scenes, ratios }: Figures): string {
  const lines = [
    "| Scene | Server | a second | CPU ms | p50 ms | p95 ms | p99 ms | our rate | our CPU |",
    "|---|---|---|---|---|---|---|---|---|",
  ];
  for (const [scene, rounds] of Object.entries(scenes)) {
    for (const [name, { perSecond, cpuMs, p50, p95, p99, refused }] of Object.entries(rounds)) {
      const ratio = ratios[scene]?.[name];
      const against = ratio ? [times(ratio.rate), times(ratio.cpu)] : ["", ""];
      const who = refused > 0 ? `${name} (${refused} refused)` : name;
      lines.push(row([scene, who, ...[perSecond, cpuMs, p50, p95, p99].map(short), ...against]));
    }
  }
  lines.push("", ...tableOfServers(servers));
  return lines.join("\n");
}

function tableOfServers(servers: Figures["servers"]): string[] {
  const lines = [
    "| Server | start to the first 200, ms | memory fresh, MB | after the load | after the product's own | our start | our memory fresh | loaded |",
    "|---|---|---|---|---|---|---|---|",
  ];
  const [ours] = Object.values(servers);
  for (const [name, theirs] of Object.entries(servers)) {
    const middle = (of: keyof Start) => spreadOf(theirs.starts.map((start) => start[of])).middle.toFixed(0);
    const against = (of: keyof Start) =>
      times(spreadOf(theirs.starts.map((start, round) => (ours?.starts[round]?.[of] ?? 0) / start[of])));
    const memory = [theirs.loadedMb, theirs.inTheEndMb].map((mb) => mb.toFixed(0));
    const ratios =
      theirs === ours
        ? ["", "", ""]
        : [against("startMs"), against("freshMb"), `${short((ours?.loadedMb ?? 0) / theirs.loadedMb)} ×`];
    lines.push(row([name, middle("startMs"), middle("freshMb"), ...memory, ...ratios]));
  }
  return lines;
}

/** What changed between two runs, by the ratios, since the machine is never twice the same. */
export function compared(before: Figures, after: Figures): string {
  const lines = [
    "| Scene | Against | rate before | after | CPU before | after |",
    "|---|---|---|---|---|---|",
  ];
  for (const [scene, rounds] of Object.entries(after.ratios)) {
    for (const [name, now] of Object.entries(rounds)) {
      const then = before.ratios[scene]?.[name];
      if (then)
        lines.push(row([scene, name, times(then.rate), times(now.rate), times(then.cpu), times(now.cpu)]));
    }
  }
  return lines.join("\n");
}

const BEGIN = "<!-- bench: written by npm run bench -- --write -->";
const END = "<!-- /bench -->";

export function intoSpeedDoc(file: string, figures: Figures) {
  const text = readFileSync(file, "utf8");
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (after === undefined) throw new Error(`${file} has no place for the table.`);
  const when = `Measured ${figures.at.slice(0, 10)}, Node ${figures.node.slice(1)}.`;
  writeFileSync(file, `${before}${BEGIN}\n\n${when}\n\n${table(figures)}\n\n${END}${after}`);
}

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
const short = (value: number | null) => value?.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) ?? "";

function times(spread: Spread | null) {
  if (!spread) return "";
  const { middle, least, most } = spread;
  return `${short(middle)} × (${short(least)}–${short(most)})`;
}
