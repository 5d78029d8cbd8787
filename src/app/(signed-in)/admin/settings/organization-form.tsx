"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings } from "@/components/form/problems";
import { gatehouse } from "../../keep-session";
import { FormFooter } from "../../settings/form-footer";
import { AccentField } from "./accent-field";
import { DurationField, type DurationStrings, secondsIn } from "./duration-field";

type OrganizationSettings = {
  organization_name: string;
  registration: "open" | "closed";
  audit_retention_days: number | null;
  accent_color: string | null;
};

const DURATIONS = ["session_ttl_seconds", "session_ttl_remember_seconds", "session_idle_seconds"] as const;

type DurationName = (typeof DURATIONS)[number];

type Props = {
  organization: OrganizationSettings;
  nameLimit: number;
  accentPattern: string;
  retentionLimits: { min: number; max: number };
  durations: Record<
    DurationName,
    Pick<ComponentProps<typeof DurationField>, "label" | "hint" | "duration" | "usual">
  >;
  strings: {
    form: FormStrings;
    saved: string;
    name: string;
    nameHint: string;
    registration: string;
    accent: string;
    accentHint: string;
    accentProblem: string;
    accentPick: string;
    retention: string;
    retentionHint: string;
    retentionProblem: string;
    duration: DurationStrings;
  } & Record<"open" | "openHint" | "closed" | "closedHint", string>;
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function OrganizationForm({
  organization,
  nameLimit,
  accentPattern,
  retentionLimits,
  durations,
  strings,
  children,
}: Props) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);

  async function send(form: HTMLFormElement) {
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? "");
    const days = text("audit_retention_days");
    const body = {
      organization_name: text("organization_name"),
      registration: text("registration") as OrganizationSettings["registration"],
      audit_retention_days: days === "" ? null : Number(days),
      accent_color: text("accent_color") || null,
      ...secondsIn(fields, DURATIONS),
    };
    return (await gatehouse.PATCH("/api/v1/admin/settings", { body })).error;
  }

  function show() {
    router.refresh();
    setSaved(true);
  }

  return (
    <ApiForm send={send} onDone={show} onInput={() => setSaved(false)} strings={strings.form}>
      <div className="grid gap-6 p-5 sm:p-6">
        <Field
          name="organization_name"
          label={strings.name}
          hint={strings.nameHint}
          defaultValue={organization.organization_name}
          autoComplete="organization"
          maxLength={nameLimit}
          required
        />
        <fieldset className="grid gap-2.5">
          <legend className="mb-1.5 font-medium text-sm">{strings.registration}</legend>
          {(["open", "closed"] as const).map((value) => (
            <label
              key={value}
              className="flex gap-3 rounded-lg border border-border p-3.5 text-sm transition-colors has-checked:border-ring has-checked:bg-accent/50"
            >
              <input
                type="radio"
                name="registration"
                value={value}
                defaultChecked={organization.registration === value}
                className="mt-0.5 size-4 shrink-0 accent-primary"
              />
              <span>
                <span className="block font-medium">{strings[value]}</span>
                <span className="text-muted-foreground">{strings[`${value}Hint`]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <AccentField
          color={organization.accent_color}
          pattern={accentPattern}
          label={strings.accent}
          hint={strings.accentHint}
          problem={strings.accentProblem}
          pick={strings.accentPick}
        />
        {DURATIONS.map((name) => (
          <DurationField key={name} name={name} {...durations[name]} strings={strings.duration} />
        ))}
        <Field
          name="audit_retention_days"
          type="number"
          inputMode="numeric"
          label={strings.retention}
          hint={strings.retentionHint}
          defaultValue={organization.audit_retention_days ?? ""}
          autoComplete="off"
          problem={strings.retentionProblem}
          {...retentionLimits}
        />
      </div>
      <FormFooter saved={saved && strings.saved}>{children}</FormFooter>
    </ApiForm>
  );
}
