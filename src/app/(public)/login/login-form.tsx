"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { enter, sendForm } from "../enter";

type Props = {
  next: string;
  problems: Problems;
  typed: Record<string, string>;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    identifierLabel: string;
    passwordLabel: string;
    forgotLabel: string;
    rememberLabel: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function LoginForm({ next, problems, typed, strings, children }: Props) {
  return (
    <ApiForm
      action="/api/v1/auth/login"
      send={sendForm}
      onDone={() => enter(next)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="next" value={next} />
      <Field
        name="username"
        label={strings.identifierLabel}
        defaultValue={typed.username}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        autoFocus
      />
      <div className="relative">
        <PasswordField
          name="password"
          label={strings.passwordLabel}
          strings={strings.password}
          autoComplete="current-password"
          data-retry
        />
        {/* Beside the label, but after the password: nobody on the way there by keyboard wants it. */}
        <a
          href="/forgot-password"
          className="-top-0.5 absolute right-0 min-h-6 text-[0.8125rem] text-muted-foreground underline decoration-input underline-offset-4 hover:text-foreground hover:decoration-current"
        >
          {strings.forgotLabel}
        </a>
      </div>
      <label className="flex min-h-6 items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          name="remember_me"
          defaultChecked={typed.remember_me === "on"}
          className="size-4 accent-primary"
        />
        {strings.rememberLabel}
      </label>
      {children}
    </ApiForm>
  );
}
