import { z } from "zod";
import { createdUserAnswer, knownUserPageAnswer } from "@/domain/administration/answers";
import { createUser } from "@/domain/administration/create-user";
import { newUserSchema, userFilterSchema } from "@/domain/administration/inputs";
import { batchUsers, listUsers } from "@/domain/administration/list-users";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";
import { exportUsers } from "@/http/user-export";
import { pageQuery } from "@/lib/query";

const exportQuery = z.object({
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv is a file of all that match" }),
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users", {
  GET: endpoint({
    summary: "Everybody, searched, filtered and sorted",
    tag: "Administration",
    description:
      "A CSV holds all that match and is written while it is read; `limit` and `cursor` are for pages. `cursor` takes both of a page's, so that it can be left either way.",
    role: "admin",
    query: pageQuery.extend({ ...userFilterSchema.shape, ...exportQuery.shape }),
    status: 200,
    answer: knownUserPageAnswer,
    otherAnswers: [{ type: "text/csv", schema: z.string() }],
    async handle({ query: { limit, cursor, format, ...filter } }) {
      return format === "csv" ? exportUsers(batchUsers(filter)) : listUsers({ filter, limit, cursor });
    },
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
