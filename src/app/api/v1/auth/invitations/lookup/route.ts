import { invitationLookupAnswer } from "@/domain/invitations/answers";
import { getInvitation } from "@/domain/invitations/invitations";
import { getOrganization } from "@/domain/organization/organization";
import { confirmationSchema } from "@/domain/proofs/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/invitations/lookup", {
  POST: endpoint({
    summary: "Who invites whom, by the link of an invitation",
    description: "Accept it by registering with `invitation_token`.",
    tag: "Recovery",
    public: true,
    csrf: "always",
    body: confirmationSchema,
    status: 200,
    answer: invitationLookupAnswer,
    problems: ["INVALID_PROOF"],
    async handle({ body: { token } }) {
      const [invitation, { organization_name }] = await Promise.all([
        getInvitation(token),
        getOrganization(),
      ]);
      return { organization_name, ...invitation };
    },
  }),
});
