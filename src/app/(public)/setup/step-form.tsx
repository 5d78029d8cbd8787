"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import type { Problem } from "@/components/form/problems";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { enter, sendJson } from "../enter";
import type { Draft } from "./draft";
import type { SetupStrings } from "./setup-strings";

export type StepProps = {
  hidden: boolean;
  limits: { email: number; fullName: number; organizationName: number; passwordMin: number };
  strings: SetupStrings;
  /** On to a step, with what was answered in this one. */
  go: (index: number, given?: Draft) => void;
};

type Props = {
  hidden: boolean;
  strings: SetupStrings;
  send: (form: HTMLFormElement) => Promise<Problem | undefined>;
  onDone: (form: HTMLFormElement) => unknown;
  onBack?: () => void;
  submit: string;
  children: ReactNode;
};

export function StepForm({ hidden, strings, send, onDone, onBack, submit, children }: Props) {
  async function sendOnce(form: HTMLFormElement) {
    const problem = await send(form);
    // Somebody was first; it may have been oneself, with an answer that was lost on its way.
    return problem?.status === 409 ? enter("/login") : problem;
  }

  return (
    <ApiForm send={sendOnce} onDone={onDone} strings={strings.form} hidden={hidden}>
      <div className="grid gap-5">
        {children}
        <div className="mt-1 flex flex-wrap gap-3">
          {onBack && (
            <Button type="button" variant="outline" size="lg" onClick={onBack}>
              {strings.back}
            </Button>
          )}
          <SubmitButton size="lg" className="grow">
            {submit}
          </SubmitButton>
        </div>
      </div>
    </ApiForm>
  );
}

/** What stands in the fields of a form, its repetition of the password aside. */
export function answersIn(form: HTMLFormElement): Draft {
  const { password_confirmation, ...answers } = Object.fromEntries(new FormData(form)) as Draft;
  return answers;
}

/** Asks the server whether it would take these, which writes nothing. */
export function check(form: HTMLFormElement): Promise<Problem | undefined> {
  return sendJson("/api/v1/setup/check", answersIn(form));
}
