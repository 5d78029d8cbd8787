"use client";

import { type ReactNode, useId } from "react";
import { Label } from "@/components/ui/label";
import { useProblem } from "./api-form";

export type FrameProps = {
  name: string;
  label: string;
  /** Beside the label: "optional". */
  note?: string;
  hint?: ReactNode;
  /** Between the control and its hint. */
  below?: ReactNode;
};

type Wiring = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** A control with its label above, and its hint and problem below. */
export function FieldFrame({
  name,
  label,
  note,
  hint,
  below,
  children,
}: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const problem = useProblem(name);
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <Label htmlFor={id} className="flex items-baseline justify-between gap-2">
        {label}
        {note && <span className="font-normal text-muted-foreground text-xs">{note}</span>}
      </Label>
      {children({
        id,
        "aria-invalid": problem ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {below}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-muted-foreground">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-[0.8125rem] text-destructive">
          {problem}
        </p>
      )}
    </div>
  );
}
