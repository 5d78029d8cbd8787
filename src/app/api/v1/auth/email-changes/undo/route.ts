import { undoEmailChange } from "@/domain/email-changes/undo";
import { confirmationFormSchema, confirmationSchema } from "@/domain/proofs/inputs";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/email-changes/undo", {
  POST: endpoint({
    summary: "Undo a change of email by the link that was mailed to the old one",
    description:
      "The old email is the account's again. All sessions and known devices end, its password and whatever was linked since are gone, and a link to a new password is mailed.",
    tag: "Recovery",
    public: true,
    csrf: "always",
    body: confirmationSchema,
    form: { schema: confirmationFormSchema, page: "/undo-email-change" },
    status: 204,
    problems: ["INVALID_PROOF"],
    handle: ({ body: { token }, clientInfo }) => undoEmailChange({ token, clientInfo }),
  }),
});
