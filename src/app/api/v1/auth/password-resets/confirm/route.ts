import { resetFormSchema, resetSchema } from "@/domain/password-reset/inputs";
import { resetPassword } from "@/domain/password-reset/password-reset";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  "/api/v1/auth/password-resets/confirm",
  {
    POST: endpoint({
      summary: "Set a new password by the link that was mailed",
      description: "All sessions end, and every other link that was mailed for the account is void.",
      tag: "Recovery",
      public: true,
      csrf: "always",
      body: resetSchema,
      form: { schema: resetFormSchema, page: "/reset-password" },
      status: 204,
      problems: ["INVALID_PROOF", ...PASSWORD_FAULTS],
      handle: ({ body: { token, new_password }, clientInfo }) =>
        resetPassword({ token, newPassword: new_password, clientInfo }),
    }),
  },
);
