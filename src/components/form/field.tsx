"use client";

import type { ComponentProps, ReactNode } from "react";
import { Input } from "@/components/ui/input";
import { useAutoFocus } from "./api-form";
import { FieldFrame, type FrameProps } from "./field-frame";

type Props = Omit<ComponentProps<"input">, keyof FrameProps> &
  FrameProps & {
    /** Shown when the value breaks one of the input's constraints (pattern, type, minLength …). */
    problem?: string;
    /** Shown inside the input's right end. */
    end?: ReactNode;
  };

export function Field({ name, label, note, hint, below, problem, end, autoFocus, ...input }: Props) {
  const focused = useAutoFocus(name, { first: autoFocus, retry: "data-retry" in input });
  return (
    <FieldFrame name={name} label={label} note={note} hint={hint} below={below}>
      {(wiring) => (
        <div className="relative">
          <Input
            {...input}
            {...wiring}
            name={name}
            data-problem={problem}
            // The form is the page's purpose, and a form sent without script comes back to its problem
            autoFocus={focused}
            className={end ? "pr-11" : ""}
          />
          {end}
        </div>
      )}
    </FieldFrame>
  );
}
