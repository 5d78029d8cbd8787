"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import { NewPasswordField, type NewPasswordStrings } from "@/components/form/new-password-field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { enter, sendForm } from "../enter";

type Props = {
  next: string;
  problems: Problems;
  typed: Record<string, string>;
  /** Who was invited registers with the address that was. */
  invitation?: { token: string; email: string };
  /** Otherwise it is made from the email, and can be changed later. */
  asksUsername: boolean;
  limits: { email: number; fullName: number; usernamePattern: string; passwordMin: number };
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    advice: NewPasswordStrings;
    labels: Record<"email" | "username" | "fullName" | "password" | "repeat", string>;
    optional: string;
    problems: Record<"email" | "username" | "password", string>;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function RegisterForm({
  next,
  problems,
  typed,
  invitation,
  asksUsername,
  limits,
  strings,
  children,
}: Props) {
  const { labels } = strings;
  const isInvited = invitation !== undefined;
  return (
    <ApiForm
      action="/api/v1/auth/register"
      send={(form) => sendForm(form, { time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      onDone={() => enter(next)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="next" value={next} />
      {invitation && <input type="hidden" name="invitation_token" value={invitation.token} />}
      <Field
        name="email"
        type="email"
        label={labels.email}
        defaultValue={invitation?.email ?? typed.email}
        problem={strings.problems.email}
        autoComplete="email"
        maxLength={limits.email}
        readOnly={isInvited}
        required
        autoFocus={!isInvited}
      />
      {asksUsername && (
        <Field
          name="username"
          label={labels.username}
          defaultValue={typed.username}
          problem={strings.problems.username}
          pattern={limits.usernamePattern}
          autoFocus={isInvited}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
      )}
      <Field
        name="full_name"
        label={labels.fullName}
        note={strings.optional}
        defaultValue={typed.full_name}
        autoFocus={isInvited && !asksUsername}
        autoComplete="name"
        maxLength={limits.fullName}
      />
      <NewPasswordField
        name="password"
        label={labels.password}
        problem={strings.problems.password}
        minLength={limits.passwordMin}
        strings={strings.password}
        advice={strings.advice}
        ownWordFields={["email", "username", "full_name"]}
      />
      {/* With script, what was typed can be looked at instead. */}
      <noscript>
        <PasswordField
          name="password_confirmation"
          label={labels.repeat}
          strings={strings.password}
          autoComplete="new-password"
        />
      </noscript>
      {children}
    </ApiForm>
  );
}
