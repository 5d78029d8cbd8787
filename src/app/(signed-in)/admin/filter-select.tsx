import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { controlStyle } from "@/components/form/control-style";
import { Icon } from "@/components/icon";

/** A choice in a row of filters: its first option says what it is about, so its label is only heard. */
export function FilterSelect({ label, children, ...select }: ComponentProps<"select"> & { label: string }) {
  return (
    <label className="relative block">
      <span className="sr-only">{label}</span>
      <select {...select} className={`${controlStyle} appearance-none pr-9`}>
        {children}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-3 right-3 size-4 text-muted-foreground"
      />
    </label>
  );
}
