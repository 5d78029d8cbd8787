import { changeProfile } from "@/domain/profile/profile";
import { findCaller } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { keepPreferences, preferencesSchema } from "@/http/preferences";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/preferences", {
  POST: endpoint({
    summary: "Theme, language and sidebar of this browser; the language is also the account's",
    tag: "Service",
    unlisted: true,
    public: true,
    csrf: "always",
    body: preferencesSchema,
    form: { schema: preferencesSchema, page: "/" },
    status: 303,
    async handle({ body, request, clientInfo }) {
      const owner = body.locale ? await findCaller(request.headers) : null;
      if (owner) await changeProfile({ owner, profile: { locale: body.locale }, clientInfo });
      return keepPreferences(body, request);
    },
  }),
});
