import { listOwnEvents } from "@/domain/audit/list-events";
import { auditEventAnswer, pageAnswer, pageQuery } from "@/http/answers";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/audit-events", {
  GET: endpoint({
    summary: "What I did and what was done to my account, newest first",
    tag: "Accounts",
    query: pageQuery,
    status: 200,
    answer: pageAnswer(auditEventAnswer).meta({ id: "AuditEventPage" }),
    handle: ({ caller, query }) => listOwnEvents({ userId: caller.user.id, ...query }),
  }),
});
