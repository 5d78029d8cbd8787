"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/form/field";
import { answersIn, check, StepForm, type StepProps } from "./step-form";
import { stepIn } from "./steps";

type Props = StepProps & { requiresToken: boolean; children: ReactNode };

export function WelcomeStep({ hidden, strings, go, requiresToken, children }: Props) {
  return (
    <StepForm
      hidden={hidden}
      strings={strings}
      send={check}
      onDone={(form) => go(stepIn("administrator"), answersIn(form))}
      submit={strings.start}
    >
      {children}
      {requiresToken && (
        <Field
          name="setup_token"
          label={strings.token}
          hint={strings.tokenHint}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
      )}
    </StepForm>
  );
}
