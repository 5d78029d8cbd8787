import { z } from "zod";
import { userOverviewAnswer } from "@/domain/administration/answers";
import { getUserOverview } from "@/domain/administration/user-overview";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}/overview", {
  GET: endpoint({
    summary: "Somebody's account with the ways in and the mailed links that are still good",
    description: "Also of a deleted account, as long as it isn't purged.",
    tag: "Administration",
    role: "admin",
    params: z.object({ id: z.guid() }),
    status: 200,
    answer: userOverviewAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ params: { id } }) => getUserOverview(id),
  }),
});
