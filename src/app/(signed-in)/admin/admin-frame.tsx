import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ADMIN_TABS } from "../admin-tabs";
import { PageFrame } from "../page-frame";
import { Tab } from "../tab";
import { Tabs } from "../tabs";

/** The frame of an administration page, with its tabs. Each page checks access itself. */
export async function AdminFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("admin");
  return (
    <PageFrame
      title={t("title")}
      tabs={
        <Tabs label={t("tabs")}>
          {ADMIN_TABS.map(({ href, also, name }) => (
            <Tab key={href} href={href} also={also}>
              {t(`${name}.title`)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      <noscript>
        <p className="mb-6 rounded-lg bg-muted px-4 py-3 text-sm">{t("needsScript")}</p>
      </noscript>
      {children}
    </PageFrame>
  );
}
