import { findNextSteps } from "@/domain/administration/next-steps";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import type { Caller } from "@/domain/sessions/sessions";
import { getTaskStats } from "@/domain/tasks/stats";
import type { OwnPage, ReadOwnPage } from "@/lib/application.mjs";
import { clockAt } from "@/lib/day";
import { accessSecondsLeft, findCaller } from "./caller";

/**
 * What the pages are made of that the guard keeps for their readers (docs/decisions/0014): all that they show of data and of the
 * time, but for the organization, which it knows of. A page that turns out to have read anything else isn't kept.
 */
export const OWN_PAGES: Record<string, ReadOwnPage> = { "/": ownPage(dashboard) };

function ownPage(read: (caller: Caller) => Promise<unknown>): ReadOwnPage {
  return async (headers): Promise<OwnPage | null> => {
    const caller = await findCaller(headers);
    if (!caller || mustVerify(caller.user)) return null;
    return { of: JSON.stringify([caller, await read(caller)]), secondsLeft: accessSecondsLeft(headers) };
  };
}

export async function dashboard({ user }: Pick<Caller, "user">, now = new Date()) {
  const [stats, nextSteps] = await Promise.all([
    getTaskStats({ userId: user.id, timeZone: user.time_zone, now }),
    user.role === "admin" && findNextSteps(),
  ]);
  const isOverdue = [...stats.dueByToday, ...stats.dueThisWeek].map(({ due_date: due }) => due < now);
  return { today: clockAt(now, user.time_zone).day, stats, isOverdue, nextSteps };
}
