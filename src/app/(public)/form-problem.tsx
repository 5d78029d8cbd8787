import { WHOLE_FORM } from "@/components/form/problems";
import { type Query, readRefusedForm } from "./visitor";

/** Why a form without fields was refused that was sent as a plain form. */
export async function FormProblem({ query }: { query: Query }) {
  const { problems } = await readRefusedForm(query, []);
  const problem = (problems as Record<string, string>)[WHOLE_FORM];
  if (problem === undefined) return null;
  return (
    <p role="alert" className="rounded-lg bg-destructive-muted px-3.5 py-2.5 text-destructive text-sm">
      {problem}
    </p>
  );
}
