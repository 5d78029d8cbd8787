import { z } from "zod";
import { sentInvitationAnswer } from "@/domain/invitations/answers";
import { resendInvitation } from "@/domain/invitations/invitations";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  "/api/v1/admin/invitations/{id}/resend",
  {
    POST: endpoint({
      summary: "Send an invitation again, with a link that voids the older one",
      tag: "Administration",
      role: "admin",
      fresh: FRESH_SECONDS,
      params: z.object({ id: z.guid() }),
      status: 201,
      answer: sentInvitationAnswer,
      problems: ["NOT_FOUND"],
      handle: ({ caller, params: { id }, clientInfo }) =>
        resendInvitation({ actor: caller.user, id, clientInfo }),
    }),
  },
);
