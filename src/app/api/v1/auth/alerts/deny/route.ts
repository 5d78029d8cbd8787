import { denyAlert } from "@/domain/alerts/deny";
import { confirmationFormSchema, confirmationSchema } from "@/domain/proofs/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/alerts/deny", {
  POST: endpoint({
    summary: "Say that it wasn't me, by the link of an alert",
    description: "All sessions and known devices end, and a link to a new password is mailed.",
    tag: "Recovery",
    public: true,
    csrf: "always",
    body: confirmationSchema,
    form: { schema: confirmationFormSchema, page: "/not-me" },
    status: 204,
    problems: ["INVALID_PROOF"],
    handle: ({ body: { token }, clientInfo }) => denyAlert({ token, clientInfo }),
  }),
});
