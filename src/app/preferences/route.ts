import type { ClientInfo } from "@/domain/client-info";
import { changeProfile } from "@/domain/profile/profile";
import { findCaller } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { keepPreferences, preferencesSchema } from "@/http/preferences";
import { route } from "@/http/route";
import type { Locale } from "@/i18n/locale";

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
      if (body.locale !== undefined)
        await keepForAccount({ locale: body.locale || null, request, clientInfo });
      return keepPreferences(body, request);
    },
  }),
});

type Kept = { locale: Locale | null; request: Request; clientInfo: ClientInfo };

async function keepForAccount({ locale, request, clientInfo }: Kept) {
  const owner = await findCaller(request.headers);
  if (owner && owner.user.locale !== locale) await changeProfile({ owner, profile: { locale }, clientInfo });
}
