import { getTranslations } from "next-intl/server";
import { ProviderNotice } from "@/app/provider-notice";
import { Moment } from "@/components/moment";
import { ProviderForm } from "@/components/provider-form";
import { ProviderMark } from "@/components/provider-mark";
import { Button } from "@/components/ui/button";
import type { LinkedIdentity } from "@/domain/identities/identities";
import { listProviders } from "@/domain/identities/providers";
import type { User } from "@/domain/users/user";
import { ConfirmedWrite } from "../../confirmed-write";
import { Section } from "../section";

type Props = {
  user: User;
  identities: LinkedIdentity[];
  query: Record<string, string | string[] | undefined>;
};

/** Linked and available providers; nothing if there are none. */
export async function IdentitiesSection({ user, identities, query }: Props) {
  const offered = listProviders();
  const gone = identities.filter(({ provider }) => !offered.some(({ id }) => id === provider));
  const rows = [...offered, ...gone.map(({ provider, name }) => ({ id: provider, name }))];
  if (rows.length === 0) return null;
  const t = await getTranslations("settings.identities");
  return (
    <Section id="identities" title={t("title")} lead={t("lead")}>
      <ProviderNotice query={query} className="mx-5 mt-5 sm:mx-6" />
      <ul className="divide-y divide-border">
        {rows.map(({ id, name }) => {
          const linked = identities.find(({ provider }) => provider === id);
          return (
            <li key={id} className="flex items-center gap-4 px-5 py-4 sm:px-6">
              <ProviderMark of={id} className="size-5" />
              <div className="mr-auto min-w-0 text-sm">
                <p className="truncate font-medium">{name}</p>
                <p className="text-muted-foreground text-xs">
                  {linked
                    ? t.rich("linked", {
                        moment: () => <Moment at={linked.linked_at} timeZone={user.time_zone} />,
                      })
                    : t("notLinked")}
                  {gone.some(({ provider }) => provider === id) && ` · ${t("notSetUp")}`}
                </p>
              </div>
              {linked ? (
                <ConfirmedWrite
                  path={`/api/v1/users/me/identities/${id}`}
                  strings={{
                    title: t("unlinkTitle", { provider: name }),
                    body: t("unlinkBody", { provider: name }),
                    confirm: t("unlink"),
                    cancel: t("cancel"),
                    unreachable: t("failed"),
                  }}
                >
                  <Button variant="outline" size="sm" aria-label={t("unlinkNamed", { provider: name })}>
                    {t("unlink")}
                  </Button>
                </ConfirmedWrite>
              ) : (
                <ProviderForm provider={id} query={{ link: "true" }}>
                  <Button
                    type="submit"
                    variant="outline"
                    size="sm"
                    aria-label={t("linkNamed", { provider: name })}
                  >
                    {t("link")}
                  </Button>
                </ProviderForm>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
