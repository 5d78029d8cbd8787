import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { controlStyle } from "@/components/form/control-style";
import { Icon } from "@/components/icon";

type Props = ComponentProps<"select"> & {
  label: string;
  /** Where its first option says what it is about, its label is only heard. */
  quiet?: boolean;
};

export function FilterSelect({ label, quiet = false, className, children, ...select }: Props) {
  return (
    <label className={className}>
      <span className={quiet ? "sr-only" : "mb-1.5 block font-medium text-xs"}>{label}</span>
      <span className="relative block">
        <select {...select} className={`${controlStyle} appearance-none pr-9`}>
          {children}
        </select>
        <Icon
          of={ChevronDown}
          className="pointer-events-none absolute top-3 right-3 size-4 text-muted-foreground"
        />
      </span>
    </label>
  );
}
