import { getTranslations } from "next-intl/server";
import { ProviderForm } from "@/components/provider-form";
import { ProviderMark } from "@/components/provider-mark";
import { Button } from "@/components/ui/button";
import { Separator } from "@/components/ui/separator";
import { listProviders } from "@/domain/identities/providers";
import { lastWayPair } from "@/http/last-way";
import { LastUsed } from "./last-used";

/** Sign-in providers, if any are set up. */
export async function ProviderButtons({ next, invitation }: { next: string; invitation?: string }) {
  const providers = listProviders();
  if (providers.length === 0) return null;
  const t = await getTranslations("providers");
  const query = { ...(next !== "/" && { next }), ...(invitation !== undefined && { invitation }) };
  return (
    <div className="mb-6 grid grid-cols-1 gap-3">
      {providers.map(({ id, name }) => (
        <ProviderForm key={id} provider={id} query={query}>
          <Button type="submit" variant="outline" size="lg" className="relative w-full min-w-0 px-3">
            <ProviderMark of={id} />
            <span className="truncate">{t("continue", { provider: name })}</span>
            <LastUsed cookie={lastWayPair(id)}>{t("lastUsed")}</LastUsed>
          </Button>
        </ProviderForm>
      ))}
      <div className="mt-2 flex items-center gap-3 text-muted-foreground text-xs">
        <Separator className="flex-1" /> {t("or")} <Separator className="flex-1" />
      </div>
    </div>
  );
}
