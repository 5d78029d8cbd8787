"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { NewPasswordField, type NewPasswordStrings } from "@/components/form/new-password-field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { enter, sendForm } from "../enter";

type Props = {
  token: string;
  account: { username: string; email: string };
  passwordMin: number;
  problems: Problems;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    advice: NewPasswordStrings;
    labels: Record<"password" | "repeat", string>;
    tooShort: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

const DONE = "/login?notice=password_reset";

export function ResetPasswordForm({ token, account, passwordMin, problems, strings, children }: Props) {
  const { labels } = strings;
  return (
    <ApiForm
      action="/api/v1/auth/password-resets/confirm"
      send={sendForm}
      onDone={() => enter(DONE)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={DONE} />
      {/* So that a password manager knows whose new password it keeps. */}
      <input
        type="text"
        value={account.username}
        autoComplete="username"
        readOnly
        hidden
        aria-hidden="true"
        tabIndex={-1}
      />
      <NewPasswordField
        name="new_password"
        label={labels.password}
        problem={strings.tooShort}
        minLength={passwordMin}
        strings={strings.password}
        advice={strings.advice}
        ownWords={[account.username, account.email, account.email.split("@")[0]!]}
        autoFocus
      />
      <PasswordField
        name="password_confirmation"
        label={labels.repeat}
        strings={strings.password}
        autoComplete="new-password"
        data-repeats="new_password"
      />
      {children}
    </ApiForm>
  );
}
