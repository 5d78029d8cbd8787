import { getFormatter, getTranslations } from "next-intl/server";
import type { UserOverview } from "@/domain/administration/user-overview";
import { Section } from "../../../settings/section";

type Props = { proofs: UserOverview["proofs"]; timeZone: string };

/** Links that were mailed or handed over and still open something. */
export async function ProofsSection({ proofs, timeZone }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.user.proofs"), getFormatter()]);
  return (
    <Section id="proofs" title={t("title")} lead={t("lead")}>
      {proofs.length === 0 ? (
        <p className="p-5 text-muted-foreground text-sm sm:px-6">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-border">
          {proofs.map(({ purpose, email, expires_at }) => (
            <li key={`${purpose} ${email}`} className="px-5 py-3 text-sm sm:px-6">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{t(`purposes.${purpose}`)}</span>
                <span className="wrap-anywhere text-muted-foreground text-xs">
                  {email ?? t("handedOver")}
                </span>
              </p>
              <p className="text-muted-foreground text-xs">
                {t("expires", {
                  time: format.dateTime(expires_at, { dateStyle: "medium", timeStyle: "short", timeZone }),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
