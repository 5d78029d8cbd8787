import type { ComponentProps } from "react";
import { controlStyle } from "@/components/form/control-style";

type Props = ComponentProps<"input"> & { label: string };

export function FilterInput({ label, className, ...input }: Props) {
  return (
    <label className={className}>
      <span className="mb-1.5 block font-medium text-xs">{label}</span>
      <input
        {...input}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={controlStyle}
      />
    </label>
  );
}
