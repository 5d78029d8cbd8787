import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "@/components/language-names";
import { Moment } from "@/components/moment";
import type { KnownUser } from "@/domain/administration/list-users";
import { isLocale } from "@/i18n/locale";
import { currentTimeZone } from "@/i18n/time-zones";
import { Section } from "../../../settings/section";

export async function FactsSection({ user, timeZone }: { user: KnownUser; timeZone: string }) {
  const [t, list, format] = await Promise.all([
    getTranslations("admin.user.facts"),
    getTranslations("admin.users"),
    getFormatter(),
  ]);
  return (
    <Section id="facts" title={t("title")} lead={t("lead")}>
      <dl className="grid gap-x-6 gap-y-4 p-5 text-sm sm:grid-cols-2 sm:p-6">
        <Fact name={t("username")}>{user.username}</Fact>
        <Fact name={t("email")}>
          {user.email}
          <span className="block text-muted-foreground text-xs">
            {user.email_verified_at
              ? t("verified", {
                  date: format.dateTime(user.email_verified_at, { dateStyle: "long", timeZone }),
                })
              : t("notVerified")}
          </span>
        </Fact>
        <Fact name={t("joined")}>
          {format.dateTime(user.created_at, { dateStyle: "long", timeStyle: "short", timeZone })}
        </Fact>
        <Fact name={t("seen")}>
          {user.last_seen_at ? <Moment at={user.last_seen_at} timeZone={timeZone} /> : list("never")}
        </Fact>
        <Fact name={t("locale")}>
          {isLocale(user.locale) ? LANGUAGE_NAMES[user.locale] : t("browserLocale")}
        </Fact>
        <Fact name={t("timeZone")}>{currentTimeZone(user.time_zone).replaceAll("_", " ")}</Fact>
        <Fact name={t("id")}>
          <code className="text-xs">{user.id}</code>
        </Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="wrap-anywhere mt-0.5">{children}</dd>
    </div>
  );
}
