import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button-variants";
import { getOrganization } from "@/domain/organization/organization";
import { findProof } from "@/domain/proofs/proofs";
import { isolated } from "@/i18n/isolated";
import { GateCard } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { ProofForm } from "../proof-form";
import { type Query, requireSetUp, single } from "../visitor";

const DONE = "/change-email?done=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changeEmail");
  return { title: t("title") };
}

/** Opened by the link that went to the new email of an account. */
export default async function ChangeEmailPage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const [query, t] = await Promise.all([searchParams, getTranslations("changeEmail")]);
  if (query.done) {
    return (
      <GateCard title={t("done.heading")}>
        <div className="grid gap-6 text-center">
          <p className="text-sm">{t("done.body")}</p>
          <a href="/" className={buttonVariants({ size: "lg" })}>
            {t("done.continue")}
          </a>
        </div>
      </GateCard>
    );
  }
  const token = single(query.token) ?? "";
  const proof = await findProof("change_email", token);
  if (proof === null) return <InvalidLink another="/settings/email" />;
  const { username, email: former } = proof.user;
  const { organization_name: organization } = await getOrganization();
  return (
    <GateCard title={t("heading")} below={t("notMine")}>
      <ProofForm
        action="/api/v1/auth/email-changes/confirm"
        token={token}
        next={DONE}
        query={searchParams}
        submit={t("submit")}
      >
        <p className="wrap-anywhere text-center text-sm">
          {t("body", { username, organization: isolated(organization), former, email: proof.address ?? "" })}
        </p>
      </ProofForm>
    </GateCard>
  );
}
