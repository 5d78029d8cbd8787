"use client";

import type { ComponentProps } from "react";
import { FieldFrame, type FrameProps } from "./field-frame";
import { Select } from "./select";

type Props = Omit<ComponentProps<"select">, keyof FrameProps> & FrameProps;

export function SelectField({ name, label, note, hint, below, children, ...select }: Props) {
  return (
    <FieldFrame name={name} label={label} note={note} hint={hint} below={below}>
      {(wiring) => (
        <Select {...select} {...wiring} name={name}>
          {children}
        </Select>
      )}
    </FieldFrame>
  );
}
