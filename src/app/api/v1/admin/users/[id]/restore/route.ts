import { z } from "zod";
import { knownUserAnswer } from "@/domain/administration/answers";
import { restoreUser } from "@/domain/administration/delete-user";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

const params = z.object({ id: z.guid() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}/restore", {
  POST: endpoint({
    summary: "Give a deleted account back, as long as it isn't purged",
    tag: "Administration",
    role: "admin",
    params,
    fresh: FRESH_SECONDS,
    status: 200,
    answer: knownUserAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      restoreUser({ actorId: caller.user.id, userId: id, clientInfo }),
  }),
});
