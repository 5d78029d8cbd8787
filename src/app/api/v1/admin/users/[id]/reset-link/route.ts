import { z } from "zod";
import { resetLinkAnswer } from "@/domain/administration/answers";
import { createResetLink } from "@/domain/administration/create-user";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}/reset-link", {
  POST: endpoint({
    summary: "Make a link that sets a new password",
    description: "It is mailed, or answered where no mail is sent; then it verifies no address.",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    params: z.object({ id: z.guid() }),
    status: 201,
    answer: resetLinkAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      createResetLink({ actorId: caller.user.id, userId: id, clientInfo }),
  }),
});
