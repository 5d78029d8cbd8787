import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { GateMessage } from "@/components/gate-message";
import { Button } from "@/components/ui/button";
import { traceIdFrom } from "@/lib/trace-id.mjs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  return { title: t("title") };
}

export default async function NotFoundPage() {
  const [t, given] = await Promise.all([getTranslations("notFound"), headers()]);
  const reference = traceIdFrom(given.get("traceparent"));
  return (
    <GateMessage heading={t("heading")} body={t("body")} reference={t("reference", { reference })}>
      <Button asChild>
        <a href="/">{t("home")}</a>
      </Button>
    </GateMessage>
  );
}
