import { invitationAnswer, sentInvitationAnswer } from "@/domain/invitations/answers";
import { newInvitationSchema } from "@/domain/invitations/inputs";
import { invite, listInvitations } from "@/domain/invitations/invitations";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/invitations", {
  GET: endpoint({
    summary: "Invitations that nobody has accepted yet",
    tag: "Administration",
    role: "admin",
    query: pageQuery,
    status: 200,
    answer: pageAnswer(invitationAnswer).meta({ id: "InvitationPage" }),
    handle: ({ query }) => listInvitations(query),
  }),
  POST: endpoint({
    summary: "Invite somebody, also while registration is closed",
    description:
      "The link is mailed, or answered where no mail is sent. Whoever is invited already gets a new link, and the older one is void.",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    body: newInvitationSchema,
    status: 201,
    answer: sentInvitationAnswer,
    problems: ["EMAIL_ALREADY_EXISTS", "INVALID_EMAIL"],
    handle: ({ caller, body, clientInfo }) => invite({ actor: caller.user, ...body, clientInfo }),
  }),
});
