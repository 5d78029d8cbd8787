import { z } from "zod";
import { denySession } from "@/domain/alerts/deny";
import { deviceCookie, readDevice } from "@/http/device-cookie";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/sessions/{id}/deny", {
  POST: endpoint({
    summary: "Say of one of my sessions, or of one that has ended, that it wasn't me",
    description:
      "All sessions but this one and all other known devices end, and providers linked since it began are unlinked. The password stays: the next thing is to change it.",
    tag: "Sessions",
    fresh: FRESH_SECONDS,
    params: z.object({ id: z.guid() }),
    status: 204,
    cookies: "device",
    problems: ["NOT_FOUND"],
    async handle({ request, reply, caller, params, clientInfo }) {
      const userId = caller.user.id;
      const denial = { owner: caller, sessionId: params.id, clientInfo };
      const { deviceGeneration: generation } = await denySession(denial);
      // The device that says so stays known.
      if (await readDevice(request.headers))
        reply.append("set-cookie", await deviceCookie(request.headers, { userId, generation }));
    },
  }),
});
