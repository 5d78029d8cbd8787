import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button-variants";
import { GateCard } from "./gate-card";

/** Used, replaced, expired or never one: nobody is told which. `another` is where to get one that works. */
export async function InvalidLink({ another }: { another: string }) {
  const t = await getTranslations("invalidLink");
  return (
    <GateCard title={t("heading")}>
      <div className="grid gap-6 text-center">
        <p className="text-balance text-muted-foreground text-sm">{t("body")}</p>
        <a href={another} className={buttonVariants({ size: "lg" })}>
          {t("another")}
        </a>
      </div>
    </GateCard>
  );
}
