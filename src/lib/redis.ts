import type { Redis } from "ioredis";
import { log } from "./log";
import { runOutsideRequests } from "./request-context.mjs";
import { settings } from "./settings";

const FIRST_CONNECTION_MS = 1_000;
const ANSWER_MS = 500;

type Link = { client: Redis; firstTry: Promise<unknown>; isAway: boolean; isLeaving: boolean };

// Kept on globalThis: each bundle and each hot reload has a copy of this module.
const KEY = Symbol.for("gatehouse.redis");
const shared = globalThis as { [KEY]?: Promise<Link> };

/**
 * What the work comes to, or null where REDIS_URL is not set or Redis can't do it now. Only the first connection is
 * waited for; one that is lost is made anew in the background, and until then the answer is null at once.
 */
export async function tryRedis<T>(work: (client: Redis) => Promise<T>): Promise<T | null> {
  const { REDIS_URL } = settings();
  if (REDIS_URL === undefined) return null;
  shared[KEY] ??= runOutsideRequests(() => connect(REDIS_URL));
  const link = await shared[KEY];
  await link.firstTry;
  if (link.client.status !== "ready") return null;
  try {
    const result = await work(link.client);
    if (link.isAway) log().info("Redis is back");
    link.isAway = false;
    return result;
  } catch (error) {
    reportAway(link, error);
    return null;
  }
}

/** Closes the connection; the next call opens another. */
export async function closeRedis() {
  const open = shared[KEY];
  shared[KEY] = undefined;
  (await open)?.client.disconnect();
}

async function connect(url: string): Promise<Link> {
  const { Redis } = await import("ioredis");
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: FIRST_CONNECTION_MS,
    // A server that hangs loses its connection, so that it costs few of us the wait.
    socketTimeout: ANSWER_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (tries) => Math.min(50 * 2 ** tries, 1_000),
    // What was the primary is none any more, and the name leads to the new one. Once, however many are told so.
    reconnectOnError: ({ message }) => {
      const leave = message.includes("READONLY") && !link.isLeaving;
      link.isLeaving ||= leave;
      return leave;
    },
  });
  const link: Link = { client, firstTry: Promise.resolve(), isAway: false, isLeaving: false };
  client.on("close", () => {
    link.isLeaving = false;
  });
  client.on("error", (error) => reportAway(link, error));
  const late = new Promise((resolve) => setTimeout(resolve, FIRST_CONNECTION_MS).unref());
  link.firstTry = Promise.race([client.connect().catch(() => {}), late]);
  return link;
}

function reportAway(link: Link, error: unknown) {
  if (!link.isAway) log().warn({ error }, "Redis is away");
  link.isAway = true;
}
