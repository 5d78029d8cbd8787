import { getTranslations } from "next-intl/server";
import { ProviderForm } from "@/components/provider-form";
import { ProviderMark } from "@/components/provider-mark";
import { buttonVariants } from "@/components/ui/button-variants";
import { listProviders } from "@/domain/identities/providers";

/** The other ways in, below the form; nothing where none is set up. */
export async function ProviderButtons({ next }: { next: string }) {
  const providers = listProviders();
  if (providers.length === 0) return null;
  const t = await getTranslations("providers");
  return (
    <div className="mt-6 grid grid-cols-1 gap-3">
      <p className="mb-2 flex items-center gap-3 text-muted-foreground text-xs before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {t("or")}
      </p>
      {providers.map(({ id, name }) => (
        <ProviderForm key={id} provider={id} query={next === "/" ? {} : { next }}>
          <button
            type="submit"
            className={`${buttonVariants({ variant: "outline", size: "lg" })} w-full min-w-0 px-3!`}
          >
            <ProviderMark of={id} />
            <span className="truncate">{t("continue", { provider: name })}</span>
          </button>
        </ProviderForm>
      ))}
    </div>
  );
}
