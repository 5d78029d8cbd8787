import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FormProblem } from "@/app/(public)/form-problem";
import { ProviderNotice } from "@/app/provider-notice";
import { findReauthenticationLink } from "@/domain/reauthentication/by-link";
import { getReauthenticationWays, type ReauthenticationWays } from "@/domain/reauthentication/ways";
import { safeNext } from "@/http/origin";
import { requireUser } from "@/http/page-caller";
import { type Query, readRefusedForm, single } from "../../(public)/visitor";
import { PageFrame } from "../page-frame";
import { reauthenticationStrings } from "../reauthentication-strings";
import { Section } from "../settings/section";
import { LinkQuestion, LinkSent, VoidLink } from "./mailed-link";
import { ReauthenticatePage as Form } from "./reauthenticate-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reauthentication");
  return { title: t("title") };
}

/** Where somebody proves again who they are. Opened by a mailed link, it asks whether it was they who asked for that. */
export default async function ReauthenticatePage({ searchParams }: { searchParams: Query }) {
  const owner = await requireUser({ unverified: true });
  const query = await searchParams;
  const next = safeNext(single(query.next));
  const token = single(query.token);
  if (query.sent) {
    return (
      <Frame>
        <LinkSent next={next} />
      </Frame>
    );
  }
  const link = token === undefined ? null : await findReauthenticationLink({ owner, token });
  if (token !== undefined && link !== null) {
    return (
      <Frame>
        <LinkQuestion user={owner.user} token={token} next={link.next} query={searchParams} />
      </Frame>
    );
  }
  const ways = await getReauthenticationWays(owner.user.id);
  return (
    <Frame ways={ways}>
      <ProviderNotice query={query} />
      {token === undefined ? !ways.password && <FormProblem query={searchParams} /> : <VoidLink />}
      <Ways ways={ways} next={next} query={searchParams} />
    </Frame>
  );
}

async function Frame({ ways, children }: { ways?: ReauthenticationWays; children: ReactNode }) {
  const strings = await reauthenticationStrings();
  const lead = ways?.password ? strings.lead : strings.otherLead;
  return (
    <PageFrame title={strings.title}>
      <Section id="reauthentication" title={strings.title} lead={lead}>
        <div className="grid gap-5 p-5 sm:max-w-sm sm:p-6">{children}</div>
      </Section>
    </PageFrame>
  );
}

type WaysProps = { ways: ReauthenticationWays; next: string; query: Query };

async function Ways({ ways, next, query }: WaysProps) {
  const [strings, { problems }] = await Promise.all([
    reauthenticationStrings(),
    readRefusedForm(query, ["password"]),
  ]);
  const { password, link } = ways;
  const providers = ways.providers.map(({ id, name }) => ({ id, name }));
  return <Form ways={{ password, providers, link }} strings={strings} next={next} problems={problems} />;
}
