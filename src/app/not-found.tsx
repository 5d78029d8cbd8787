import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GateMessage } from "@/components/gate-message";
import { Button } from "@/components/ui/button";
import { NotFoundReference } from "./not-found-reference";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  return { title: t("title") };
}

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <GateMessage
      heading={t("heading")}
      body={t("body")}
      reference={<NotFoundReference label={t("reference")} />}
    >
      <Button asChild>
        <a href="/">{t("home")}</a>
      </Button>
    </GateMessage>
  );
}
