import { endpoint } from "@/http/endpoint";
import { keepPreferences, preferencesSchema } from "@/http/preferences";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/preferences", {
  POST: endpoint({
    summary: "Theme, language and sidebar of this browser",
    tag: "Service",
    unlisted: true,
    public: true,
    csrf: "always",
    body: preferencesSchema,
    form: { schema: preferencesSchema, page: "/" },
    status: 303,
    handle: async ({ body, request }) => keepPreferences(body, request),
  }),
});
