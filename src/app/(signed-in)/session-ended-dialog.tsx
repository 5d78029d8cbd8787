"use client";

import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import { PasswordField, type PasswordStrings } from "@/components/form/password-field";
import type { FormStrings, Problem } from "@/components/form/problems";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";

export type SessionEndedStrings = {
  form: FormStrings;
  password: PasswordStrings;
} & Record<"title" | "body" | "email" | "passwordLabel" | "submit" | "otherWay", string>;

type Props = {
  email: string;
  signIn: (password: string) => Promise<Problem | undefined>;
  onOtherWay: () => void;
  strings: SessionEndedStrings;
};

/** Asks for the password in place, so that whatever was entered on the page stays. */
export default function SessionEndedDialog({ email, signIn, onOtherWay, strings }: Props) {
  function send(form: HTMLFormElement) {
    return signIn(String(new FormData(form).get("password")));
  }

  return (
    <Dialog open>
      <DialogContent role="alertdialog" onEscapeKeyDown={(event) => event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{strings.body}</DialogDescription>
        </DialogHeader>
        <ApiForm send={send} onDone={() => {}} strings={strings.form} className="grid gap-5">
          <Field name="" label={strings.email} value={email} autoComplete="username" readOnly />
          <PasswordField
            name="password"
            label={strings.passwordLabel}
            strings={strings.password}
            autoComplete="current-password"
            autoFocus
            data-retry
          />
          <DialogFooter>
            <Button type="button" variant="outline" onClick={onOtherWay}>
              {strings.otherWay}
            </Button>
            <SubmitButton>{strings.submit}</SubmitButton>
          </DialogFooter>
        </ApiForm>
      </DialogContent>
    </Dialog>
  );
}
