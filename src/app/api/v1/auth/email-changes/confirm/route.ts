import { confirmEmailChange } from "@/domain/email-changes/email-changes";
import { confirmationFormSchema, confirmationSchema } from "@/domain/proofs/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/email-changes/confirm", {
  POST: endpoint({
    summary: "Move an account to a new email by the link that was mailed to it",
    description: "Also without a session: whoever has the link has the mailbox.",
    tag: "Recovery",
    public: true,
    csrf: "always",
    body: confirmationSchema,
    form: { schema: confirmationFormSchema, page: "/change-email" },
    status: 204,
    problems: ["INVALID_PROOF"],
    handle: ({ body: { token }, clientInfo }) => confirmEmailChange({ token, clientInfo }),
  }),
});
