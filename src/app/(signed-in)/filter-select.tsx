import type { ComponentProps } from "react";
import { Select } from "@/components/form/select";

type Props = ComponentProps<"select"> & {
  label: string;
  /** Hides the label visually where the first option already says it. */
  quiet?: boolean;
};

export function FilterSelect({ label, quiet = false, className, children, ...select }: Props) {
  return (
    <label className={className}>
      <span className={quiet ? "sr-only" : "mb-1.5 block font-medium text-xs"}>{label}</span>
      <Select {...select}>{children}</Select>
    </label>
  );
}
