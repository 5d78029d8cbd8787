import { requireAttempt } from "@/domain/attempts/attempts";
import { refuseOwnName } from "@/domain/organization/own-name";
import { passwordChangeSchema } from "@/domain/profile/inputs";
import { changePassword } from "@/domain/profile/password";
import { tokensAnswer } from "@/domain/sessions/answers";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";
import { handOver } from "@/http/session-answer";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/password", {
  PUT: endpoint({
    summary: "Change my password and end all sessions; another takes the place of this one",
    tag: "Accounts",
    fresh: FRESH_SECONDS,
    proof: (body) => body.current_password,
    body: passwordChangeSchema,
    status: 200,
    answer: tokensAnswer,
    cookies: "set",
    problems: ["WRONG_PASSWORD", "RATE_LIMIT_EXCEEDED", ...PASSWORD_FAULTS],
    async handle({ request, reply, caller, body, clientInfo }) {
      await refuseOwnName({ newPassword: body.new_password, user: caller.user });
      // Only now, since what is refused for its form costs no attempt.
      await requireAttempt({ address: clientInfo.address });
      const tokens = await changePassword({
        owner: caller,
        currentPassword: body.current_password,
        newPassword: body.new_password,
        clientInfo,
      });
      return handOver(tokens, { request, reply });
    },
  }),
});
