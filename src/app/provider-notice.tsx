import { getTranslations } from "next-intl/server";
import { PROBLEMS } from "@/domain/identities/identity";
import { listProviders } from "@/domain/identities/providers";
import { NOTICES, type Notice } from "@/http/provider-landing";

type Query = Record<string, string | string[] | undefined>;

const ALL: readonly Notice[] = [...PROBLEMS, ...NOTICES];

/** The outcome of signing in with a provider, shown on the page it returned to. */
export async function ProviderNotice({ query, className = "" }: { query: Query; className?: string }) {
  const notice = ALL.find((known) => known === query.notice);
  const provider = listProviders().find(({ id }) => id === query.provider);
  if (notice === undefined || provider === undefined) return null;
  const t = await getTranslations("providers.notices");
  const well = notice === "linked";
  return (
    <p
      role={well ? "status" : "alert"}
      className={`wrap-anywhere rounded-lg px-3.5 py-2.5 text-sm ${
        well ? "bg-accent text-accent-foreground" : "bg-destructive-muted text-destructive"
      } ${className}`}
    >
      {t(notice, { provider: provider.name })}
    </p>
  );
}
