import { requestReauthenticationLink } from "@/domain/reauthentication/by-link";
import { reauthenticationLinkFormSchema, reauthenticationLinkSchema } from "@/domain/reauthentication/inputs";
import { endpoint } from "@/http/endpoint";
import { safeNext } from "@/http/origin";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/reauthentication-links", {
  POST: endpoint({
    summary: "Have a link mailed that proves who uses this session",
    description:
      "Only for accounts that can prove it by neither a password nor a provider; to others there is nothing. The link is good once, for 15 minutes, in this session.",
    unverified: true,
    tag: "Sessions",
    limit: "mails",
    body: reauthenticationLinkSchema,
    form: { schema: reauthenticationLinkFormSchema, page: "/reauthenticate" },
    status: 202,
    problems: ["NOT_FOUND", "MAIL_NOT_SET_UP"],
    handle: ({ caller, body: { next }, clientInfo }) =>
      requestReauthenticationLink({ owner: caller, next: safeNext(next), clientInfo }),
  }),
});
