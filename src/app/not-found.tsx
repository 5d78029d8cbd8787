import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundMessage } from "./not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  return { title: t("title") };
}

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  const strings = {
    heading: t("heading"),
    body: t("body"),
    reference: t("reference"),
    home: t("home"),
  };
  return <NotFoundMessage strings={strings} />;
}
