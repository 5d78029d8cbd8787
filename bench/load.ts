import http from "node:http";

export type Answer = { status: number; body: unknown; cookies: string };
export type Request = {
  path: string;
  method?: string;
  /** Sent as JSON; bytes as they are, in the type that the headers name. */
  body?: unknown;
  headers?: Record<string, string>;
  take?: (answer: Answer) => void;
};
/** What one client asks next; what came back is handed to `take`. */
export type Ask = () => Request;
export type Load = {
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  refused: number;
};

/** Clients that each ask again as soon as they are answered, over a connection of their own, until the time or the list is over. */
export async function load(url: string, clients: Ask[], until: { seconds: number } | { each: number }) {
  const began = performance.now();
  const end = "seconds" in until ? began + until.seconds * 1000 : Number.POSITIVE_INFINITY;
  const most = "each" in until ? until.each : Number.POSITIVE_INFINITY;
  const times: number[] = [];
  let refused = 0;
  await Promise.all(
    clients.map(async (ask) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      for (let count = 0; count < most && performance.now() < end; count++) {
        const request = ask();
        const asked = performance.now();
        const answer = await send(url, request, agent);
        times.push(performance.now() - asked);
        if (answer.status >= 300) refused++;
        else request.take?.(answer);
      }
      agent.destroy();
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const count = times.length;
  return { count, perSecond: count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}

export function send(url: string, { path, method, body, headers }: Request, agent?: http.Agent) {
  const sent = body === undefined || body instanceof Buffer ? body : JSON.stringify(body);
  return new Promise<Answer>((resolve, reject) => {
    const request = http.request(`${url}${path}`, {
      agent,
      method: method ?? (sent === undefined ? "GET" : "POST"),
      headers: {
        ...(sent !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(sent),
        }),
        ...headers,
      },
    });
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part)).on("error", reject);
      response.on("end", () => {
        const cookies = (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
        resolve({ status: response.statusCode ?? 0, body: read(response, Buffer.concat(parts)), cookies });
      });
    });
    request.on("error", reject).end(sent);
  });
}

function read({ headers }: http.IncomingMessage, body: Buffer): unknown {
  return headers["content-type"]?.startsWith("application/json")
    ? JSON.parse(body.toString() || "null")
    : null;
}
