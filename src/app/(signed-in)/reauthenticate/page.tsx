import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { safeNext } from "@/http/origin";
import { type Query, readRefusedForm, single } from "../../(public)/visitor";
import { PageFrame } from "../page-frame";
import { reauthenticationStrings } from "../reauthentication-strings";
import { Section } from "../settings/section";
import { ReauthenticatePage as Form } from "./reauthenticate-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reauthentication");
  return { title: t("title") };
}

export default async function ReauthenticatePage({ searchParams }: { searchParams: Query }) {
  const [strings, { problems }] = await Promise.all([
    reauthenticationStrings(),
    readRefusedForm(searchParams, ["password"]),
  ]);
  return (
    <PageFrame title={strings.title}>
      <Section id="reauthentication" title={strings.title} lead={strings.lead}>
        <div className="p-5 sm:max-w-sm sm:p-6">
          <Form strings={strings} next={safeNext(single((await searchParams).next))} problems={problems} />
        </div>
      </Section>
    </PageFrame>
  );
}
