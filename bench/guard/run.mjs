import { readFileSync } from "node:fs";
import http from "node:http";

// node bench/guard/run.mjs <process> <address> <process> <address> [access token]
//
// CPU of two running servers for the same requests, in turns: one as it is, one with PAGES_FROM_MEMORY and API_BEFORE_NEXT off.

const ROUNDS = 5;
const CLIENTS = 8;
const TICK_MS = 10;

const [pid, address, otherPid, otherAddress, token = ""] = process.argv.slice(2);
const servers = [
  { pid, address },
  { pid: otherPid, address: otherAddress },
];
const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
/** @type {{ name: string, headers: Record<string, string>, requests: number }[]} */
const scenes = [
  { name: "/api/v1/auth/me", headers: { authorization: `Bearer ${token}` }, requests: 2_000 },
  { name: "/health", headers: {}, requests: 2_000 },
  { name: "/login", headers: {}, requests: 400 },
  { name: "/login", headers: { "accept-encoding": "gzip" }, requests: 400 },
];

for (const { name, headers, requests } of scenes) {
  /** @type {number[][]} */
  const spent = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, server] of servers.entries()) {
      const ms = await cpuMs(server, { name, headers, requests });
      if (round > 0) spent[index]?.push(ms);
    }
  }
  const [one = 0, other = 0] = spent.map(median);
  const ratios = `${one.toFixed(3)} and ${other.toFixed(3)} ms of CPU a request: ${(other / one).toFixed(1)} ×`;
  console.log(`${name} ${Object.keys(headers).join()}  ${ratios}`);
}
agent.destroy();

/**
 * @param {{ pid?: string, address?: string }} server
 * @param {{ name: string, headers: Record<string, string>, requests: number }} scene
 */
async function cpuMs({ pid, address }, { name, headers, requests }) {
  const before = ticksOf(pid);
  let left = requests;
  const client = async () => {
    while (left-- > 0) await get(new URL(name, address), headers);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return ((ticksOf(pid) - before) * TICK_MS) / requests;
}

/** @param {URL} url @param {Record<string, string>} headers */
function get(url, headers) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent }, (response) => response.resume().on("end", resolve));
    request.on("error", reject);
  });
}

/** @param {string} [pid] */
function ticksOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
