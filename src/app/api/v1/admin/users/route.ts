import { knownUserAnswer } from "@/domain/administration/answers";
import { userFilterSchema } from "@/domain/administration/inputs";
import { listUsers } from "@/domain/administration/list-users";
import { endpoint } from "@/http/endpoint";
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
});
