"use client";

import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings, Problems } from "@/components/form/problems";
import { enter, sendForm } from "../enter";

type Props = {
  next: string;
  /** Where the link leads to. */
  destination: string;
  problems: Problems;
  typed: Record<string, string>;
  maxLength: number;
  strings: { form: FormStrings; labels: Record<"email" | "remember", string>; problem: string };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function SignInLinkForm(props: Props) {
  const { next, destination, problems, typed, maxLength, strings, children } = props;
  return (
    <ApiForm
      action="/api/v1/auth/sign-in-links"
      send={sendForm}
      onDone={() => enter(next)}
      strings={strings.form}
      problems={problems}
      className="grid gap-5"
    >
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="destination" value={destination} />
      <Field
        name="email"
        type="email"
        label={strings.labels.email}
        defaultValue={typed.email}
        problem={strings.problem}
        autoComplete="email"
        maxLength={maxLength}
        required
        autoFocus
      />
      <label className="flex min-h-6 items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          name="remember_me"
          defaultChecked={typed.remember_me === "on"}
          className="size-4 accent-primary"
        />
        {strings.labels.remember}
      </label>
      {children}
    </ApiForm>
  );
}
