"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useTransition } from "react";
import { UnderWay } from "@/components/link";

type Props = {
  action: string;
  label: string;
  /** The current values in the URL. */
  values: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/**
 * Filters kept in the URL. A plain form; with script, the list updates in place, immediately when an option is
 * chosen, and the fields follow the browser's Back.
 */
export function FilterForm({ action, label, values, className, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    for (const control of form.current?.elements ?? []) {
      const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
      if (isField && control !== document.activeElement) control.value = values[control.name] ?? "";
    }
  }, [values]);

  function show(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)] as [string, string][];
    const query = new URLSearchParams(fields.filter(([, value]) => value.trim() !== ""));
    startTransition(() => router.push(query.size === 0 ? action : `${action}?${query}`, { scroll: false }));
  }

  return (
    <search aria-label={label}>
      <form
        ref={form}
        action={action}
        onSubmit={show}
        onChange={({ target, currentTarget }) =>
          (target as unknown) instanceof HTMLSelectElement && currentTarget.requestSubmit()
        }
        aria-busy={pending}
        data-pending={pending || undefined}
        className={className}
      >
        {children}
        {pending && <UnderWay />}
      </form>
    </search>
  );
}
