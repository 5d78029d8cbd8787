import { organizationAnswer } from "@/domain/organization/answers";
import { organizationChangeSchema } from "@/domain/organization/inputs";
import { changeOrganization, getOrganization } from "@/domain/organization/organization";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/settings", {
  GET: endpoint({
    summary: "The organization's settings",
    tag: "Administration",
    role: "admin",
    status: 200,
    answer: organizationAnswer,
    handle: () => getOrganization(),
  }),
  PATCH: endpoint({
    summary: "Change the organization's settings, for the next request on every instance",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    body: organizationChangeSchema,
    status: 200,
    answer: organizationAnswer,
    problems: ["COLOR_CONTRAST"],
    handle: ({ caller, body, clientInfo }) =>
      changeOrganization({ actorId: caller.user.id, change: body, clientInfo }),
  }),
});
