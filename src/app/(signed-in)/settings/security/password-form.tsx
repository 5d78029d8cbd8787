"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { NewPasswordField, type NewPasswordStrings } from "@/components/form/new-password-field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings } from "@/components/form/problems";
import { gatehouse } from "../../keep-session";
import { FormFooter } from "../form-footer";

type Props = {
  /** Whether a password exists; otherwise this sets the first one. */
  isSet: boolean;
  username: string;
  email: string;
  passwordMin: number;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    advice: NewPasswordStrings;
    changed: string;
    labels: Record<"current" | "next" | "repeat", string>;
    tooShort: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function PasswordForm({ isSet, username, email, passwordMin, strings, children }: Props) {
  const router = useRouter();
  const [changes, setChanges] = useState(0);
  const [changed, setChanged] = useState(false);
  const { labels } = strings;

  async function send(form: HTMLFormElement) {
    const { current_password, new_password = "" } = Object.fromEntries(new FormData(form)) as Record<
      string,
      string
    >;
    const body = { current_password, new_password };
    return (await gatehouse.PUT("/api/v1/users/me/password", { body })).error;
  }

  function show() {
    setChanges(changes + 1);
    setChanged(true);
    router.refresh();
  }

  return (
    <ApiForm send={send} onDone={show} onInput={() => setChanged(false)} strings={strings.form}>
      <input type="hidden" autoComplete="username" value={username} />
      {/* A new key empties the fields once the password in them is the old one. */}
      <div key={changes} className="grid gap-5 p-5 sm:max-w-sm sm:p-6">
        {isSet && (
          <PasswordField
            name="current_password"
            label={labels.current}
            strings={strings.password}
            autoComplete="current-password"
          />
        )}
        <NewPasswordField
          name="new_password"
          label={labels.next}
          problem={strings.tooShort}
          minLength={passwordMin}
          strings={strings.password}
          advice={strings.advice}
          ownWords={[username, email, email.split("@")[0]!]}
        />
        <PasswordField
          name="password_confirmation"
          label={labels.repeat}
          strings={strings.password}
          autoComplete="new-password"
          data-repeats="new_password"
        />
      </div>
      <FormFooter saved={changed && strings.changed}>{children}</FormFooter>
    </ApiForm>
  );
}
