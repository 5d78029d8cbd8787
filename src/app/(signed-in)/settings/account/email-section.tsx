import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { User } from "@/domain/users/user";
import { Badge } from "../../badge";
import { Section } from "../section";

export async function EmailSection({ user }: { user: User }) {
  const t = await getTranslations("settings.account.email");
  return (
    <Section id="email" title={t("title")} lead={t("lead")}>
      <div className="flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
          <span className="wrap-anywhere font-medium">{user.email}</span>
          <Badge>{user.email_verified_at ? t("verified") : t("unverified")}</Badge>
        </p>
        <Button variant="outline" asChild>
          <a href="/settings/email">{t("change")}</a>
        </Button>
      </div>
    </Section>
  );
}
