import { z } from "zod";
import { endUserSessions, listUserSessions } from "@/domain/administration/user-sessions";
import { sessionPageAnswer } from "@/domain/sessions/answers";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

const params = z.object({ id: z.guid() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}/sessions", {
  GET: endpoint({
    summary: "Somebody's live sessions",
    tag: "Administration",
    role: "admin",
    params,
    status: 200,
    answer: sessionPageAnswer,
    problems: ["NOT_FOUND"],
    async handle({ caller, params: { id } }) {
      const items = await listUserSessions({ userId: id, currentId: caller.sessionId });
      return { items, next_cursor: null };
    },
  }),
  DELETE: endpoint({
    summary: "End all sessions of somebody",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    params,
    status: 200,
    answer: z.object({ revoked: z.int() }),
    problems: ["NOT_FOUND"],
    async handle({ caller, params: { id }, clientInfo }) {
      return { revoked: await endUserSessions({ actorId: caller.user.id, userId: id, clientInfo }) };
    },
  }),
});
