"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings } from "@/components/form/problems";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { AlertDialog } from "../../alert-dialog";
import { gatehouse, signedOutHere } from "../../keep-session";

type Props = {
  /** Accounts without a password confirm by their session alone. */
  withPassword: boolean;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    title: string;
    body: string;
    passwordLabel: string;
    cancel: string;
  };
  /** The buttons, rendered on the server. */
  trigger: ReactNode;
  submit: ReactNode;
};

export function DeletionForm({ withPassword, strings, trigger, submit }: Props) {
  async function send(form: HTMLFormElement) {
    const { password } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    return (await gatehouse.DELETE("/api/v1/users/me", { body: { password } })).error;
  }

  return (
    <AlertDialog trigger={trigger} title={strings.title} body={strings.body}>
      <ApiForm send={send} onDone={signedOutHere} strings={strings.form} className="grid gap-5">
        {withPassword && (
          <PasswordField
            name="password"
            label={strings.passwordLabel}
            strings={strings.password}
            autoComplete="current-password"
            data-retry
          />
        )}
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{strings.cancel}</Button>
          </DialogClose>
          {submit}
        </DialogFooter>
      </ApiForm>
    </AlertDialog>
  );
}
