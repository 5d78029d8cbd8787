import { deleteAccount } from "@/domain/profile/delete-account";
import { accountDeletionSchema, profileSchema } from "@/domain/profile/inputs";
import { changeProfile } from "@/domain/profile/profile";
import { userAnswer } from "@/domain/users/answers";
import { COST } from "@/http/budget";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";
import { clearedSessionCookies } from "@/http/session-cookies";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me", {
  GET: endpoint({
    summary: "My account",
    tag: "Accounts",
    status: 200,
    answer: userAnswer,
    handle: async ({ caller }) => caller.user,
  }),
  PATCH: endpoint({
    summary: "Change my profile",
    tag: "Accounts",
    body: profileSchema,
    // It tells whether a name is taken.
    cost: ({ body }) => (body.username === undefined ? COST.write : COST.oracle),
    status: 200,
    answer: userAnswer,
    problems: ["USERNAME_ALREADY_EXISTS", "INVALID_USERNAME"],
    handle: ({ caller, body, clientInfo }) => changeProfile({ owner: caller, profile: body, clientInfo }),
  }),
  DELETE: endpoint({
    summary: "Delete my account",
    tag: "Accounts",
    unverified: true,
    fresh: FRESH_SECONDS,
    proof: (body) => body.password,
    limit: "attempts",
    body: accountDeletionSchema,
    status: 204,
    cookies: "cleared",
    problems: ["WRONG_PASSWORD", "LAST_ADMIN"],
    async handle({ caller, body, clientInfo, reply }) {
      await deleteAccount({ owner: caller, password: body.password, clientInfo });
      for (const cookie of clearedSessionCookies()) reply.append("set-cookie", cookie);
    },
  }),
});
