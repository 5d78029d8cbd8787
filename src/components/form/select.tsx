import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { inputStyle } from "@/components/ui/input";

/** The native select: the best one on phones and by keyboard. */
export function Select({ children, ...select }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select {...select} className={`${inputStyle} appearance-none pr-9`}>
        {children}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-3 right-3 size-4 text-muted-foreground"
      />
    </span>
  );
}
