import net from "node:net";

type Side = "client" | "server";
type Pair = { client: net.Socket; server: net.Socket; held: boolean };

export type TcpProxy = {
  /** The same database by way of the proxy. */
  urlOf: (databaseUrl: string) => string;
  /** How often a client spoke after it had been answered: round trips. */
  turns: () => number;
  /** From here on nothing passes, and nobody is told: neither on the open connections nor on new ones. */
  stall: () => void;
  /** The connections that are open stay silent for ever; new ones work. */
  abandon: () => void;
  /** Everything passes again, what was held back first. */
  goOn: () => void;
  /** All connections are cut off, as by a crash of the other side. */
  reset: () => void;
  close: () => Promise<void>;
};

/** A wire to a Postgres that can be listened to, held and cut. */
export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  let turns = 0;
  let stalled = false;

  const proxy = net.createServer((client) => {
    const server = net.connect({ port: Number(target.port), host: target.hostname });
    const pair: Pair = { client, server, held: false };
    let last: Side = "server";
    const heard = (side: Side) => () => {
      if (side === "client" && last === "server") turns++;
      last = side;
    };
    pairs.add(pair);
    for (const [from, to, side] of [
      [client, server, "client"],
      [server, client, "server"],
    ] as const) {
      from.setNoDelay(true);
      from.on("data", heard(side));
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
    if (stalled) hold(pair);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as net.AddressInfo;

  return {
    urlOf: (url) => Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(port) }).href,
    turns: () => turns,
    stall() {
      stalled = true;
      for (const pair of pairs) hold(pair);
    },
    abandon() {
      for (const pair of pairs) hold(pair);
    },
    goOn() {
      stalled = false;
      for (const pair of pairs) {
        // Piped a second time, everything would arrive twice.
        if (pair.held) {
          pair.client.pipe(pair.server);
          pair.server.pipe(pair.client);
        }
        pair.held = false;
      }
    },
    reset() {
      for (const { client, server } of pairs) {
        client.resetAndDestroy();
        server.destroy();
      }
    },
    async close() {
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function hold(pair: Pair) {
  pair.held = true;
  pair.client.unpipe().pause();
  pair.server.unpipe().pause();
}
