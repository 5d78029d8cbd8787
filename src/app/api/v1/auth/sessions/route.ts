import { z } from "zod";
import { sessionPageAnswer } from "@/domain/sessions/answers";
import { endOtherSessions, listLiveSessions } from "@/domain/sessions/sessions";
import { deviceCookie, readDevice } from "@/http/device-cookie";
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
    summary: "End all my other sessions, and let no other device pass for mine",
    tag: "Sessions",
    status: 200,
    answer: z.object({ revoked: z.int() }),
    cookies: "device",
    async handle({ request, reply, caller, clientInfo }) {
      const userId = caller.user.id;
      const ending = { userId, currentId: caller.sessionId, clientInfo };
      const { revoked, deviceGeneration: generation } = await endOtherSessions(ending);
      // The device that asks for it stays known.
      if (await readDevice(request.headers))
        reply.append("set-cookie", await deviceCookie(request.headers, { userId, generation }));
      return { revoked };
    },
  }),
});
