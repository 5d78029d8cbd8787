import { tryRedis } from "@/lib/redis";
import type { Count, Counted, Counter, Counters, Counts } from "./counter";

// One tag in braces for all, so that a cluster keeps the keys of one call together.
const PREFIX = "gatehouse:{attempts}:";

// For each key: whether it is denied, how many milliseconds its window goes on, and when that ends. A limit of 0 isn't counted.
const COUNT = `
local time = redis.call("time")
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function count(key, limit, windowMs)
  if limit == 0 then return false end
  local found = redis.call("hmget", key, "points", "ends")
  local points, ends = tonumber(found[1] or 0), tonumber(found[2] or 0)
  if ends <= now then
    ends = now + windowMs
    redis.call("hset", key, "points", 1, "ends", string.format("%.0f", ends))
    redis.call("pexpireat", key, string.format("%.0f", ends))
    return {0, windowMs, ends}
  end
  if points >= limit then return {1, ends - now, ends} end
  redis.call("hincrby", key, "points", 1)
  return {0, ends - now, ends}
end

local address = count(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]))
if address and address[1] == 1 then return {address, false} end
return {address, count(KEYS[2], tonumber(ARGV[3]), tonumber(ARGV[4]))}
`;

const GIVE_BACK = `
if redis.call("hget", KEYS[1], "ends") ~= ARGV[1] then return end
if tonumber(redis.call("hget", KEYS[1], "points")) > 0 then redis.call("hincrby", KEYS[1], "points", -1) end
`;

type Reply = [denied: 0 | 1, leftMs: number, ends: number] | null;

/** One round trip for both. Null where Redis is not there. */
export function countInRedis({ address, identifier }: Counters): Promise<Counts | null> {
  return tryRedis(async (redis) => {
    const keys = [address, identifier].map((counter) => `${PREFIX}${counter?.key ?? "none"}`);
    const replies = await redis.eval(COUNT, 2, ...keys, ...limitOf(address), ...limitOf(identifier));
    const [first, second] = replies as [Reply, Reply];
    return { address: readReply(first), identifier: readReply(second) };
  });
}

export async function giveBackInRedis({ key, window }: Counted) {
  await tryRedis((redis) => redis.eval(GIVE_BACK, 1, `${PREFIX}${key}`, window));
}

function limitOf(counter: Counter | null) {
  return counter ? [counter.limit, counter.windowSeconds * 1000] : [0, 0];
}

function readReply(reply: Reply): Count | null {
  if (reply === null) return null;
  const [denied, leftMs, ends] = reply;
  return {
    denied: denied === 1,
    retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
    window: String(ends),
  };
}
