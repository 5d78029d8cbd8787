import { requestEmailChange } from "@/domain/email-changes/email-changes";
import { emailChangeFormSchema, emailChangeSchema } from "@/domain/email-changes/inputs";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/email-changes", {
  POST: endpoint({
    summary: "Change my email",
    description:
      "A link goes to the new one, and nothing changes before it is opened and confirmed. Answers the same where another account has that email: then its owner is told. A verified old email gets a link that undoes the change.",
    unverified: true,
    tag: "Recovery",
    fresh: FRESH_SECONDS,
    proof: (body) => body.password,
    limit: "mails",
    body: emailChangeSchema,
    form: { schema: emailChangeFormSchema, page: "/settings/email" },
    status: 202,
    problems: ["INVALID_EMAIL", "WRONG_PASSWORD", "MAIL_NOT_SET_UP"],
    handle: ({ caller, body: { email, password }, clientInfo }) =>
      requestEmailChange({ owner: caller, email, password, clientInfo }),
  }),
});
