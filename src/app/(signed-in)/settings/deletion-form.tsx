"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings } from "@/components/form/problems";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { gatehouse, signedOutHere } from "../keep-session";

type Props = {
  /** Without one the session is all the proof there can be. */
  withPassword: boolean;
  strings: {
    form: FormStrings;
    password: PasswordStrings;
    title: string;
    body: string;
    passwordLabel: string;
    cancel: string;
  };
  /** The buttons, from the server. */
  trigger: ReactNode;
  submit: ReactNode;
};

export function DeletionForm({ withPassword, strings, trigger, submit }: Props) {
  async function send(form: HTMLFormElement) {
    const { password } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    return (await gatehouse.DELETE("/api/v1/users/me", { body: { password } })).error;
  }

  return (
    <AlertDialog>
      <AlertDialogTrigger asChild>{trigger}</AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{strings.title}</AlertDialogTitle>
          <AlertDialogDescription>{strings.body}</AlertDialogDescription>
        </AlertDialogHeader>
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
          <AlertDialogFooter>
            <AlertDialogCancel asChild>
              <Button variant="outline">{strings.cancel}</Button>
            </AlertDialogCancel>
            {submit}
          </AlertDialogFooter>
        </ApiForm>
      </AlertDialogContent>
    </AlertDialog>
  );
}
