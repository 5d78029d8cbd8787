import { z } from "zod";
import { revokeInvitation } from "@/domain/invitations/invitations";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/invitations/{id}", {
  DELETE: endpoint({
    summary: "Revoke an invitation",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    params: z.object({ id: z.guid() }),
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      revokeInvitation({ actor: caller.user, id, clientInfo }),
  }),
});
