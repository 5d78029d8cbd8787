"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { enter, sendForm } from "../enter";

type Props = {
  next: string;
  problems: Problems;
  typed: Record<string, string>;
  maxLength: number;
  strings: { form: FormStrings; email: string; problem: string };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function ForgotPasswordForm({ next, problems, typed, maxLength, strings, children }: Props) {
  return (
    <ApiForm
      action="/api/v1/auth/password-resets"
      send={sendForm}
      onDone={() => enter(next)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        label={strings.email}
        defaultValue={typed.email}
        problem={strings.problem}
        autoComplete="email"
        maxLength={maxLength}
        required
        autoFocus
      />
      {children}
    </ApiForm>
  );
}
