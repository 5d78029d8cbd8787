"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { gatehouse } from "./keep-session";

export type ReauthenticationStrings = {
  form: FormStrings;
  password: PasswordStrings;
  /** What stands on each provider's button. */
  providers: Record<string, string>;
} & Record<
  | "title"
  | "lead"
  | "otherLead"
  | "passwordLabel"
  | "submit"
  | "cancel"
  | "or"
  | "linkHint"
  | "sendLink"
  | "none"
  | "signOut",
  string
>;

type Props = {
  strings: ReauthenticationStrings;
  next?: string;
  problems?: Problems;
  onDone: () => unknown;
  /** The buttons. */
  children: ReactNode;
};

export function ReauthenticationForm({ strings, next, problems, onDone, children }: Props) {
  async function send(form: HTMLFormElement) {
    const { password = "" } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    return (await gatehouse.POST("/api/v1/auth/reauthentication", { body: { password } })).error;
  }

  return (
    <ApiForm
      action="/api/v1/auth/reauthentication"
      send={send}
      onDone={onDone}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <PasswordField
        name="password"
        label={strings.passwordLabel}
        strings={strings.password}
        autoComplete="current-password"
        autoFocus
        data-retry
      />
      {children}
    </ApiForm>
  );
}
