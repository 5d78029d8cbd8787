import { STEPS, type Step } from "./steps";

type Props = { current: number; label: string; names: Record<Step, string> };

/** Which step this is, as text for screen readers and as bars for everyone else. */
export function Progress({ current, label, names }: Props) {
  return (
    <ol aria-label={label} className="mb-7 grid grid-cols-4 gap-2 noscript:hidden">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={`grid justify-items-center gap-2 text-xs ${index === current ? "font-medium" : "text-muted-foreground"}`}
        >
          <span
            data-bar={index <= current ? "" : "empty"}
            className={`h-1 w-full rounded-full transition-colors ${index <= current ? "bg-ring" : "bg-secondary"}`}
          />
          <span className={index === current ? "" : "max-sm:sr-only"}>{names[step]}</span>
        </li>
      ))}
    </ol>
  );
}
