import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findProof } from "@/domain/proofs/proofs";
import { GateCard } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { KeptMailHint } from "../kept-mail-hint";
import { ProofForm } from "../proof-form";
import { type Query, requireSetUp, single } from "../visitor";

const DONE = "/not-me?done=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notMe");
  return { title: t("title") };
}

/** Opened by the link of an alert. */
export default async function NotMePage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const [query, t] = await Promise.all([searchParams, getTranslations("notMe")]);
  if (query.done) {
    return (
      <GateCard title={t("done.heading")}>
        <div className="grid gap-4 text-center text-sm">
          <p>{t("done.body")}</p>
          <KeptMailHint />
        </div>
      </GateCard>
    );
  }
  const token = single(query.token) ?? "";
  const proof = await findProof("not_me", token);
  if (proof === null) return <InvalidLink another="/forgot-password" />;
  const { username, email } = proof.user;
  return (
    <GateCard title={t("heading")} below={t("wasMe")}>
      <ProofForm
        action="/api/v1/auth/alerts/deny"
        token={token}
        next={DONE}
        query={searchParams}
        submit={t("submit")}
        destructive
      >
        <p className="wrap-anywhere text-center text-sm">{t("body", { username, email })}</p>
      </ProofForm>
    </GateCard>
  );
}
