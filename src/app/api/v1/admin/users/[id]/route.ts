import { z } from "zod";
import { knownUserAnswer } from "@/domain/administration/answers";
import { changeUser } from "@/domain/administration/change-user";
import { deleteUser } from "@/domain/administration/delete-user";
import { userChangeSchema } from "@/domain/administration/inputs";
import { getKnownUser } from "@/domain/administration/list-users";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { route } from "@/http/route";

const params = z.object({ id: z.guid() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/users/{id}", {
  GET: endpoint({
    summary: "Somebody's account",
    tag: "Administration",
    role: "admin",
    params,
    status: 200,
    answer: knownUserAnswer,
    problems: ["NOT_FOUND"],
    handle: ({ params: { id } }) => getKnownUser(id),
  }),
  PATCH: endpoint({
    summary: "Give or take the role; disable, which ends all sessions, or enable",
    tag: "Administration",
    role: "admin",
    params,
    fresh: FRESH_SECONDS,
    body: userChangeSchema,
    status: 200,
    answer: knownUserAnswer,
    problems: ["NOT_FOUND", "LAST_ADMIN"],
    handle: ({ caller, params: { id }, body, clientInfo }) =>
      changeUser({ actorId: caller.user.id, userId: id, change: body, clientInfo }),
  }),
  DELETE: endpoint({
    summary: "Delete somebody's account, which ends all sessions; it can be restored for a week",
    tag: "Administration",
    role: "admin",
    params,
    fresh: FRESH_SECONDS,
    status: 204,
    problems: ["NOT_FOUND", "LAST_ADMIN"],
    handle: ({ caller, params: { id }, clientInfo }) =>
      deleteUser({ actorId: caller.user.id, userId: id, clientInfo }),
  }),
});
