import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { rememberedFor } from "@/app/duration";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { getOrganization } from "@/domain/organization/organization";
import { findProof, type Proof } from "@/domain/proofs/proofs";
import { choicesOf, offersSignInLinks } from "@/domain/sign-in-links/sign-in-links";
import { LIMITS } from "@/domain/users/schema";
import { safeNext } from "@/http/origin";
import { isolated } from "@/i18n/isolated";
import { GateCard, TextLink } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { KeptMailHint } from "../kept-mail-hint";
import { ProofForm } from "../proof-form";
import { type Query, readRefusedForm, requireSetUp, single } from "../visitor";
import { SignInLinkForm } from "./sign-in-link-form";

const SENT = "/sign-in-link?sent=1";

export async function generateMetadata(): Promise<Metadata> {
  const [t, missing] = await Promise.all([getTranslations("signInLink"), getTranslations("notFound")]);
  return { title: offersSignInLinks() ? t("title") : missing("title") };
}

/** Asks for a link; opened by one, it asks whether to sign in. */
export default async function SignInLinkPage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  if (!offersSignInLinks()) notFound();
  const query = await searchParams;
  if (query.sent) return <Sent />;
  const token = single(query.token);
  if (token === undefined) return <Request query={searchParams} />;
  const proof = await findProof("sign_in", token);
  if (proof === null) return <InvalidLink another="/sign-in-link" />;
  return <Question proof={proof} token={token} query={searchParams} />;
}

async function Request({ query }: { query: Query }) {
  const [t, organization, errors, { problems, typed }] = await Promise.all([
    getTranslations("signInLink"),
    getOrganization(),
    getTranslations("errors"),
    readRefusedForm(query, ["email"]),
  ]);
  const strings = {
    form: await formStrings({ email: "email" }),
    labels: { email: t("email"), remember: t("remember", { duration: await rememberedFor(organization) }) },
    problem: errors("INVALID_EMAIL"),
  };
  return (
    <GateCard title={t("heading")} lead={t("lead")} below={await backToLogin()}>
      <SignInLinkForm
        next={SENT}
        destination={safeNext(single((await query).next))}
        problems={problems}
        typed={typed}
        maxLength={LIMITS.email}
        strings={strings}
      >
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </SignInLinkForm>
    </GateCard>
  );
}

async function Sent() {
  const t = await getTranslations("signInLink.sent");
  return (
    <GateCard title={t("heading")} below={await backToLogin()}>
      <div className="grid gap-4 text-center text-sm">
        <p>{t("body")}</p>
        <p className="text-muted-foreground">
          {t.rich("nothing", { link: (text) => <TextLink href="/sign-in-link">{text}</TextLink> })}
        </p>
        <KeptMailHint />
      </div>
    </GateCard>
  );
}

async function backToLogin() {
  const t = await getTranslations("signInLink");
  return t.rich("back", { link: (text) => <TextLink href="/login">{text}</TextLink> });
}

type Asking = { proof: Proof; token: string; query: Query };

async function Question({ proof: { user }, token, query }: Asking) {
  const [t, { organization_name: organization }, { next }] = await Promise.all([
    getTranslations("signInLink.question"),
    getOrganization(),
    choicesOf(token),
  ]);
  const { username, email } = user;
  return (
    <GateCard title={t("heading", { organization: isolated(organization) })} below={t("notMine")}>
      <ProofForm
        action="/api/v1/auth/sign-in-links/confirm"
        token={token}
        next={next}
        query={query}
        submit={t("submit")}
      >
        <p className="wrap-anywhere text-center text-sm">{t("body", { username, email })}</p>
        {user.email_verified_at === null && (
          <p className="text-center text-muted-foreground text-sm">{t("first")}</p>
        )}
      </ProofForm>
    </GateCard>
  );
}
