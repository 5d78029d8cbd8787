import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "./form-problem";
import type { Query } from "./visitor";

type Props = {
  /** The endpoint that the proof is handed to. */
  action: string;
  token: string;
  /** Where it goes on to. */
  next: string;
  query: Query;
  submit: string;
  destructive?: boolean;
  /** What will be done, and to whose account. */
  children: ReactNode;
};

/** What a mailed link opens: one question, which nothing but its button answers. */
export function ProofForm({ action, token, next, query, submit, destructive = false, children }: Props) {
  return (
    <form method="post" action={action} className="grid gap-6">
      <FormProblem query={query} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      {children}
      <Button type="submit" size="lg" variant={destructive ? "destructive" : "default"}>
        {submit}
      </Button>
    </form>
  );
}
