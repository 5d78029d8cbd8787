import { identityPageAnswer } from "@/domain/identities/answers";
import { listIdentities } from "@/domain/identities/identities";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/identities", {
  GET: endpoint({
    summary: "The identities that are linked to my account",
    tag: "Accounts",
    status: 200,
    answer: identityPageAnswer,
    handle: async ({ caller }) => ({ items: await listIdentities(caller.user.id), next_cursor: null }),
  }),
});
