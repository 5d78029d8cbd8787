"use client";

import type { ReactNode } from "react";
import { enter } from "@/app/(public)/enter";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { gatehouse } from "../../keep-session";

type Props = {
  /** Accounts without a password prove themselves by a fresh sign-in alone. */
  withPassword: boolean;
  maxLength: number;
  problems: Problems;
  typed: Record<string, string>;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    labels: Record<"email" | "password", string>;
    emailProblem: string;
  };
  /** The buttons, rendered on the server. */
  children: ReactNode;
};

const SENT = "/settings/email?sent=1";

export function EmailForm({ withPassword, maxLength, problems, typed, strings, children }: Props) {
  const { labels } = strings;

  async function send(form: HTMLFormElement) {
    const { email = "", password } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    return (await gatehouse.POST("/api/v1/users/me/email-changes", { body: { email, password } })).error;
  }

  return (
    <ApiForm
      action="/api/v1/users/me/email-changes"
      send={send}
      onDone={() => enter(SENT)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="next" value={SENT} />
      <Field
        name="email"
        type="email"
        label={labels.email}
        defaultValue={typed.email}
        problem={strings.emailProblem}
        autoComplete="email"
        maxLength={maxLength}
        required
        autoFocus
      />
      {withPassword && (
        <PasswordField
          name="password"
          label={labels.password}
          strings={strings.password}
          autoComplete="current-password"
          data-retry
        />
      )}
      {children}
    </ApiForm>
  );
}
