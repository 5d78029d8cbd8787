import { getTranslations } from "next-intl/server";
import { NotFoundReference } from "@/app/not-found-reference";
import { buttonVariants } from "@/components/ui/button-variants";
import { GateCard } from "../gate-card";

/** Where no mail is sent, no link is either: said in a card, for the arches of the public pages are there already. */
export default async function NoSignInLinks() {
  const t = await getTranslations("notFound");
  return (
    <GateCard
      title={t("heading")}
      below={
        <span className="text-xs">
          <NotFoundReference label={t("reference")} />
        </span>
      }
    >
      <div className="grid gap-5 text-center text-sm">
        <p className="text-balance text-muted-foreground">{t("body")}</p>
        <a href="/" className={buttonVariants({ size: "lg" })}>
          {t("home")}
        </a>
      </div>
    </GateCard>
  );
}
