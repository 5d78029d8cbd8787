import { z } from "zod";
import { endUserSession } from "@/domain/administration/user-sessions";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  "/api/v1/admin/users/{id}/sessions/{session_id}",
  {
    DELETE: endpoint({
      summary: "End one session of somebody",
      tag: "Administration",
      role: "admin",
      fresh: FRESH_SECONDS,
      params: z.object({ id: z.guid(), session_id: z.guid() }),
      status: 204,
      problems: ["NOT_FOUND"],
      handle: ({ caller, params, clientInfo }) =>
        endUserSession({
          actorId: caller.user.id,
          userId: params.id,
          sessionId: params.session_id,
          clientInfo,
        }),
    }),
  },
);
