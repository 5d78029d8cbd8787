import { eventFilterSchema } from "@/domain/administration/inputs";
import { findUserId } from "@/domain/administration/list-users";
import type { EventFilter } from "@/domain/audit/list-events";
import { endOfDay, startOfDay } from "@/lib/day";
import { readFilter } from "../../address";

type Read = { filter: EventFilter; unknown: "" } | { filter: null; unknown: string };

/** Resolves usernames and emails to ids, and days in the reader's time zone. An unknown name matches nothing. */
export async function readEventFilter(query: Record<string, string>, timeZone: string): Promise<Read> {
  const [actorId, subjectId] = await Promise.all([findId(query.actor), findId(query.subject)]);
  if (actorId === null) return { filter: null, unknown: query.actor ?? "" };
  if (subjectId === null) return { filter: null, unknown: query.subject ?? "" };
  const { action } = readFilter(eventFilterSchema.pick({ action: true }), query);
  return {
    filter: {
      action,
      actor_id: actorId,
      subject_id: subjectId,
      from: startOfDay(query.from ?? "", timeZone) ?? undefined,
      to: endOfDay(query.to ?? "", timeZone) ?? undefined,
    },
    unknown: "",
  };
}

async function findId(name: string | undefined) {
  return name === undefined ? undefined : findUserId(name);
}
