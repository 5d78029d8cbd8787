import { passwordChangeSchema } from "@/domain/profile/inputs";
import { changePassword, refuseOwnName } from "@/domain/profile/password";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/password", {
  PUT: endpoint({
    summary: "Change my password and end all other sessions",
    tag: "Accounts",
    limit: "attempts",
    body: passwordChangeSchema,
    status: 204,
    problems: ["WRONG_PASSWORD", ...PASSWORD_FAULTS],
    check: ({ caller, body }) => refuseOwnName({ newPassword: body.new_password, user: caller.user }),
    handle: ({ caller, body, clientInfo }) =>
      changePassword({
        owner: caller,
        currentPassword: body.current_password,
        newPassword: body.new_password,
        clientInfo,
      }),
  }),
});
