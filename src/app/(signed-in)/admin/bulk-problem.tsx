import { getTranslations } from "next-intl/server";
import { type Query, readRefusedForm } from "@/app/(public)/visitor";
import { type Problems, WHOLE_FORM } from "@/components/form/problems";
import { addressOf } from "../address";

type Props = { searchParams: Query; code: string | undefined; here: string };

/** Why the form of the list was refused, for who has no script. */
export async function BulkProblem({ searchParams, code, here }: Props) {
  const [t, refused] = await Promise.all([
    getTranslations("admin.users.bulk"),
    readRefusedForm(searchParams, ["ids"]),
  ]);
  const problems: Problems = refused.problems;
  const problem = problems.ids ? t("none") : problems[WHOLE_FORM];
  if (problem === undefined) return null;
  return (
    <p role="alert" className="mb-4 rounded-lg bg-destructive-muted px-3.5 py-2.5 text-destructive text-sm">
      {problem}{" "}
      {code === "REAUTHENTICATION_REQUIRED" && (
        <a href={addressOf("/reauthenticate", { next: here })} className="underline underline-offset-4">
          {t("prove")}
        </a>
      )}
    </p>
  );
}
