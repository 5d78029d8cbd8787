import { z } from "zod";
import { endSession } from "@/domain/sessions/sessions";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/sessions/{id}", {
  DELETE: endpoint({
    summary: "End one of my sessions",
    tag: "Sessions",
    params: z.object({ id: z.guid() }),
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params, clientInfo }) =>
      endSession({ sessionId: params.id, userId: caller.user.id, clientInfo }),
  }),
});
