"use client";

import type { ReactNode } from "react";
import { enter, sendJson } from "../enter";
import { type Draft, forgetDraft } from "./draft";
import { StepForm, type StepProps } from "./step-form";
import { stepIn } from "./steps";

type Props = StepProps & { answers: Draft };

export function FinishStep({ hidden, strings, go, answers }: Props) {
  function send() {
    return sendJson("/api/v1/setup/initialize", {
      ...answers,
      admin_time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  }

  function finish() {
    forgetDraft();
    return enter("/");
  }

  return (
    <StepForm
      hidden={hidden}
      strings={strings}
      send={send}
      onDone={finish}
      onBack={() => go(stepIn("organization"))}
      submit={strings.finish}
    >
      <dl className="-my-4 divide-y divide-border">
        <Answer
          name={strings.names.administrator}
          onChange={() => go(stepIn("administrator"))}
          change={strings.change}
          changeNamed={strings.changeAdministrator}
        >
          {answers.admin_full_name && (
            <span dir="auto" className="block">
              {answers.admin_full_name}
            </span>
          )}
          {answers.admin_email}
        </Answer>
        <Answer
          name={strings.names.organization}
          onChange={() => go(stepIn("organization"))}
          change={strings.change}
          changeNamed={strings.changeOrganization}
        >
          <bdi>{answers.organization_name}</bdi>
        </Answer>
      </dl>
    </StepForm>
  );
}

type AnswerProps = {
  name: string;
  change: string;
  changeNamed: string;
  onChange: () => void;
  children: ReactNode;
};

function Answer({ name, change, changeNamed, onChange, children }: AnswerProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-4 text-sm">
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="wrap-anywhere mt-0.5 font-medium">{children}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <button
          type="button"
          onClick={onChange}
          aria-label={changeNamed}
          className="min-h-6 text-muted-foreground underline decoration-input underline-offset-4 hover:text-foreground"
        >
          {change}
        </button>
      </dd>
    </div>
  );
}
