import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findProof } from "@/domain/proofs/proofs";
import { GateCard } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { KeptMailHint } from "../kept-mail-hint";
import { ProofForm } from "../proof-form";
import { type Query, requireSetUp, single } from "../visitor";

const DONE = "/undo-email-change?done=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("undoEmailChange");
  return { title: t("title") };
}

/** Opened by the link that went to the email that an account had before. */
export default async function UndoEmailChangePage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const [query, t] = await Promise.all([searchParams, getTranslations("undoEmailChange")]);
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
  const proof = await findProof("undo_email", token);
  if (proof === null) return <InvalidLink another="/forgot-password" />;
  return (
    <GateCard title={t("heading")} below={t("notMine")}>
      <ProofForm
        action="/api/v1/auth/email-changes/undo"
        token={token}
        next={DONE}
        query={searchParams}
        submit={t("submit")}
        destructive
      >
        <p className="wrap-anywhere text-center text-sm">
          {t("body", { username: proof.user.username, email: proof.address ?? "" })}
        </p>
      </ProofForm>
    </GateCard>
  );
}
