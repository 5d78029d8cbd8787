import { z } from "zod";
import { sessionPageAnswer } from "@/domain/sessions/answers";
import { endOtherSessions, listLiveSessions } from "@/domain/sessions/sessions";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/sessions", {
  GET: endpoint({
    summary: "My live sessions, this one first",
    tag: "Sessions",
    status: 200,
    answer: sessionPageAnswer,
    async handle({ caller }) {
      const items = await listLiveSessions({ userId: caller.user.id, currentId: caller.sessionId });
      return { items, next_cursor: null };
    },
  }),
  DELETE: endpoint({
    summary: "End all my other sessions",
    tag: "Sessions",
    status: 200,
    answer: z.object({ revoked: z.int() }),
    async handle({ caller, clientInfo }) {
      return {
        revoked: await endOtherSessions({ userId: caller.user.id, currentId: caller.sessionId, clientInfo }),
      };
    },
  }),
});
