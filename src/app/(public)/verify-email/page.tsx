import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { getOrganization } from "@/domain/organization/organization";
import { findProof, type Proof } from "@/domain/proofs/proofs";
import { currentUser } from "@/http/page-caller";
import { isolated } from "@/i18n/isolated";
import { settings } from "@/lib/settings";
import { FormProblem } from "../form-problem";
import { GateCard, TextLink } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { KeptMailHint } from "../kept-mail-hint";
import { ProofForm } from "../proof-form";
import { type Query, requireSetUp, single } from "../visitor";

const DONE = "/verify-email?done=1";
const SIGN_OUT_ID = "sign-out";
const SENT = "/verify-email?sent=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verifyEmail");
  return { title: t("title") };
}

/** Opened by the link of a mail; without one it says how things are, and sends another. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const query = await searchParams;
  if (query.done) return <Done />;
  const token = single(query.token) ?? "";
  const proof = await findProof("verify_email", token);
  if (proof !== null) return <Question proof={proof} token={token} query={searchParams} />;
  const owner = await currentUser();
  if (owner === null) return <InvalidLink another="/login?next=%2Fverify-email" />;
  if (token !== "") return <InvalidLink another="/verify-email" />;
  const { email, email_verified_at: verifiedAt } = owner.user;
  return <Status email={email} isVerified={verifiedAt !== null} searchParams={searchParams} />;
}

type Asking = { proof: Proof; token: string; query: Query };

async function Question({ proof: { user }, token, query }: Asking) {
  const [t, { organization_name }] = await Promise.all([getTranslations("verifyEmail"), getOrganization()]);
  const { email, username } = user;
  const notMine = t.rich("notMine", {
    link: (text) => <TextLink href="/forgot-password">{text}</TextLink>,
  });
  return (
    <GateCard title={t("heading")} below={notMine}>
      <ProofForm
        action="/api/v1/auth/email-verifications/confirm"
        token={token}
        next={DONE}
        query={query}
        submit={t("submit")}
      >
        <p className="wrap-anywhere text-center text-sm">
          {t("body", { email, username, organization: isolated(organization_name) })}
        </p>
      </ProofForm>
    </GateCard>
  );
}

async function Done() {
  const t = await getTranslations("verifyEmail.done");
  return (
    <GateCard title={t("heading")}>
      <div className="grid gap-6 text-center">
        <p className="text-sm">{t("body")}</p>
        <a href="/" className={buttonVariants({ size: "lg" })}>
          {t("continue")}
        </a>
      </div>
    </GateCard>
  );
}

/** All that is open to somebody until their email is confirmed. */
async function OtherWays() {
  const t = await getTranslations("verifyEmail.required");
  return (
    <span className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2">
      <TextLink href="/settings/email">{t("otherEmail")}</TextLink>
      <TextLink href="/settings/account">{t("deleteAccount")}</TextLink>
      <button
        type="submit"
        form={SIGN_OUT_ID}
        className="font-medium text-foreground underline decoration-input underline-offset-4 hover:decoration-current"
      >
        {t("signOut")}
      </button>
    </span>
  );
}

type StatusProps = { email: string; isVerified: boolean; searchParams: Query };

async function Status({ email, isVerified, searchParams }: StatusProps) {
  const t = await getTranslations("verifyEmail");
  if (isVerified) {
    return (
      <GateCard title={t("title")}>
        <p className="wrap-anywhere text-center text-sm">{t("already.body", { email })}</p>
      </GateCard>
    );
  }
  const part = settings().EMAIL_VERIFICATION === "required" ? "required" : "sent";
  return (
    <GateCard title={t(`${part}.heading`)} below={part === "required" && <OtherWays />}>
      <form method="post" action="/api/v1/auth/email-verifications" className="grid gap-5 text-center">
        <FormProblem query={searchParams} />
        <input type="hidden" name="next" value={SENT} />
        <p className="wrap-anywhere text-sm">{t(`${part}.body`, { email })}</p>
        <KeptMailHint />
        <Button type="submit" size="lg" variant="outline">
          {t("sent.again")}
        </Button>
      </form>
      <form id={SIGN_OUT_ID} method="post" action="/api/v1/auth/logout">
        <input type="hidden" name="next" value="/login" />
      </form>
    </GateCard>
  );
}
