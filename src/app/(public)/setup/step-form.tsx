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
  /** Goes to a step, keeping this one's answers. */
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
    // Setup was completed already, perhaps by this very request if its answer was lost.
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

/** The values of a form, except the password confirmation. */
export function answersIn(form: HTMLFormElement): Draft {
  const { password_confirmation, ...answers } = Object.fromEntries(new FormData(form)) as Draft;
  return answers;
}

/** Validates on the server without saving anything. */
export function check(form: HTMLFormElement): Promise<Problem | undefined> {
  return sendJson("/api/v1/setup/check", answersIn(form));
}
