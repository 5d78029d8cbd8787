import { requestVerification } from "@/domain/email-verification/email-verification";
import { resendFormSchema, resendSchema } from "@/domain/email-verification/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/email-verifications", {
  POST: endpoint({
    summary: "Have another link mailed that verifies my email",
    description: "The first is sent at registration. An email that is verified gets none.",
    tag: "Recovery",
    unverified: true,
    limit: "mails",
    body: resendSchema,
    form: { schema: resendFormSchema, page: "/verify-email" },
    status: 202,
    problems: ["MAIL_NOT_SET_UP"],
    handle: ({ caller: { user }, clientInfo }) => requestVerification({ user, clientInfo }),
  }),
});
