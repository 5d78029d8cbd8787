import { providerPageAnswer } from "@/domain/identities/answers";
import { listProviders } from "@/domain/identities/providers";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/providers", {
  GET: endpoint({
    summary: "The identity providers one may sign in with",
    description:
      "Those that are set up. A browser signs in by an HTML form that is posted to `sign_in_path`, with `?next=` for where to go then; with `?link=true` it links an identity to the session that it has.",
    tag: "Sessions",
    public: true,
    status: 200,
    answer: providerPageAnswer,
    handle: async () => ({
      items: listProviders().map(({ id, name }) => ({ id, name, sign_in_path: `/api/auth/signin/${id}` })),
      next_cursor: null,
    }),
  }),
});
