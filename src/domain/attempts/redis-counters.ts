import { tryRedis } from "@/lib/redis";
import {
  COUNTED,
  type Count,
  type Counted,
  type Counter,
  type Counters,
  type Counts,
  FIRST_WAIT_SECONDS,
  JUDGED_WITHIN_SECONDS,
  LONGEST_WAIT_SECONDS,
  REMEMBERED_SECONDS,
} from "./counter";

// One tag in braces for all, so that a cluster keeps the keys of one call together.
const PREFIX = "gatehouse:{attempts}:";

const NOW = `
local time = redis.call("time")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function whole(number) return string.format("%.0f", number) end
local function read(key, name) return tonumber(redis.call("hget", key, name) or 0) or 0 end
local function keep(key, name, value) redis.call("hset", key, name, whole(value)) end
`;

// For each key: whether it is denied, how many milliseconds are to be waited, and the window; of a guess how many it makes and
// whether only unjudged ones stand in its way too. A limit of 0 isn't counted. As the statements do it for Postgres.
const COUNT = `${NOW}
local function count(key, limit, windowMs)
  if limit == 0 then return false end
  local points, ends = read(key, "points"), read(key, "ends")
  if ends <= now then
    ends = now + windowMs
    redis.call("hset", key, "points", 1, "ends", whole(ends), "started", whole(now))
    redis.call("pexpireat", key, whole(ends))
    return {0, windowMs, whole(now)}
  end
  if points >= limit then return {1, ends - now, redis.call("hget", key, "started")} end
  redis.call("hincrby", key, "points", 1)
  return {0, ends - now, redis.call("hget", key, "started")}
end

local function guess(key, limit, windowMs)
  if limit == 0 then return false end
  local ends = read(key, "ends")
  if ends <= now then
    redis.call("del", key)
    ends = now + windowMs
    redis.call("hset", key, "started", whole(now))
  end
  local points = read(key, "points")
  local pending = read(key, "pendingUntil") > now and read(key, "pending") or 0
  local blocked = read(key, "blockedUntil")
  if points >= limit and (blocked > now or pending > 0) then
    return {1, math.max(blocked - now, 0), "", points, points - pending < limit and 1 or 0}
  end
  points = points + 1
  if points >= limit then
    local wait = math.min(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ math.min(points - limit, 20))
    keep(key, "blockedUntil", now + wait * 1000)
    ends = now + ${REMEMBERED_SECONDS * 1000}
  end
  redis.call("hset", key, "points", points, "pending", pending + 1, "pendingUntil",
    whole(now + ${JUDGED_WITHIN_SECONDS * 1000}), "ends", whole(ends))
  redis.call("pexpireat", key, whole(ends))
  return {0, 0, redis.call("hget", key, "started"), points, 0}
end

local replies, denied = {}, false
for index = 1, #KEYS do
  local counting = index == #KEYS and guess or count
  local reply = not denied and counting(KEYS[index], tonumber(ARGV[2 * index - 1]), tonumber(ARGV[2 * index]))
  denied = denied or (reply and reply[1] == 1)
  replies[index] = reply or false
end
return replies
`;

const SETTLE = `${NOW}
local key, started, limit, wasRight = KEYS[1], ARGV[1], tonumber(ARGV[2]), ARGV[3] == "1"
if redis.call("hget", key, "started") ~= started or read(key, "ends") <= now then return end
if read(key, "pending") > 0 then redis.call("hincrby", key, "pending", -1) end
if not wasRight or read(key, "points") == 0 then return end
local left = redis.call("hincrby", key, "points", -1)
if left >= limit then return keep(key, "blockedUntil", now) end
redis.call("hdel", key, "blockedUntil")
local ends = math.min(read(key, "ends"), tonumber(started) + ${LONGEST_WAIT_SECONDS * 1000})
keep(key, "ends", ends)
redis.call("pexpireat", key, whole(ends))
`;

type Reply = [denied: 0 | 1, leftMs: number, window: string, points?: number, undecided?: 0 | 1] | null;

/** One round trip for all. Null where Redis is not there. */
export function countInRedis(counters: Counters): Promise<Counts | null> {
  return tryRedis(async (redis) => {
    const all = COUNTED.map((name) => counters[name]);
    const keys = all.map((counter) => `${PREFIX}${counter?.key ?? "none"}`);
    const replies = await redis.eval(COUNT, keys.length, ...keys, ...all.flatMap(limitOf));
    const counts = (replies as Reply[]).map(readReply);
    return Object.fromEntries(COUNTED.map((name, at) => [name, counts[at] ?? null])) as Counts;
  });
}

export async function settleInRedis({ key, window, limit }: Counted, { wasRight }: { wasRight: boolean }) {
  await tryRedis((redis) => redis.eval(SETTLE, 1, `${PREFIX}${key}`, window, limit, wasRight ? 1 : 0));
}

export async function forgetInRedis(keys: string[]) {
  await tryRedis((redis) => redis.del(...keys.map((key) => `${PREFIX}${key}`)));
}

function limitOf(counter: Counter | null) {
  return counter ? [counter.limit, counter.windowSeconds * 1000] : [0, 0];
}

function readReply(reply: Reply): Count | null {
  if (reply === null) return null;
  const [denied, leftMs, window, points, undecided] = reply;
  return {
    denied: denied === 1,
    retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
    window,
    ...(points !== undefined && { points, undecided: undecided === 1 }),
  };
}
