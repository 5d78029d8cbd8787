"use client";

import { Field } from "@/components/form/field";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { answersIn, check, StepForm, type StepProps } from "./step-form";
import { stepIn } from "./steps";

type Props = StepProps & { reloaded: boolean };

export function AdministratorStep({ hidden, limits, strings, go, reloaded }: Props) {
  return (
    <StepForm
      hidden={hidden}
      strings={strings}
      send={check}
      onDone={(form) => go(stepIn("organization"), answersIn(form))}
      onBack={() => go(stepIn("welcome"))}
      submit={strings.next}
    >
      <Field
        name="admin_email"
        type="email"
        label={strings.email}
        problem={strings.problems.email}
        autoComplete="email"
        maxLength={limits.email}
        required
      />
      <Field
        name="admin_full_name"
        label={strings.fullName}
        note={strings.optional}
        autoComplete="name"
        maxLength={limits.fullName}
      />
      <NewPasswordField
        name="admin_password"
        label={strings.passwordLabel}
        hint={reloaded && strings.again}
        problem={strings.problems.password}
        minLength={limits.passwordMin}
        strings={strings.password}
        advice={strings.advice}
        ownWordFields={["admin_email"]}
      />
      <PasswordField
        name="password_confirmation"
        label={strings.repeat}
        strings={strings.password}
        autoComplete="new-password"
        data-repeats="admin_password"
      />
    </StepForm>
  );
}
