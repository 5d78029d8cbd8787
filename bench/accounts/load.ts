import http from "node:http";

export type Load = { perSecond: number; p50: number; p95: number; p99: number; refused: number };
/** What one client asks next; what came back is handed to `take`. */
export type Ask = () => { path: string; body?: unknown; token?: string; take?: (answer: unknown) => void };

/** Clients that each ask again as soon as they are answered, over a connection of their own. */
export async function load(api: string, asks: Ask[], seconds: number): Promise<Load> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  await Promise.all(
    asks.map(async (ask) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      while (performance.now() < end) {
        const started = performance.now();
        const { status, take, answer } = await once(api, ask, agent);
        times.push(performance.now() - started);
        if (status >= 300) refused++;
        else take?.(answer);
      }
      agent.destroy();
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const perSecond = (times.length / (performance.now() - began)) * 1000;
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}

function once(api: string, ask: Ask, agent: http.Agent) {
  const { path, body, token, take } = ask();
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise<{ status: number; answer: unknown; take: typeof take }>((resolve, reject) => {
    const request = http.request(
      `${api}${path}`,
      {
        agent,
        method: text === undefined ? "GET" : "POST",
        headers: {
          ...(text !== undefined && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(text),
          }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        let told = "";
        response.setEncoding("utf8").on("data", (part) => {
          told += part;
        });
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, answer: JSON.parse(told || "null"), take });
        });
      },
    );
    request.on("error", reject).end(text);
  });
}
