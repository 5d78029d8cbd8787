import { KeyRound } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Moment } from "@/components/moment";
import { ProviderMark } from "@/components/provider-mark";
import { Icon } from "@/components/ui/icon";
import type { UserOverview } from "@/domain/administration/user-overview";
import { Section } from "../../../settings/section";

type Props = { overview: UserOverview; timeZone: string };

/** By what this person can sign in. */
export async function WaysInSection({ overview: { has_password, identities }, timeZone }: Props) {
  const t = await getTranslations("admin.user.waysIn");
  return (
    <Section id="ways-in" title={t("title")} lead={t("lead")}>
      <ul className="divide-y divide-border">
        <Way icon={<Icon of={KeyRound} className="size-5 text-muted-foreground" />} name={t("password")}>
          {has_password ? t("set") : t("notSet")}
        </Way>
        {identities.map(({ provider, name, linked_at }) => (
          <Way key={provider} icon={<ProviderMark of={provider} className="size-5" />} name={name}>
            {t.rich("linked", { moment: () => <Moment at={linked_at} timeZone={timeZone} /> })}
          </Way>
        ))}
      </ul>
    </Section>
  );
}

function Way({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-4 px-5 py-3.5 text-sm sm:px-6">
      {icon}
      <span className="mr-auto font-medium">{name}</span>
      <span className="text-muted-foreground text-xs">{children}</span>
    </li>
  );
}
