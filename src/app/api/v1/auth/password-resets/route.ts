import { resetRequestFormSchema, resetRequestSchema } from "@/domain/password-reset/inputs";
import { requestReset } from "@/domain/password-reset/password-reset";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/password-resets", {
  POST: endpoint({
    summary: "Have a link mailed that sets a new password",
    description:
      "Answers the same, in the same time, whether there is such an account or not. After three mails in an hour no further one is sent, and the last link stays good.",
    tag: "Recovery",
    public: true,
    csrf: "always",
    limit: "mails",
    body: resetRequestSchema,
    form: { schema: resetRequestFormSchema, page: "/forgot-password" },
    status: 202,
    problems: ["INVALID_EMAIL", "MAIL_NOT_SET_UP"],
    handle: ({ body: { email }, clientInfo }) => requestReset({ email, clientInfo }),
  }),
});
