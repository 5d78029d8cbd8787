import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

type Props = ComponentProps<"input"> & { label: string };

export function FilterInput({ label, className, ...input }: Props) {
  return (
    <label className={className}>
      <span className="mb-1.5 block font-medium text-xs">{label}</span>
      <Input {...input} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </label>
  );
}
