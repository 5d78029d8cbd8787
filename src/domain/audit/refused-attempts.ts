import type { ClientInfo } from "@/domain/client-info";
import { clientNetwork } from "@/lib/client-address.mjs";
import type { ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import { recordEvent } from "./audit";

// What somebody tried and was kept from before anything was done: worth knowing, and nothing to fill the trail with. One
// network leaves one event of a kind a minute, and all together so many.

const WORTH_KNOWING = new Set<ErrorCode>(["RATE_LIMIT_EXCEEDED", "CSRF_REJECTED", "INVALID_SETUP_TOKEN"]);
const WINDOW_MS = 60_000;
const MOST_IN_A_WINDOW = 30;

let began = 0;
const noted = new Set<string>();

type Refused = { code: ErrorCode; method: string; route: string; userId?: string; clientInfo: ClientInfo };

/** Nobody waits for it: the answer is out before. */
export function noteRefusal({ code, method, route, userId, clientInfo }: Refused) {
  if (!WORTH_KNOWING.has(code) || !isNew(`${code} ${networkOf(clientInfo)}`)) return;
  const who = userId ?? null;
  recordEvent({
    action: "attempt.refused",
    actorId: who,
    subjectId: who,
    detail: { code, endpoint: `${method} ${route}` },
    clientInfo,
  }).catch((error) => log().warn({ error }, "a refused attempt was not written down"));
}

function isNew(key: string) {
  const now = Date.now();
  if (now - began > WINDOW_MS) {
    began = now;
    noted.clear();
  }
  if (noted.has(key) || noted.size >= MOST_IN_A_WINDOW) return false;
  noted.add(key);
  return true;
}

function networkOf({ address }: ClientInfo) {
  return address === null ? "unknown" : clientNetwork(address);
}

/** For tests: nothing has been noted yet. */
export function forgetRefusals() {
  began = 0;
}
