"use client";

import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { Icon } from "@/components/icon";
import { controlStyle } from "./control-style";
import { FieldFrame, type FrameProps } from "./field-frame";

type Props = Omit<ComponentProps<"select">, keyof FrameProps> & FrameProps;

/** The browser's own select: the best one there is on a phone, and by keyboard. */
export function SelectField({ name, label, note, hint, below, children, ...select }: Props) {
  return (
    <FieldFrame name={name} label={label} note={note} hint={hint} below={below}>
      {(wiring) => (
        <div className="relative">
          <select {...select} {...wiring} name={name} className={`${controlStyle} appearance-none pr-9`}>
            {children}
          </select>
          <Icon
            of={ChevronDown}
            className="pointer-events-none absolute top-3 right-3 size-4 text-muted-foreground"
          />
        </div>
      )}
    </FieldFrame>
  );
}
