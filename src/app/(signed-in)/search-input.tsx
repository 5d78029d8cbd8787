import { Search } from "lucide";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";

type Props = { label: string; defaultValue: string | undefined; maxLength: number; className?: string };

/** The search field of a list: `q` in the URL. */
export function SearchInput({ label, className = "", ...input }: Props) {
  return (
    <label className={`relative block min-w-0 grow ${className}`}>
      <span className="sr-only">{label}</span>
      <Icon of={Search} className="pointer-events-none absolute top-3 left-3 size-4 text-muted-foreground" />
      <Input {...input} type="search" name="q" placeholder={label} className="pl-9" />
    </label>
  );
}
