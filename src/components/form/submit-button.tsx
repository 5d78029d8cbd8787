import { LoaderCircle } from "lucide";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Shows a spinner while its form is busy, by the form's attribute alone, so it needs no script. */
export function SubmitButton({ children, ...button }: ComponentProps<typeof Button>) {
  return (
    <Button type="submit" {...button}>
      <span className="grid place-items-center *:col-start-1 *:row-start-1">
        <span className="transition-opacity in-data-pending:opacity-0">{children}</span>
        <Icon of={LoaderCircle} className="size-5 animate-spin opacity-0 in-data-pending:opacity-100" />
      </span>
    </Button>
  );
}
