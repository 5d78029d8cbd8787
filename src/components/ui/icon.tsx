import type { IconNode } from "lucide";
import { createElement } from "react";

/** A lucide icon. They are plain data, so an icon rendered on the server costs no script. */
export function Icon({ of, className = "size-4" }: { of: IconNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      {of.map(([tag, attributes]) => createElement(tag, { key: JSON.stringify(attributes), ...attributes }))}
    </svg>
  );
}
