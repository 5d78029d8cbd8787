import { z } from "zod";
import { changeUsers } from "@/domain/administration/change-many";
import { bulkUserChangeFormSchema, bulkUserChangeSchema } from "@/domain/administration/inputs";
import { COST } from "@/http/budget";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/bulk", {
  POST: endpoint({
    summary: "Disable many accounts, or end all their sessions",
    description:
      "All or none. Whoever is gone or already so is left out, and one's own account can't be among them. A form names each account by a field `user.{id}`.",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    cost: ({ body }) => Math.max(COST.write, body.ids.length),
    body: bulkUserChangeSchema,
    form: { schema: bulkUserChangeFormSchema, page: "/admin" },
    status: 200,
    answer: z.object({ changed: z.int().meta({ description: "Accounts that are different now" }) }),
    problems: ["OWN_ACCOUNT"],
    async handle({ caller, body, clientInfo }) {
      return { changed: await changeUsers({ actorId: caller.user.id, ...body, clientInfo }) };
    },
  }),
});
