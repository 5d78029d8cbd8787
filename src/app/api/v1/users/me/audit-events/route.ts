import { ownEventAnswer } from "@/domain/audit/answers";
import { listOwnEvents } from "@/domain/audit/list-events";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/audit-events", {
  GET: endpoint({
    summary: "What I did and what was done to my account, newest first",
    tag: "Accounts",
    query: pageQuery,
    status: 200,
    answer: pageAnswer(ownEventAnswer).meta({ id: "OwnAuditEventPage" }),
    handle: ({ caller, query }) => listOwnEvents({ userId: caller.user.id, ...query }),
  }),
});
