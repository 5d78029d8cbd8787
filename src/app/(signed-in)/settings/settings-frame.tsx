import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import { requireUser } from "@/http/page-caller";
import { PageFrame } from "../page-frame";
import { SETTINGS_PAGES } from "../settings-pages";
import { Tab } from "../tab";
import { Tabs } from "../tabs";

type Props = {
  /** Whether what is changed here is changed without script, too. */
  worksWithoutScript?: boolean;
  children: ReactNode;
};

/** The frame of a settings page, with its tabs; none where nothing else is open until the email is verified. */
export async function SettingsFrame({ worksWithoutScript = false, children }: Props) {
  const [t, { user }] = await Promise.all([getTranslations("settings"), requireUser({ unverified: true })]);
  const tabs = (
    <Tabs label={t("tabs")}>
      {SETTINGS_PAGES.map(({ href, label, ...page }) => (
        <Tab key={href} href={href} {...page}>
          {t(`${label}.title`)}
        </Tab>
      ))}
    </Tabs>
  );
  return (
    <PageFrame title={t("title")} tabs={!mustVerify(user) && tabs}>
      {!worksWithoutScript && (
        <p className="mb-8 hidden rounded-lg bg-muted px-4 py-3 text-sm noscript:block">{t("needsScript")}</p>
      )}
      {children}
    </PageFrame>
  );
}
