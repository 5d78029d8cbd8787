"use client";

import { Field } from "@/components/form/field";
import { answersIn, check, StepForm, type StepProps } from "./step-form";
import { stepIn } from "./steps";

type Props = StepProps & { name: string };

export function OrganizationStep({ hidden, limits, strings, go, name }: Props) {
  return (
    <StepForm
      hidden={hidden}
      strings={strings}
      send={check}
      onDone={(form) => go(stepIn("finish"), answersIn(form))}
      onBack={() => go(stepIn("administrator"))}
      submit={strings.next}
    >
      <Field
        name="organization_name"
        label={strings.organization}
        hint={strings.organizationHint}
        defaultValue={name}
        autoComplete="organization"
        maxLength={limits.organizationName}
        required
      />
    </StepForm>
  );
}
