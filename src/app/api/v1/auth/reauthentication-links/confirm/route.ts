import { confirmationFormSchema, confirmationSchema } from "@/domain/proofs/inputs";
import { reauthenticateByLink } from "@/domain/reauthentication/by-link";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  "/api/v1/auth/reauthentication-links/confirm",
  {
    POST: endpoint({
      summary: "Prove by the link that was mailed who uses this session",
      description:
        "As a right password does, for ten minutes. It counts in the session that asked for it and in no other.",
      unverified: true,
      tag: "Sessions",
      body: confirmationSchema,
      form: { schema: confirmationFormSchema, page: "/reauthenticate" },
      status: 204,
      problems: ["INVALID_PROOF"],
      handle: ({ caller, body: { token }, clientInfo }) =>
        reauthenticateByLink({ owner: caller, token, clientInfo }),
    }),
  },
);
