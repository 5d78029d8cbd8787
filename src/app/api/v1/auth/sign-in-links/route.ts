import { signInLinkFormSchema, signInLinkSchema } from "@/domain/sign-in-links/inputs";
import { requestSignInLink, requireSignInLinks } from "@/domain/sign-in-links/sign-in-links";
import { endpoint } from "@/http/endpoint";
import { safeNext } from "@/http/origin";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/sign-in-links", {
  POST: endpoint({
    summary: "Have a link mailed that signs in",
    description:
      "Only where SIGN_IN_LINKS is on. Answers the same, in the same time, whether there is such an account or not, and makes none.",
    tag: "Sessions",
    public: true,
    csrf: "always",
    limit: "mails",
    body: signInLinkSchema,
    form: { schema: signInLinkFormSchema, page: "/sign-in-link" },
    status: 202,
    problems: ["INVALID_EMAIL", "NOT_FOUND", "MAIL_NOT_SET_UP"],
    handle({ body: { email, remember_me: rememberMe = false, next }, clientInfo }) {
      requireSignInLinks();
      return requestSignInLink({ email, rememberMe, next: safeNext(next), clientInfo });
    },
  }),
});
