import { z } from "zod";
import { unlockUser } from "@/domain/administration/unlock-user";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}/unlock", {
  POST: endpoint({
    summary: "Let somebody sign in at once whose name was guessed at",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    params: z.object({ id: z.guid() }),
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      unlockUser({ actorId: caller.user.id, userId: id, clientInfo }),
  }),
});
