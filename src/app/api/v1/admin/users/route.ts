import { createdUserAnswer, knownUserAnswer } from "@/domain/administration/answers";
import { createUser } from "@/domain/administration/create-user";
import { newUserSchema, userFilterSchema } from "@/domain/administration/inputs";
import { listUsers } from "@/domain/administration/list-users";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users", {
  GET: endpoint({
    summary: "Everybody, searched, filtered and sorted",
    tag: "Administration",
    role: "admin",
    query: pageQuery.extend(userFilterSchema.shape),
    status: 200,
    answer: pageAnswer(knownUserAnswer).meta({ id: "KnownUserPage" }),
    handle: ({ query: { limit, cursor, ...filter } }) => listUsers({ filter, limit, cursor }),
  }),
  POST: endpoint({
    summary: "Create an account, whose person chooses the password",
    description:
      "The link for that is mailed, or answered where no mail is sent; then it verifies no address.",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    body: newUserSchema,
    status: 201,
    answer: createdUserAnswer,
    problems: ["EMAIL_ALREADY_EXISTS", "USERNAME_ALREADY_EXISTS", "INVALID_EMAIL", "INVALID_USERNAME"],
    handle: ({ caller, body, clientInfo }) =>
      createUser({ actorId: caller.user.id, given: body, clientInfo }),
  }),
});
