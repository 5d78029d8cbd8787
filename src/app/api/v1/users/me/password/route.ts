import { requireAttempt } from "@/domain/attempts/attempts";
import { passwordChangeSchema } from "@/domain/profile/inputs";
import { changePassword, refuseOwnName } from "@/domain/profile/password";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/password", {
  PUT: endpoint({
    summary: "Change my password and end all other sessions",
    tag: "Accounts",
    body: passwordChangeSchema,
    status: 204,
    problems: ["WRONG_PASSWORD", "RATE_LIMIT_EXCEEDED", ...PASSWORD_FAULTS],
    async handle({ caller, body, clientInfo }) {
      refuseOwnName({ newPassword: body.new_password, user: caller.user });
      // Only now, since what is refused for its form costs no attempt.
      await requireAttempt({ address: clientInfo.address });
      await changePassword({
        owner: caller,
        currentPassword: body.current_password,
        newPassword: body.new_password,
        clientInfo,
      });
    },
  }),
});
